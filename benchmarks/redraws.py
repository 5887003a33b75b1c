"""How often the MRI explorer draws its 256 x 256 picture anew in a second, from the slider to the painted frame."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.chromium import FLAGS

if TYPE_CHECKING:
    from playwright.sync_api import BrowserType

PAGE = "5-diagnose/reading-mri"
UNBOUND = ["--disable-frame-rate-limit", "--disable-gpu-vsync"]
"""Frames come as fast as they are made; otherwise the screen's 60 a second would be all that could be seen."""
SLOWER = (1, 4)
"""The processor is slowed so many times."""
SECONDS = 4
NOISES = ("0", "5")
"""Without noise, and with: the costlier picture."""

TURN = """([seconds, name]) => new Promise(done => {
  const lab = document.querySelector(".rf-lab-mri");
  const sliders = [...lab.querySelectorAll("input[type=range]")];
  const slider = sliders.find(input => input.labels[0].textContent.startsWith(name));
  const pixels = lab.querySelector("canvas").getContext("2d");
  const [low, high] = [Number(slider.min), Number(slider.max)];
  const seen = new Set();
  let frames = 0;
  const start = performance.now();
  const turn = () => {
    const passed = (performance.now() - start) / 1000;
    if (passed >= seconds) return done({rate: frames / passed, pictures: seen.size});
    frames++;
    slider.value = low + (high - low) * (0.5 + 0.5 * Math.sin(frames / 20));
    slider.dispatchEvent(new Event("input", {bubbles: true}));
    // Reading a picture costs more than drawing it: a look now and then shows that it really changes.
    if (frames % 10 === 1) seen.add(pixels.getImageData(120, 120, 16, 16).data.join());
    requestAnimationFrame(turn);
  };
  requestAnimationFrame(turn);
})"""


@dataclass(frozen=True)
class Redraws:
    """Pictures a second, with a processor slowed so many times."""

    slower: int
    noise: float
    rate: float


def measure(chromium: BrowserType, executable: str, url: str) -> list[Redraws]:
    """Turn TE for some seconds at each speed of the processor.

    Raises
    ------
    RuntimeError
        The picture did not change.
    """
    browser = chromium.launch(executable_path=executable, args=[*FLAGS, *UNBOUND])
    found = []
    try:
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(url)
        page.locator('.rf-lab[data-lab="mri"]').scroll_into_view_if_needed()
        page.locator(".rf-lab-mri canvas").wait_for()
        page.get_by_text("Brightness and noise").click()
        wire = page.context.new_cdp_session(page)
        for slower in SLOWER:
            wire.send("Emulation.setCPUThrottlingRate", {"rate": slower})
            for noise in NOISES:
                page.get_by_role("slider", name="Noise").fill(noise)
                result = page.evaluate(TURN, [SECONDS, "TE"])
                if result["pictures"] < 2:  # noqa: PLR2004
                    raise RuntimeError("the MRI explorer's picture does not change with TE")
                found.append(Redraws(slower, float(noise), result["rate"]))
    finally:
        browser.close()
    return found
