"""Records as a notebook shows them where there is no pandas: a table."""

from __future__ import annotations

from html import escape
from typing import Any


class Rows(list[dict[str, Any]]):
    """A list of records with the same keys, which shows itself as a table.

    >>> Rows([{"item": "rf-one", "earned": 1}])
    item    earned
    rf-one  1
    """

    def _cells(self) -> list[list[str]]:
        """Return head and body as text."""
        head = list(self[0]) if self else []
        return [head, *(["" if row[key] is None else str(row[key]) for key in head] for row in self)]

    def __repr__(self) -> str:
        """Return the table as text."""
        cells = self._cells()
        widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
        return "\n".join(
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells
        )

    def _repr_html_(self) -> str:
        """Return the table as HTML."""
        head, *body = self._cells()
        columns = "".join(f'<th scope="col">{escape(name)}</th>' for name in head)
        rows = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in body)
        return f"<table><thead><tr>{columns}</tr></thead><tbody>{rows}</tbody></table>"
