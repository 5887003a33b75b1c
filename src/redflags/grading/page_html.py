"""What reports and the class summary share: one page by itself, no script, nothing loaded, every word escaped."""

from __future__ import annotations

from html import escape

_STYLE = """
:root { color-scheme: light dark; --ink: #1d2733; --quiet: #566373; --line: #c9d2dc; --paper: #fff;
  --bar: #1f6f8b; --warn: #8a3b00; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6ebf0; --quiet: #a9b5c2; --line: #46525f; --paper: #14191f; --bar: #6cc0dd; --warn: #ffb27a; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem 1rem 3rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
.quiet { color: var(--quiet); }
.sum { font-size: 1.25rem; margin: 1rem 0; }
.warn { color: var(--warn); }
.wide { overflow-x: auto; }
.wide table { min-width: 42rem; overflow-wrap: normal; }
.wide td { overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: .4rem .6rem .4rem 0; border-bottom: 1px solid var(--line); }
td.n, th.n { text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
th { font-weight: 600; }
.text { white-space: pre-wrap; border-inline-start: 3px solid var(--line); padding-inline-start: .75rem; }
td.bars { width: 70%; vertical-align: middle; }
section { border-top: 1px solid var(--line); padding-top: .25rem; margin-top: 1.25rem; }
section h2 { margin-top: .75rem; }
.points { float: inline-end; font-weight: 600; margin: .75rem 0 0 1rem; }
tr > th:first-child { white-space: nowrap; }
.bar { display: block; height: .9rem; background: var(--bar); min-width: 1px; }
@media print { body { max-width: none; padding: 0; } section { break-inside: avoid; } }
"""


def page(title: str, body: list[str]) -> str:
    """Return a whole page.

    Parameters
    ----------
    title
        Its title, not yet escaped.
    body
        Markup.
    """
    return "\n".join(
        [
            "<!doctype html>",
            '<html lang="en">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            # Should anything of a stranger's ever stand here unescaped, a browser still runs and loads nothing.
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
            '<meta name="robots" content="noindex">',
            f"<title>{text(title)}</title>",
            f"<style>{_STYLE}</style>",
            "</head>",
            "<body>",
            "<main>",
            *body,
            "</main>",
            "</body>",
            "</html>",
            "",
        ]
    )


def text(words: object) -> str:
    """Return words as markup that is words; half a surrogate pair becomes a question mark."""
    return escape(str(words).encode("utf-8", "replace").decode(), quote=True)
