"""What `make test` samples and `make nightly` tries in full."""

from __future__ import annotations

import os

import pytest

NIGHTLY = bool(os.environ.get("REDFLAGS_NIGHTLY"))
"""Whether this run has the night before it."""
nightly = pytest.mark.skipif(not NIGHTLY, reason="too slow for each change: make nightly")
