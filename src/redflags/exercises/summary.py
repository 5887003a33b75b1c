"""Where every question of an exercise stands, as a table, with the link that saves the answers."""

from __future__ import annotations

from html import escape

Row = tuple[str, str, int]
"""Question, state in words, points."""


def summary_html(title: str, rows: list[Row], name: str, link: str, problem: str) -> str:
    """Return the table.

    Parameters
    ----------
    title
        Of the exercise.
    rows
        A row for each question.
    name
        Of the file that the link saves.
    link
        Its content, as a data address: no server, so that it works in a browser's kernel too.
    problem
        What went wrong when answers were written; empty if nothing.
    """
    body = "".join(
        f'<tr><th scope="row">{escape(question)}</th><td>{escape(state)}</td><td>{points}</td></tr>'
        for question, state, points in rows
    )
    warning = f"<p><strong>{escape(problem)}</strong></p>" if problem else ""
    return (
        f"<table><caption>Where your answers stand: {escape(title)}</caption>"
        '<thead><tr><th scope="col">Question</th><th scope="col">State</th><th scope="col">Points</th></tr></thead>'
        f"<tbody>{body}</tbody></table>{warning}"
        f'<p><a href="{escape(link)}" download="{escape(name)}">Save my answers</a> '
        "(a file to hand in beside the notebook, or if the notebook is lost)</p>"
    )


def summary_text(rows: list[Row]) -> str:
    """Return the same as text."""
    return "\n".join(f"{question}: {state}" for question, state, _ in rows)
