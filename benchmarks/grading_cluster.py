"""Starts a Dask cluster of two processes on this machine and grades on it; what it is given is `redflags`' own."""

from __future__ import annotations

import sys

from distributed import LocalCluster

from redflags.cli import main

if __name__ == "__main__":
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        code = main([*sys.argv[1:], "--scheduler", cluster.scheduler_address])
    sys.exit(code)
