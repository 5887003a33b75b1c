"""A stock Jupyter Book of any size: our chapters as it can show them, ten jupyterquiz questions on each."""

from __future__ import annotations

import json
from itertools import cycle, islice
from pathlib import Path

import yaml
from benchmarks.chapter import plain
from benchmarks.generated import invented, our_chapters, renamed
from benchmarks.peers import CONFIG, NOTEBOOK
from benchmarks.questions import COUNT, questions

from redflags.reading import read_content

ROOT = Path(__file__).parents[1]
# The questions stand in the cell: jupyter-cache would not see that a file beside the page changed.
CELL = """```{{code-cell}}
:tags: [remove-input]
import json
from jupyterquiz import display_quiz

display_quiz(json.loads(r'''{questions}'''))
```
"""


def make(root: Path, chapters: int) -> list[str]:
    """Write a book into a new folder; returns its chapters, as `_toc.yml` names them."""
    root.mkdir(parents=True)
    content = read_content(ROOT)
    bank = cycle([question for quiz in content.quizzes for question in questions(content, quiz)])
    texts = cycle([plain(text, content.evidence) for text in our_chapters()])
    pages = [f"c-{number:03}" for number in range(chapters)]
    for number, page in enumerate(pages):
        asked = [
            {**question, "question": f"This is told on {invented(COUNT * number + place)} ward. {question['question']}"}
            for place, question in enumerate(islice(bank, COUNT))
        ]
        cell = CELL.format(questions=json.dumps(asked, indent=1, ensure_ascii=False))
        text = f"{NOTEBOOK}{renamed(next(texts), number)}\n## All questions\n\n{cell}"
        (root / f"{page}.md").write_text(text, encoding="utf-8")
    (root / "index.md").write_text("# Stock book\n\nThe next pages are measured.\n", encoding="utf-8")
    (root / "_config.yml").write_text(CONFIG, encoding="utf-8")
    toc = {"format": "jb-book", "root": "index", "chapters": [{"file": page} for page in pages]}
    (root / "_toc.yml").write_text(yaml.safe_dump(toc, sort_keys=False), encoding="utf-8")
    return pages
