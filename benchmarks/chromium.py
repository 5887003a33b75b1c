"""How the browser is started: as in the browser tests, with every other host blocked."""

from redflags.chromium import FLAGS as COMMON

FLAGS = [
    *COMMON,
    # A proxy would fetch what the next flag keeps from being found.
    "--no-proxy-server",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
"""Requests to third parties fail at once, here as on a machine that does reach them."""
