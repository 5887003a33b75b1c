"""Promise: every page with a player is a notebook that says what the page says, and runs from its wheel alone."""

from __future__ import annotations

import json
import os
import posixpath
import re
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING, Any

import nbformat
import pytest
from test_keyless import marked_course, secrets
from test_notebook_side import BLOCK

from conftest import ROOT
from nightly import NIGHTLY
from redflags.book.build import pages
from redflags.compile import write_compiled
from redflags.lite.own_wheel import own_wheel
from redflags.notebooks import has_players, notebook, write_notebooks
from redflags.problem import ContentError
from redflags.reading import Content, read_content

if TYPE_CHECKING:
    from pathlib import Path

ALWAYS = ("1-why/likelihood-ratios", "4-recognise/red-flags", "8-patients/hill-farm-visit")
"""Run at each test: a quiz and an explorer, a chart, a patient."""
LINK = re.compile(r"\]\(([^()\s]+)\)")
RUN = f"""
{BLOCK}
import json, os, sys
installed, *notebooks = sys.argv[1:]
sys.path.insert(0, installed)
from IPython.core.interactiveshell import InteractiveShell
import redflags
assert redflags.__file__.startswith(installed), redflags.__file__
for path in notebooks:
    shell = InteractiveShell()
    for cell in json.load(open(path))["cells"]:
        if cell["cell_type"] == "code":
            result = shell.run_cell("".join(cell["source"]))
            assert result.success, (path, cell["source"])
    assert shell.user_ns["Out"], path
    print(path)
"""


@pytest.fixture(scope="module")
def notebooks(course: Content) -> dict[str, dict[str, Any]]:
    """Make the notebook of every page that has one."""
    order = pages(ROOT)
    return {page: notebook(course, ROOT, page, order) for page in order if _playable(course, page)}


def _playable(content: Content, page: str) -> bool:
    return has_players(content.pages[f"book/{page}.md"])


def words(made: dict[str, Any]) -> str:
    return "\n\n".join("".join(cell["source"]) for cell in made["cells"] if cell["cell_type"] == "markdown")


def test_every_page_is_a_sound_notebook_dated_and_not_for_clinical_use(
    notebooks: dict[str, dict[str, Any]], subtests: pytest.Subtests
):
    assert len(notebooks) > 60
    for page, made in notebooks.items():
        with subtests.test(page):
            nbformat.validate(made)
            text = words(made)
            assert text.startswith("# ")
            assert "Held against the evidence register on" in text
            assert "For learning, not for clinical use." in text
            assert re.search(r"\{[a-z-]+\}`|^(```|:::)\{|^% ", text, re.MULTILINE) is None
            assert not any(cell.get("outputs") for cell in made["cells"])
            for target in LINK.findall(re.sub(r"!\[[^\]]*\]\(data:[^)]*\)", "", text)):
                there = posixpath.normpath(posixpath.join(posixpath.dirname(page), target)).removesuffix(".ipynb")
                assert target.startswith("http") or there in notebooks, target


def test_a_notebook_says_what_its_page_says(notebooks: dict[str, dict[str, Any]]):
    made = notebooks["4-recognise/red-flags"]
    text = words(made)
    cells = ["".join(cell["source"]) for cell in made["cells"] if cell["cell_type"] == "code"]
    assert "%pip install ../redflags-" in cells[0]
    assert "from redflags.widgets import Quiz, RedFlagExplorer" in cells[0]
    assert 'figure("red_flag_odds")' in "".join(cells)
    assert "| Red flag | Who was studied |" in text
    assert "data:image/svg+xml;base64," in text
    assert "> **Key points**" in text
    # A value of the register, and where it comes from.
    assert re.search(r"13 .{0,40}<sup>\[\d+\]\(https://", text)
    assert re.search(r"^\d+\. \*\*RF-IND-01\.\*\* ", text, re.MULTILINE)
    assert cells[-1] == "quiz.results()"


def test_where_the_site_has_an_address_links_lead_there(course: Content):
    text = words(notebook(course, ROOT, "1-why/likelihood-ratios", pages(ROOT), "https://course.example/book"))
    assert "](https://course.example/book/4-recognise/red-flags.html)" in text
    assert ".ipynb" not in text


def test_a_directive_that_no_notebook_can_show_is_an_error_with_its_line(tiny: Path):
    chapter = tiny / "book" / "1-one" / "first.md"
    chapter.write_text(chapter.read_text() + "\n```{dropdown} More\nWords.\n```\n")
    with pytest.raises(ContentError, match=r"book/1-one/first\.md:17: a notebook can't show the directive .dropdown."):
        notebook(read_content(tiny), tiny, "1-one/first", pages(tiny))


def test_a_notebook_is_written_once_and_removed_with_its_page(tiny: Path, tmp_path: Path):
    (tiny / "_config.yml").write_text("sphinx: {config: {}}\n")
    content = read_content(tiny)
    assert write_notebooks(content, tiny, tmp_path, pages(tiny)) == ["1-one/first"]
    path = tmp_path / "notebooks" / "1-one" / "first.ipynb"
    before = path.stat().st_mtime_ns
    write_notebooks(content, tiny, tmp_path, pages(tiny))
    assert path.stat().st_mtime_ns == before
    assert write_notebooks(content, tiny, tmp_path, ["index"]) == []
    assert not path.exists()


def test_notebooks_run_from_top_to_bottom_with_the_browser_s_wheel_and_nothing_else_of_ours(
    notebooks: dict[str, dict[str, Any]], tmp_path: Path
):
    chosen = notebooks if NIGHTLY else ALWAYS
    paths = []
    for page in chosen:
        paths.append(tmp_path / f"{page.replace('/', '-')}.ipynb")
        paths[-1].write_text(json.dumps(notebooks[page]))
    installed = tmp_path / "site-packages"
    with zipfile.ZipFile(own_wheel(tmp_path / "wheel")) as archive:
        archive.extractall(installed)
    command = [sys.executable, "-c", RUN, str(installed), *map(str, paths)]
    own = {**os.environ, "IPYTHONDIR": str(tmp_path / "ipython")}
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path, env=own)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    assert all(str(path) in done.stdout.splitlines() for path in paths)


def test_the_wheel_is_the_same_twice_and_holds_no_key_and_no_tool_of_an_author(tmp_path: Path):
    root = marked_course(tmp_path / "course")
    write_compiled(read_content(root), tmp_path / "content")
    wheel = own_wheel(tmp_path / "one", tmp_path / "content")
    assert wheel.read_bytes() == own_wheel(tmp_path / "two", tmp_path / "content").read_bytes()
    hidden = secrets(root)
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        assert "redflags/static/content/quizzes/final.json" in names
        for name in names:
            text = archive.read(name).decode()
            assert [word for word in hidden if word in text] == [], name
    authors = {"book", "model", "rules", "lite", "notebooks", "release", "compile.py", "reading.py", "handed_in.py"}
    assert not {name.split("/")[1] for name in names} & authors
