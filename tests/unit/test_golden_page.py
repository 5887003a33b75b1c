"""Promise: the same input gives the same page, byte for byte, and a bad page fails the build and says why.

A changed golden page is a decision: look at the difference, then run `UPDATE_GOLDEN=1 make test`.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from redflags.book.build import poor_pages
from tiny_case import add_case

ROOT = Path(__file__).parents[2]
GOLDEN = {
    page: ROOT / "tests" / "golden" / file
    for page, file in {
        "1-one/first": "first.html",
        "8-patients/the-step": "the-step.html",
        "8-patients/index": "patients.html",
    }.items()
}


def build(root: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "redflags.cli", "--root", str(root), "html"], capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the tiny course; tests that change it build it again from here, which is what an author does."""
    root = tmp_path_factory.mktemp("books") / "tiny"
    shutil.copytree(ROOT / "tests" / "books" / "tiny", root)
    shutil.copy(ROOT / "_config.yml", root)
    shutil.copy(ROOT / "book" / "favicon.svg", root / "book")
    add_case(root)
    done = build(root)
    assert done.returncode == 0, done.stderr
    return root


def article(root: Path, name: str = "1-one/first") -> str:
    page = (root / "_build" / "html" / f"{name}.html").read_text()
    found = re.search(r'<article class="bd-article">(.*?)</article>\s*<footer', page, re.DOTALL)
    assert found, "the theme's page has changed its shape"
    return re.sub(r"\n\s*\n+", "\n", found[1]).strip() + "\n"


@pytest.mark.parametrize("page", GOLDEN)
def test_each_kind_of_page_is_its_golden_page(page: str, built: Path):
    made = article(built, page)
    if page.startswith("8-"):
        # The compiled case, which other tests look at.
        made = re.sub(r"(<script[^>]*>)\{.*?\}(</script>)", r"\1…\2", made)
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN[page].write_text(made)
    assert made == GOLDEN[page].read_text()


def test_a_bank_ten_times_as_large_changes_no_byte_of_what_does_not_show_it(built: Path, tmp_path: Path):
    larger = tmp_path / "tiny"
    shutil.copytree(built, larger, ignore=shutil.ignore_patterns("_build"))
    first = (built / "book" / "quizzes" / "first.yaml").read_text()
    head, items = first.replace("first-aim", "more-aim").split("items:\n")
    head = head.replace("1-one/first", "1-one/more")
    many = "".join(items.replace("id: first-", f"id: more-{number}-") for number in range(10))
    (larger / "book" / "quizzes" / "more.yaml").write_text(f"{head}items:\n{many}")
    # Some page has to ask them; this one is not in `_toc.yml`.
    (larger / "book" / "1-one" / "more.md").write_text(
        "---\nreviewed: 2026-11-21\n---\n# More\n\n```{quiz} more\n```\n"
    )
    assert build(larger).returncode == 0
    made, large = (
        {path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()}
        for site in (root / "_build" / "html" for root in (built, larger))
    )
    assert [str(path) for path in made.keys() | large.keys() if made.get(path) != large.get(path)] == []
    known = len(json.loads((larger / "_build" / "content" / "quizzes" / "more.json").read_text())["items"])
    assert known == 10 * first.count("  - id: first-") - 10 * first.count("  - id: first-aim")


def test_only_a_page_with_a_patient_has_its_script(built: Path):
    site = built / "_build" / "html"
    with_script = [page for page in GOLDEN if "redflags/case.js" in (site / f"{page}.html").read_text()]
    assert with_script == ["8-patients/the-step"]


def test_a_changed_case_rebuilds_its_page_and_the_list_and_no_other(built: Path):
    site = built / "_build" / "html"
    before = (site / "register.html").stat().st_mtime_ns
    case = built / "book" / "cases" / "the-step.yaml"
    case.write_text(case.read_text().replace("{name: Amir, age: 58", "{name: Amir, age: 57"))
    assert build(built).returncode == 0
    assert "Amir, 57, man" in article(built, "8-patients/the-step")
    assert "Amir, 57, man" in article(built, "8-patients/index")
    assert (site / "register.html").stat().st_mtime_ns == before


def test_a_second_build_with_nothing_changed_does_nothing(built: Path):
    page = built / "_build" / "html" / "1-one" / "first.html"
    before = page.stat().st_mtime_ns
    assert "Nothing changed" in build(built).stdout
    assert page.stat().st_mtime_ns == before


def test_a_changed_chapter_is_rebuilt_and_other_chapters_are_not(built: Path):
    site = built / "_build" / "html"
    before = (site / "register.html").stat().st_mtime_ns
    chapter = built / "book" / "1-one" / "first.md"
    chapter.write_text(chapter.read_text().replace("In one study", "In a study"))
    assert build(built).returncode == 0
    assert "In a study" in article(built)
    assert (site / "register.html").stat().st_mtime_ns == before


def test_a_changed_entry_rebuilds_the_page_that_cites_it(built: Path):
    register = built / "book" / "evidence" / "register.yaml"
    register.write_text(register.read_text().replace("cancers: {value: 13,", "cancers: {value: 14,"))
    assert build(built).returncode == 0
    assert "14 of 1,975 people" in article(built)


def test_a_chapter_can_be_left_out_and_links_to_it_become_words(built: Path):
    index, toc = built / "book" / "index.md", built / "_toc.yml"
    whole, order = index.read_text(), toc.read_text()
    index.write_text(whole + "\nRead [the *first* chapter](1-one/first.md) first.\n")
    toc.write_text(order.replace("  - file: 1-one/first\n", ""))
    done = build(built)
    assert done.returncode == 0, done.stdout + done.stderr
    page = (built / "_build" / "html" / "index.html").read_text()
    assert "Read the <em>first</em> chapter first." in re.sub(r"</?span[^>]*>", "", page)
    assert not (built / "_build" / "html" / "1-one" / "first.html").exists()
    index.write_text(whole)
    toc.write_text(order)
    assert build(built).returncode == 0


def test_bad_pages_fail_the_build_and_each_says_why(built: Path):
    chapter, index, toc = built / "book" / "1-one" / "first.md", built / "book" / "index.md", built / "_toc.yml"
    chapter.write_text(chapter.read_text().replace("reviewed:", "author:") + "\n[gone](nowhere.md)\n")
    index.write_text("# A title\n\nAnd nothing more.\n")
    toc.write_text(toc.read_text() + "  - file: 1-one/second\n")
    done = build(built)
    said = done.stdout + done.stderr
    assert done.returncode == 1
    assert "first.md: WARNING: the page has no review date" in said
    assert "nowhere.md" in said
    assert "1-one/second" in said
    # An error that content itself holds is said before Sphinx starts, and without a traceback.
    chapter.write_text(chapter.read_text().replace("{ev}`T-2`", "{ev}`T-9`"))
    done = build(built)
    assert done.returncode == 1
    assert "book/1-one/first.md:9: no evidence `T-9` in the register" in done.stderr
    assert "Traceback" not in done.stdout + done.stderr


def test_a_page_that_is_missing_or_nearly_empty_fails_the_build(built: Path):
    (built / "_build" / "html" / "1-one" / "first.html").unlink()
    (built / "_build" / "html" / "index.html").write_text("<article><p>Nearly nothing.</p></article>")
    assert list(poor_pages(built, built / "_build" / "html"))[:2] == [
        "_toc.yml:1: the page index has only 2 words",
        "_toc.yml:1: the page 1-one/first was not built",
    ]
