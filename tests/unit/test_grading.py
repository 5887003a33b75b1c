"""Whatever a class hands in, everybody has a row, right answers have their marks, and nothing else is touched."""

from __future__ import annotations

import csv
import json
import os
import socket
import sys
import zipfile
from pathlib import Path

import pytest

from nightly import NIGHTLY, nightly
from redflags.cli import main
from redflags.grading import command, sandbox
from redflags.grading.command import Order, run
from redflags.grading.compare import decoded, problem
from redflags.grading.encoder import encoded
from redflags.grading.final import ClassFigures, correlation
from redflags.grading.gradebook import GradebookMissingError
from redflags.grading.intake import File, IntakeError, Submission, find
from redflags.grading.key import read_key
from redflags.grading.limits import Limits
from redflags.grading.marks import Code, Ways
from redflags.grading.result import QuestionResult, Result
from redflags.grading.schedule import BROKE, grade_all

SAMPLES = Path(__file__).parents[2] / "exercises" / "submissions"
sys.path.insert(0, str(SAMPLES))
import make  # noqa: E402 - stands beside the samples

# Processor time ends what never ends, and not the clock: a busy machine must not stop an honest notebook.
TIGHT = Limits(seconds=60, cpu=2, memory=600_000_000, processes=32, output=2_000_000, disk=20_000_000)


@pytest.fixture(scope="module")
def walls():
    """Skip without a sandbox, and say why."""
    _need("sandbox")


@pytest.fixture(scope="module")
def deno_walls():
    """Skip without Deno or the browser's Python, and say why."""
    _need("deno")


def _need(way: sandbox.Way) -> None:
    try:
        sandbox.require(way)
    except sandbox.SandboxError as error:
        pytest.skip(str(error))


class Graded:
    """All samples, graded once."""

    def __init__(self, place: Path, code: Code = "sandbox", limits: Limits = TIGHT) -> None:
        self.place = place
        self.canary = place / "canary.txt"
        self.canary.write_text("untouched", encoding="utf-8")
        self.samples = make.samples(nightly=NIGHTLY)
        with socket.create_server(("127.0.0.1", 0)) as door:
            door.setblocking(False)
            make.write(
                place / "class.zip",
                self.samples,
                canary=self.canary,
                key=make.HERE / "key.json",
                port=door.getsockname()[1],
            )
            self.before = sorted(path.name for path in place.iterdir())
            self.code = run(
                Order(place / "class.zip", make.HERE, out=place / "graded", workers=3, code=code, limits=limits)
            )
            try:
                self.caller = door.accept()
            except BlockingIOError:
                self.caller = None
        with (place / "graded" / "grades.csv").open(encoding="utf-8", newline="") as stream:
            self.rows = {row["student"]: row for row in csv.DictReader(stream)}


@pytest.fixture(scope="module")
def graded(tmp_path_factory, walls):  # noqa: ARG001 - asked for its skip
    return Graded(tmp_path_factory.mktemp("class"))


@pytest.mark.timeout(900)
def test_every_sample_has_a_row_with_its_marks_and_the_reason(graded, subtests):
    assert len(graded.samples) >= 60
    assert len(graded.rows) == len(graded.samples)
    for number, sample in enumerate(graded.samples, start=1001):
        with subtests.test(sample["name"]):
            row = graded.rows[str(number)]
            said = f"{row['problem']} {row['notes']}".strip()
            assert row["earned"] == ("" if sample["points"] is None else str(sample["points"])), said
            assert bool(row["problem"]) == (sample["points"] is None)
            assert sample["says"] in said if sample["says"] else said == ""


def test_no_sample_touches_anything(graded):
    assert graded.canary.read_text(encoding="utf-8") == "untouched"
    assert sorted(path.name for path in graded.place.iterdir()) == sorted([*graded.before, "graded"])
    assert not Path("/tmp/redflags-climbed.ipynb").exists()  # noqa: S108 - where the sample climbs to
    assert graded.caller is None
    left = [path for path in Path("/proc").glob("[0-9]*/cmdline") if str(sandbox._INSIDE).encode() in _read(path)]
    assert left == []


def test_no_report_holds_markup_of_a_student(graded):
    reports = list((graded.place / "graded" / "reports").glob("*.html"))
    assert len(reports) == len(graded.samples)
    for path in [*reports, graded.place / "graded" / "summary.html"]:
        words = path.read_text(encoding="utf-8")
        assert "<script" not in words
        assert "<img" not in words
        assert "\u202e" not in words
    kay = next(n for n, sample in enumerate(graded.samples, start=1001) if sample["name"] == "Kay Script")
    assert "&lt;script&gt;alert(1)" in (graded.place / "graded" / "reports" / f"{kay}.html").read_text(encoding="utf-8")


def test_moodle_gets_grades_of_whole_submissions_alone(graded):
    with (graded.place / "graded" / "moodle.csv").open(encoding="utf-8", newline="") as stream:
        rows = {row["Full name"]: row for row in csv.DictReader(stream)}
    assert rows["Cleo Partly"]["Grade"] == "6"
    assert rows["Cleo Partly"]["Identifier"].startswith("Participant 10")
    assert rows["Cleo Partly"]["Maximum grade"] == "13"
    # A text that waits, or a file that is none, is not the same as 0.
    assert rows["Ada Right"]["Grade"] == ""
    assert rows["Tom Empty"]["Grade"] == ""
    assert '\'=HYPERLINK("http")' in rows


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


# --- going on, and marks by hand ---


@pytest.fixture
def small(tmp_path):
    """Three students of a class, without code."""
    chosen = [one for one in make.samples(nightly=False) if one["name"] in {"Ada Right", "Cleo Partly", "Kay Script"}]
    make.write(tmp_path / "class.zip", chosen)

    def again(**changed: object) -> dict[str, dict[str, str]]:
        run(
            Order(
                **{
                    "place": tmp_path / "class.zip",
                    "key": SAMPLES,
                    "out": tmp_path / "out",
                    "workers": 1,
                    "code": "none",
                }
                | changed
            )
        )
        with (tmp_path / "out" / "moodle.csv").open(encoding="utf-8", newline="") as stream:
            return {row["Full name"]: row for row in csv.DictReader(stream)}

    return tmp_path, again


def test_what_is_graded_is_not_graded_again_unless_it_changed(small):
    place, again = small
    again()
    results = place / "out" / "results"
    whole = {path.name: path.read_bytes() for path in results.glob("*.json")}
    stamps = {path.name: path.stat().st_mtime_ns for path in results.glob("*.json")}
    (results / "1002.json").unlink()
    (results / "1003.json").write_text("{ broken", encoding="utf-8")
    again()
    assert {path.name: path.read_bytes() for path in results.glob("*.json")} == whole
    assert (results / "1001.json").stat().st_mtime_ns == stamps["1001.json"]


def test_nbgrader_reads_the_gradebook_and_marks_given_there_come_back(small):
    pytest.importorskip("nbgrader")
    from nbgrader.api import Gradebook
    from nbgrader.apps.api import NbGraderAPI
    from nbgrader.coursedir import CourseDirectory

    place, again = small
    assert again()["Ada Right"]["Grade"] == ""
    course = place / "out"
    url = f"sqlite:///{course / 'gradebook.db'}"
    api = NbGraderAPI(coursedir=CourseDirectory(root=str(course), db_url=url, course_id="default_course"))
    assert [one["name"] for one in api.get_assignments()] == ["sample"]
    submitted = {one["student"]: one for one in api.get_submissions("sample")}
    assert submitted["1001"]["needs_manual_grade"]
    assert (submitted["1001"]["score"], submitted["1001"]["max_score"]) == (5, 13)
    assert not submitted["1002"]["needs_manual_grade"]
    shown = (course / "autograded" / "1003" / "sample" / "sample.ipynb").read_text(encoding="utf-8")
    assert "<script" not in shown
    assert "alert" in shown
    with Gradebook(url, "default_course") as book:
        grade = book.find_grade("q5", "sample", "sample", "1001")
        grade.manual_score = 3
        grade.needs_manual_grade = False
        book.find_comment("q5", "sample", "sample", "1001").manual_comment = "Say for whom."
        book.db.commit()
    assert again()["Ada Right"]["Grade"] == "8"
    assert "Say for whom." in (course / "reports" / "1001.html").read_text(encoding="utf-8")
    # The same text keeps its mark when another answer changes; another text is read anew.
    described = [
        one for one in make.samples(nightly=False) if one["name"] in {"Ada Right", "Cleo Partly", "Kay Script"}
    ]
    make.write(place / "class.zip", [{**described[0], "records": {"q1": {"response": "a"}}}, *described[1:]])
    assert again()["Ada Right"]["Grade"] == "6"
    make.write(
        place / "class.zip", [{**described[0], "records": {"q5": {"response": "Another text."}}}, *described[1:]]
    )
    assert again()["Ada Right"]["Grade"] == ""


def test_late_ones_are_marked_refused_or_alone_also_without_nbgrader(tmp_path, monkeypatch, capsys):
    def missing(*_: object) -> None:
        raise GradebookMissingError("No gradebook was made")

    monkeypatch.setattr(command, "Course", missing)
    for name in ("lovelaceada_4321_998877_sample-1.ipynb", "LATE_babbagecharles_4322_998878_sample.ipynb"):
        (tmp_path / "in").mkdir(exist_ok=True)
        (tmp_path / "in" / name).write_bytes(make.files({"records": {"q5": None}}, 1, {})["sample.ipynb"])

    def grades(late: str) -> dict[str, str]:
        out = tmp_path / f"out-{late}"
        run(Order(tmp_path / "in", SAMPLES, out=out, workers=1, code="none", late=late, canvas_title="Sample (77)"))
        with (out / "canvas.csv").open(encoding="utf-8", newline="") as stream:
            return {row["ID"]: row["Sample (77)"] for row in csv.DictReader(stream)}

    assert grades("accept") == {"": "13", "4321": "5", "4322": "5"}
    assert grades("refuse") == {"": "13", "4321": "5", "4322": ""}
    assert grades("only") == {"": "13", "4322": "5"}
    assert "No gradebook was made" in capsys.readouterr().err


# --- the way in ---


@pytest.mark.parametrize(
    ("paths", "students"),
    [
        (["First Last_1001_assignsubmission_file_/x.ipynb"], [("1001", "First Last", False)]),
        (["First Last_1001_assignsubmission_file_x.ipynb"], [("1001", "First Last", False)]),
        (["H/A_7_assignsubmission_file/x", "H/B_8_assignsubmission_file/y"], [("7", "A", False), ("8", "B", False)]),
        (["lovelaceada_4321_998877_x-1.ipynb"], [("4321", "lovelaceada", False)]),
        (["lovelaceada_LATE_4321_998877_x.ipynb"], [("4321", "lovelaceada", True)]),
        (["LATE_lovelaceada_4321_998877_x.ipynb"], [("4321", "lovelaceada", True)]),
        (["submitted/ada/hw/x.ipynb", "submitted/bob/hw/x.ipynb"], [("ada", "ada", False), ("bob", "bob", False)]),
        (["ada/x.ipynb", "ada/x.answers.json"], [("ada", "ada", False)]),
        (["ada.ipynb", "ada.answers.json", "bob.ipynb"], [("ada", "ada", False), ("bob", "bob", False)]),
        (["__MACOSX/a/._x.ipynb", "a/x.ipynb", ".DS_Store"], [("a", "a", False)]),
        (["Łukasz.ipynb"], [("ukasz-3a6c2a6e", "Łukasz", False)]),
    ],
)  # fmt: skip
def test_a_student_is_known_by_the_names_that_each_system_gives(tmp_path, paths, students):
    with zipfile.ZipFile(tmp_path / "in.zip", "w") as archive:
        for path in paths:
            archive.writestr(path, "{}")
            (tmp_path / "in" / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / "in" / path).write_text("{}", encoding="utf-8")
    for place in (tmp_path / "in.zip", tmp_path / "in"):
        found = [(one.student, one.name, one.late) for one in find(place)]
        assert [(name, late) for _, name, late in found] == [(name, late) for _, name, late in students]
        assert [student.split("-")[0] for student, _, _ in found] == [
            student.split("-")[0] for student, _, _ in students
        ]


def test_links_and_pipes_in_a_folder_are_not_followed(tmp_path):
    (tmp_path / "secret").write_text("key", encoding="utf-8")
    (tmp_path / "in" / "ada").mkdir(parents=True)
    (tmp_path / "in" / "ada" / "x.ipynb").symlink_to(tmp_path / "secret")
    (tmp_path / "in" / "ada" / "up").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "in" / "ada" / "pipe.ipynb")
    submission = find(tmp_path / "in")[0].read()
    assert {file.name: file.problem for file in submission.files} == {
        "x.ipynb": "a link, which is not followed",
        "up": "a link, which is not followed",
        "pipe.ipynb": "not a plain file",
    }


def test_a_place_that_cannot_be_read_is_told_and_nothing_is_written(tmp_path, capsys):
    (tmp_path / "no.zip").write_bytes(b"PK\x05\x06")
    assert main(["grade", str(tmp_path / "no.zip"), "--key", str(SAMPLES), "--out", str(tmp_path / "out")]) == 2
    assert "neither a folder nor a zip" in capsys.readouterr().err
    assert main(["grade", str(tmp_path), "--key", str(tmp_path / "no.zip")]) == 2
    assert "redflags release" in capsys.readouterr().err
    with pytest.raises(IntakeError, match="holds no submissions"):
        find(_empty(tmp_path))


def _empty(place: Path) -> Path:
    (place / "empty").mkdir()
    return place / "empty"


# --- the sandbox, and what comes out of it ---


def test_without_a_sandbox_nothing_is_run_and_the_ways_out_are_told(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(sandbox, "BWRAP", "no-such-program")
    sandbox.require.cache_clear()
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "ada.ipynb").write_bytes(make.files({}, 1, {})["sample.ipynb"])
    order = ["grade", str(tmp_path / "in"), "--key", str(SAMPLES), "--out", str(tmp_path / "out")]
    assert main(order) == 2
    said = capsys.readouterr().err
    assert all(way in said for way in ("apt-get install bubblewrap", "--no-code", "--unsafe", "YOUR rights"))
    assert not (tmp_path / "out" / "results").exists()
    sandbox.require.cache_clear()


@pytest.mark.usefixtures("walls")
def test_a_notebook_runs_as_nobody_without_network_and_writes_to_memory_alone(tmp_path):
    cells = [
        "import os\nuser = os.getuid()\nthere = sorted(os.listdir('/'))",
        "rights = [line.split()[1] for line in open('/proc/self/status') if line.startswith(('CapEff', 'CapPrm'))]",
        "links = os.listdir('/sys/class/net') if os.path.exists('/sys') else []",
        "mine = int(open('note.txt').read()) + 1\nopen('/tmp/work/x', 'w').write('x')",
        f"seen = os.path.exists({str(tmp_path)!r})",
    ]
    ran = sandbox.run(cells, ["user", "there", "rights", "links", "mine", "seen"], {"note.txt": "41"}, TIGHT)
    assert ran.errors == {}
    assert ran.values["user"] != 0 or os.geteuid() != 0
    assert set(ran.values["there"]) <= {
        *"bin dev etc lib lib32 lib64 proc sbin tmp usr root home opt".split(),
        *Path(sys.prefix).parts,
        *Path(sys.base_prefix).parts,
    }
    assert set(ran.values["rights"]) == {"0000000000000000"}
    assert (ran.values["links"], ran.values["mine"], ran.values["seen"]) == ([], 42, False)


def test_without_a_sandbox_code_runs_only_if_that_is_spelt_out():
    ran = sandbox.run(["x = 20 + 1", "print('a' * 50)\nx *= 2"], ["x"], limits=TIGHT, way="unsafe")
    assert (ran.values, ran.done) == ({"x": 42}, True)


@pytest.mark.usefixtures("deno_walls")
def test_under_deno_a_notebook_reads_nothing_of_ours_and_reaches_nobody(tmp_path, monkeypatch):
    canary = tmp_path / "canary.txt"
    canary.write_text("untouched", encoding="utf-8")
    monkeypatch.setenv("REDFLAGS_SECRET", "ours")
    cells = [
        "import js\nmine = int(open('note.txt').read()) + 1\nopen('x', 'w').write('x')",
        f"js.Deno.readTextFileSync({str(canary)!r})",
        f"js.Deno.writeTextFileSync({str(canary)!r}, 'touched')",
        "js.Deno.Command.new('/bin/ls').outputSync()",
        "js.Deno.env.get('REDFLAGS_SECRET')",
        "js.Deno.listen(js.JSON.parse('{\"port\": 0}'))",
        f"import pyodide_js\npyodide_js.mountNodeFS('/out', {str(tmp_path)!r})",
        f"import os\nseen = [os.path.exists({str(tmp_path)!r}), os.environ.get('REDFLAGS_SECRET')]",
        "while True: pass",
    ]
    # On the clock, which starts when the notebook does: nothing else ends it here.
    ran = sandbox.run(cells, ["mine", "seen"], {"note.txt": "41"}, Limits(seconds=3), way="deno")
    assert ran.values == {"mine": 42, "seen": [False, None]}
    assert sorted(ran.errors) == [2, 3, 4, 5, 6, 7]
    assert all("NotCapable" in ran.errors[cell] for cell in range(2, 7)), ran.errors
    assert ran.stopped == "ran longer than 3 seconds"
    assert canary.read_text(encoding="utf-8") == "untouched"


@nightly
@pytest.mark.usefixtures("deno_walls")
@pytest.mark.timeout(3600)
def test_under_deno_every_sample_has_the_marks_of_the_other_sandbox(tmp_path, subtests):
    graded = Graded(tmp_path, "deno", Limits(seconds=20, memory=1_500_000_000, output=2_000_000))
    assert len(graded.rows) == len(graded.samples)
    for number, sample in enumerate(graded.samples, start=1001):
        with subtests.test(sample["name"]):
            row = graded.rows[str(number)]
            # Why a notebook ended is told in other words: there are no processes, and no signals.
            assert row["earned"] == ("" if sample["points"] is None else str(sample["points"])), row
    assert graded.canary.read_text(encoding="utf-8") == "untouched"
    assert graded.caller is None


class _Numbers:
    __module__ = "numpy"
    size = 3

    def tolist(self) -> list[int]:
        return [1, 2, 3]


def _ring() -> list[object]:
    ring: list[object] = []
    ring.append(ring)
    return ring


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (None, None),
        (True, True),
        (1.5, 1.5),
        ("a\n\udc00", "a\n\udc00"),
        ((1, [2]), [1, [2]]),
        ({3, 1, 2}, [1, 2, 3]),
        ({1: "a", "b": {"odd": 1}}, {"1": "a", "b": {"odd": 1}}),
        (_Numbers(), [1, 2, 3]),
        (float("inf"), "not a finite number"),
        (10**400, "an integer of more than 300 digits"),
        (object(), "a object"),
        (list(range(30_000)), "too large"),
    ],
)
def test_a_value_comes_out_plain_and_bounded(value, plain):
    assert decoded(json.loads(encoded(value))) == plain


def test_a_value_within_itself_comes_to_an_end():
    assert "nested too deeply" in encoded(_ring())
    assert len(encoded({"a": "x" * 10**6})) < 30_000


QUESTION = {"tolerance": 0.01, "relative": True, "any_order": False}


@pytest.mark.parametrize(
    ("kind", "expected", "got", "right"),
    [
        ("number", 6.0, 6.05, True),
        ("number", 6.0, 6.07, False),
        ("number", 1.0, True, False),
        ("number", 6.0, "6.0", False),
        ("number", 6.0, 10**400, False),
        ("integer", 7, 7.0, True),
        ("integer", 7, 7.5, False),
        ("integer", 7, float("1e300"), False),
        ("text", "T1", " t1 ", True),
        ("list", [1.0, "a"], [1.0, "A"], True),
        ("list", [1, 2], [2, 1], False),
        ("mapping", {"a": 1}, {"a": 1.001}, True),
        ("mapping", {"a": 1}, {"a": 1, "b": 2}, False),
        ("table", [{"a": 1}], [{"a": 1}], True),
        ("table", [{"a": 1}], [1], False),
    ],
)
def test_a_value_is_held_against_the_key(kind, expected, got, right):
    assert (problem({**QUESTION, "type": kind}, expected, got) == "") == right


def test_a_list_may_stand_in_another_order_where_the_key_says_so():
    assert problem({**QUESTION, "type": "list", "any_order": True}, [1, 2, 2], [2, 1, 2]) == ""
    assert problem({**QUESTION, "type": "list", "any_order": True}, [1, 2, 2], [2, 1, 1]) != ""


# --- the whole class ---


class _Deadly(File):
    """A file that ends the process that unpacks it."""

    def __reduce__(self):
        return os._exit, (1,)


def test_a_worker_that_dies_takes_nobody_else_along():
    key = read_key(SAMPLES)
    whole = File("sample.ipynb", make.files({"records": {"q5": None}}, 1, {})["sample.ipynb"])
    made = [Submission(str(n), str(n), files=(_Deadly("x") if n == 3 else whole,)) for n in range(5)]
    results = {one.student: one for one in grade_all(made, key, Ways("none"), 1)}
    assert len(results) == 5
    assert results["3"].problem == BROKE
    assert {one.earned for name, one in results.items() if name != "3"} == {5}


def test_a_class_is_summed_up_as_by_hand():
    figures = ClassFigures()
    for place in range(10):
        right = place >= 5
        marks = [
            QuestionResult("a", "item", 2, 2.0 * right, answered=True),
            QuestionResult("b", "item", 1, 1.0 * (place >= 4)),
        ]
        figures.add(Result(str(place), "", "", "", questions=marks))
    assert figures.questions["a"].facility == 0.5
    assert figures.questions["b"].facility == 0.6
    # Two by two: 5 both right, 1 only b, 4 neither; phi = (5*4 - 0*1) / sqrt(5*5*6*4).
    assert figures.questions["a"].discrimination == pytest.approx(20 / 600**0.5)
    assert figures.bins == [4, 0, 0, 1, 0, 0, 0, 0, 0, 5]
    assert correlation([1.0, 1.0], [0.0, 1.0]) is None


@nightly
@pytest.mark.usefixtures("walls")
def test_a_dask_cluster_gives_the_same_results(tmp_path):
    distributed = pytest.importorskip("distributed")
    make.write(tmp_path / "class.zip", make.samples(nightly=False)[:12])
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        for name, address in (("here", ""), ("there", cluster.scheduler_address)):
            run(Order(tmp_path / "class.zip", SAMPLES, out=tmp_path / name, workers=2, scheduler=address, limits=TIGHT))
    assert _results(tmp_path / "here") == _results(tmp_path / "there")


def _results(place: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (place / "results").glob("*.json")}
