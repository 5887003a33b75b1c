"""The results as a Markdown table, printed and written into the README."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.lighthouse import CATEGORIES

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.clicks import Waits
    from benchmarks.lighthouse import Spread
    from benchmarks.measure import Cost

START, END = "<!-- results: start -->", "<!-- results: end -->"


@dataclass(frozen=True)
class Result:
    """One page's figures."""

    title: str
    cost: Cost
    lighthouse: dict[str, Spread]


def table(results: list[Result]) -> str:
    """Return the results with one column per page."""
    rows = [["", *(result.title for result in results)], ["---", *("---:" for _ in results)]]
    rows += [
        ["Transferred, gzip (kB)", *(_kb(result.cost.transferred) for result in results)],
        ["... after scrolling to the end (kB)", *(_kb(result.cost.read) for result in results)],
        ["Script files (kB)", *(_kb(result.cost.scripts) for result in results)],
        ["Requests", *(str(result.cost.requests) for result in results)],
        ["Third-party requests tried", *(str(result.cost.others.total()) for result in results)],
        ["Uncaught script errors", *(str(result.cost.errors) for result in results)],
    ]
    for name in CATEGORIES:
        label = f"Lighthouse {'SEO' if name == 'seo' else name.replace('-', ' ')}"
        rows.append([label, *(_spread(result.lighthouse[name], 2) for result in results)])
    rows += [
        ["Largest paint, LCP (s)", *(_spread(result.lighthouse["lcp"], 1, 1000) for result in results)],
        ["Blocked, TBT (ms)", *(_spread(result.lighthouse["tbt"], 0) for result in results)],
        ["Layout shift, CLS", *(_spread(result.lighthouse["cls"], 3) for result in results)],
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def third_parties(results: list[Result]) -> str:
    """Say which hosts each page asked."""
    lines = []
    for result in results:
        hosts = ", ".join(f"{host} ({count})" for host, count in sorted(result.cost.others.items()))
        lines.append(f"- {result.title}: {hosts or 'none'}.")
    return "\n".join(lines)


def answers(waits: Waits, slower: int) -> str:
    """Say how long it takes from a click to a virtual patient's answer."""
    return (
        f"From a click to a virtual patient's answer on the screen, with the processor slowed {slower} times: "
        f"{waits.median:.0f} ms in the median, {waits.p95:.0f} ms at the 95th percentile, "
        f"{waits.longest:.0f} ms at the longest, over {waits.count} clicks."
    )


def _kb(size: int) -> str:
    return f"{size / 1000:,.0f}"


def _spread(value: Spread, digits: int, scale: float = 1) -> str:
    middle, low, high = (f"{number / scale:.{digits}f}" for number in (value.median, value.low, value.high))
    return middle if low == high else f"{middle} ({low} to {high})"


def write(readme: Path, text: str, markers: tuple[str, str] = (START, END)) -> None:
    """Put the results between two markers of the README.

    Raises
    ------
    ValueError
        A marker is missing.
    """
    before, start, rest = readme.read_text(encoding="utf-8").partition(markers[0])
    _, end, after = rest.partition(markers[1])
    if not (start and end):
        raise ValueError(f"{readme.name} needs the lines {' and '.join(markers)}")
    readme.write_text(f"{before}{start}\n{text}\n{end}{after}", encoding="utf-8")
