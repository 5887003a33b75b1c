"""JupyterLite beside the pages: every notebook runs in the reader's browser, and nothing comes from another host.

The recipe, in order: `shell` (JupyterLite's own files, once), `wheels` (what the kernel can import), `own_wheel` (the
course's package), `lock` (which tells Pyodide where they are), `contents` (the notebooks), `gates` (proof).
"""

from redflags.lite.site import build_lite

__all__ = ["build_lite"]
