"""Makes sure that there is a sandbox; as a command, installs bubblewrap or says what to do."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from redflags.grading import sandbox


def install() -> None:
    """Install bubblewrap from the distribution's packages, where that is ours to do; it may fail."""
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        print("Installing bubblewrap from the distribution's packages (once) ...", flush=True)
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update", "-qq"], ["install", "-y", "-qq", "bubblewrap"]):
            subprocess.run(["apt-get", *command], stdout=subprocess.DEVNULL, env=quiet, check=False)


def main() -> int:
    """Find or install it. Without one the exit code is still 0: all but the sandbox can be used and tested."""
    if shutil.which(sandbox.BWRAP) is None:
        install()
    try:
        sandbox.require()
    except sandbox.SandboxError as error:
        print(f"{error}\nTests that run students' code are skipped.", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
