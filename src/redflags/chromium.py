"""Finds a Chromium for tests and for print; as a command, installs one or says what to do."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
"""Containers run as root without a user namespace; the rest keeps Chromium from calling home."""

ADVICE = """\
No Chromium was found and none could be installed. One of these helps:
  - Debian, Ubuntu:   sudo apt-get install chromium
  - macOS, Windows:   .venv/bin/python -m playwright install chromium
  - elsewhere:        install Chromium or Chrome, and name it: CHROMIUM=/path/to/it make test"""


def find_chromium() -> str | None:
    """Return the path of a Chromium: the variable CHROMIUM, one on the PATH, or Playwright's own."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named
    for name in NAMES:
        found = shutil.which(name)
        if found:
            return found
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


def install() -> None:
    """Install Chromium from Debian's packages (as root), else through Playwright; both may fail."""
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        print("Installing Chromium from the distribution's packages (once) ...", flush=True)
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update", "-qq"], ["install", "-y", "-qq", "chromium"]):
            subprocess.run(["apt-get", *command], stdout=subprocess.DEVNULL, env=quiet, check=False)
        if find_chromium():
            return
    print("Installing Playwright's Chromium (once) ...", flush=True)
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def main() -> int:
    """Make sure that there is a Chromium; returns an exit code."""
    if find_chromium() is None:
        install()
    found = find_chromium()
    if found is None:
        print(ADVICE, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
