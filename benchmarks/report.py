"""The results as a Markdown table, printed and written into the README."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from benchmarks.lighthouse import CATEGORIES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from benchmarks.clicks import Waits
    from benchmarks.lighthouse import Spread
    from benchmarks.measure import Cost
    from benchmarks.redraws import Redraws

Found = TypeVar("Found")
PAGES = ("<!-- results: start -->", "<!-- results: end -->")
KERNEL = ("<!-- kernel: start -->", "<!-- kernel: end -->")
"""The README's markers around each table."""


@dataclass(frozen=True)
class Result:
    """One page's figures."""

    title: str
    cost: Cost
    lighthouse: dict[str, Spread]
    first: Spread | None
    """Until the first question was answered, in milliseconds; None where none can be."""
    waits: Waits | None
    """From clicks to feedback; None where there is none."""


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
        rows.append([label, *(spread(result.lighthouse[name], 2) for result in results)])
    rows += [
        ["Largest paint, LCP (s)", *(spread(result.lighthouse["lcp"], 1, 1000) for result in results)],
        ["Blocked, TBT (ms)", *(spread(result.lighthouse["tbt"], 0) for result in results)],
        ["Layout shift, CLS", *(spread(result.lighthouse["cls"], 3) for result in results)],
        ["First question answered (s)", *(_or_never(r.first, lambda first: spread(first, 1, 1000)) for r in results)],
        ["Click to feedback, median (ms)", *(_or_never(r.waits, lambda waits: f"{waits.median:.0f}") for r in results)],
        ["... 95th percentile (ms)", *(_or_never(r.waits, lambda waits: f"{waits.p95:.0f}") for r in results)],
        ["... over so many clicks", *(_or_never(r.waits, lambda waits: str(waits.count)) for r in results)],
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _or_never(value: Found | None, show: Callable[[Found], str]) -> str:
    return "never" if value is None else show(value)


def third_parties(results: list[Result]) -> str:
    """Say which hosts each page asked."""
    lines = []
    for result in results:
        hosts = ", ".join(f"{host} ({count})" for host, count in sorted(result.cost.others.items()))
        lines.append(f"- {result.title}: {hosts or 'none'}.")
    return "\n".join(lines)


def answers(what: str, waits: Waits, slower: int) -> str:
    """Say how long it takes from a click to what it brings."""
    return (
        f"From a click to {what} on the screen, with the processor slowed {slower} times: "
        f"{waits.median:.0f} ms in the median, {waits.p95:.0f} ms at the 95th percentile, "
        f"{waits.longest:.0f} ms at the longest, over {waits.count} clicks."
    )


def redraws(found: list[Redraws]) -> str:
    """Say how often the MRI explorer draws its picture anew."""
    rates = "; ".join(
        f"{one.rate:.0f} with the processor {'as it is' if one.slower == 1 else f'slowed {one.slower} times'}"
        f"{' and noise' if one.noise else ''}"
        for one in found
    )
    return f"Pictures of 256 x 256 points a second in the MRI explorer while a slider is turned: {rates}."


def _kb(size: int) -> str:
    return f"{size / 1000:,.0f}"


def spread(value: Spread, digits: int, scale: float = 1) -> str:
    """Return the median, with the lowest and the highest where they differ."""
    middle, low, high = (f"{number / scale:.{digits}f}" for number in (value.median, value.low, value.high))
    return middle if low == high else f"{middle} ({low} to {high})"


def write(readme: Path, text: str, first: str = PAGES[0], last: str = PAGES[1]) -> None:
    """Put results between two markers of the README.

    Raises
    ------
    ValueError
        A marker is missing.
    """
    before, start, rest = readme.read_text(encoding="utf-8").partition(first)
    _, end, after = rest.partition(last)
    if not (start and end):
        raise ValueError(f"{readme.name} needs the lines {first} and {last}")
    readme.write_text(f"{before}{first}\n{text}\n{last}{after}", encoding="utf-8")
