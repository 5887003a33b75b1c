"""Lighthouse's mobile audit of a page: each run's figures, and their median with the spread."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.chromium import FLAGS

HERE = Path(__file__).parent
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
TIMES = {"lcp": "largest-contentful-paint", "tbt": "total-blocking-time", "cls": "cumulative-layout-shift"}
RUNS = 3


@dataclass(frozen=True)
class Spread:
    """The median of several runs, the lowest and the highest."""

    median: float
    low: float
    high: float


def install() -> None:
    """Install the pinned Lighthouse if it isn't there."""
    done = HERE / "node_modules" / ".package-lock.json"
    wanted = HERE / "package-lock.json"
    if not done.is_file() or done.stat().st_mtime < wanted.stat().st_mtime:
        print("Installing Lighthouse (once) ...", flush=True)
        # Its packages' install scripts only report usage or fetch browsers.
        command = ["npm", "ci", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"]
        subprocess.run(command, check=True, cwd=HERE)
        done.touch()


def version() -> str:
    """Return the version of Lighthouse that is pinned."""
    package = json.loads((HERE / "package.json").read_text(encoding="utf-8"))
    return str(package["devDependencies"]["lighthouse"])


def audit(url: str, chromium: str, report: Path) -> dict[str, float]:
    """Run Lighthouse once and keep its report; returns the scores (0 to 1), times and this machine's speed index."""
    report.parent.mkdir(parents=True, exist_ok=True)
    command = [
        *("node", str(HERE / "node_modules" / "lighthouse" / "cli" / "index.js"), url),
        *("--quiet", "--output=json", f"--output-path={report}"),
        f"--only-categories={','.join(CATEGORIES)}",
        f"--chrome-flags={shlex.join(['--headless=new', *FLAGS])}",
    ]
    environment = {**os.environ, "CHROME_PATH": chromium, "CI": "1"}
    subprocess.run(command, check=True, env=environment)
    result: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    if "runtimeError" in result:
        raise RuntimeError(f"Lighthouse on {url}: {result['runtimeError']['message']}")
    figures = {name: float(result["categories"][name]["score"]) for name in CATEGORIES}
    figures |= {name: float(result["audits"][key]["numericValue"]) for name, key in TIMES.items()}
    return figures | {"speed": float(result["environment"]["benchmarkIndex"])}


def spread(runs: list[dict[str, float]]) -> dict[str, Spread]:
    """Return each figure's median and spread over the runs."""
    return {
        name: Spread(median(values), min(values), max(values))
        for name in runs[0]
        for values in [[run[name] for run in runs]]
    }
