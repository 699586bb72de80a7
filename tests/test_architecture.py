"""The law of the house, read from the source itself."""

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from importlib.metadata import packages_distributions
from itertools import pairwise
from pathlib import Path

import pytest

import briefing

ROOT = Path(__file__).resolve().parent.parent
SEED = ROOT.parent / "shared" / "seeds" / "summit-article.txt"
PYTHON = sorted(path for folder in ("briefing", "tests", "resources") for path in (ROOT / folder).rglob("*.py"))
PROGRAM = [path for path in PYTHON if path.is_relative_to(ROOT / "briefing")]

LONGEST_FILE = 400
LONGEST_FUNCTION = 50
FORBIDDEN_NAMES = re.compile(
    r"Manager|Handler|Helper|Util|Controller|(^|_)(manager|handler|helper|utils?|controller)s?(_|$)"
)
HEAVY = {"docx", "trafilatura", "pypdfium2", "markdown", "lxml", "httpx", "typst", "rapidfuzz"}
# Where anything that goes wrong is turned into a notice: nowhere else is Exception caught and kept.
BOUNDARIES = {"briefing/__main__.py", "briefing/ui/work.py"}


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def _place(path: Path, node: ast.AST | None = None) -> str:
    line = f":{getattr(node, 'lineno', 1)}" if node else ""
    return f"{path.relative_to(ROOT).as_posix()}{line}"


def _nodes(paths: list[Path]) -> Iterator[tuple[Path, ast.AST]]:
    return ((path, node) for path in paths for node in ast.walk(_tree(path)))


def _run(*command: str) -> str:
    """What a command of this Python's environment says when it fails, nothing when it passes."""
    done = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False)
    return f"{done.stdout}\n{done.stderr}" if done.returncode else ""


def _module_name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@cache
def _project_files() -> list[Path]:
    """Every file of the project that holds text: all but what .gitignore names, so that no git is needed."""
    left_out = [".git", *(line.strip("/") for line in (ROOT / ".gitignore").read_text("utf-8").splitlines())]

    def is_kept(name: str) -> bool:
        return not any(fnmatch(name, pattern) for pattern in left_out)

    found = []
    for folder, subfolders, names in os.walk(ROOT):
        subfolders[:] = filter(is_kept, subfolders)
        found += [Path(folder) / name for name in names if is_kept(name)]
    return [path for path in found if path.is_file() and b"\0" not in path.read_bytes()[:8192]]


def test_imports_point_inward() -> None:
    command = "from importlinter.cli import lint_imports_command; lint_imports_command(['--no-cache'])"
    assert not _run("-c", command)


def _imported(paths: list[Path]) -> set[tuple[str, str]]:
    """Where something that is not Python's own is imported, and the name of its package."""
    found = set()
    for path, node in _nodes(paths):
        names = [name.name for name in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        found |= {(_place(path, node), name.split(".")[0]) for name in names}
    return {(place, name) for place, name in found if name not in sys.stdlib_module_names | {"briefing"}}


def test_the_domain_imports_python_itself_and_what_only_computes() -> None:
    domain = [path for path in PROGRAM if path.is_relative_to(ROOT / "briefing" / "domain")]
    assert {(place, name) for place, name in _imported(domain) if name not in {"rapidfuzz", "sentencex"}} == set()


def test_every_library_that_is_imported_is_asked_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = {_library(name) for name in project["dependencies"]}
    homes = {
        **packages_distributions(),
        "shiboken6": ["PySide6-Essentials"],
    }  # the one is never there without the other
    strays = {
        (place, name)
        for place, name in _imported(PROGRAM)
        if not asked & {_library(home) for home in homes.get(name, ())}
    }
    assert strays == set()


def _library(requirement: str) -> str:
    """The name of a library as it is compared: small letters and hyphens."""
    return re.sub(r"[-_.]+", "-", re.split(r"[^\w.-]", requirement)[0]).lower()


def test_ruff_finds_nothing() -> None:
    assert not _run("-m", "ruff", "check", ".")


def test_everything_is_formatted() -> None:
    assert not _run("-m", "ruff", "format", "--check", ".")


def test_mypy_finds_nothing() -> None:
    assert not _run("-m", "mypy")


@pytest.mark.skipif(shutil.which("shellcheck") is None, reason="shellcheck is not installed here")
def test_shellcheck_finds_nothing() -> None:
    command = ["shellcheck", "dev", ".ci/run"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout == ""


def test_the_map_names_the_rooms_and_only_them() -> None:
    named = set(re.findall(r"^- `(\w+)`:", briefing.__doc__ or "", re.MULTILINE))
    rooms = {path.parent.name for path in (ROOT / "briefing").glob("*/__init__.py")}
    rooms |= {path.stem for path in (ROOT / "briefing").glob("*.py")} - {"__init__"}
    assert rooms == named


def test_files_stay_short() -> None:
    lengths = {_place(path): len(path.read_text("utf-8").splitlines()) for path in PYTHON}
    assert {place: length for place, length in lengths.items() if length > LONGEST_FILE} == {}


def test_functions_stay_short() -> None:
    long = {}
    for path, node in _nodes(PYTHON):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > LONGEST_FUNCTION:
                long[f"{_place(path, node)} {node.name}"] = length
    assert long == {}


def test_no_import_hides_behind_type_checking() -> None:
    name = "TYPE_" + "CHECKING"
    assert [_place(path) for path in PYTHON if name in path.read_text("utf-8") and path != Path(__file__)] == []


def test_names_say_what_a_thing_is() -> None:
    kinds = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
    named = [(path, node.name) for path, node in _nodes(PYTHON) if isinstance(node, kinds)]
    named += [(path, path.stem) for path in PYTHON]
    assert [f"{_place(path)} {name}" for path, name in named if FORBIDDEN_NAMES.search(name)] == []


def test_exceptions_of_every_kind_are_caught_in_two_places_only() -> None:
    wide = []
    for path, node in _nodes(PROGRAM):
        if not isinstance(node, ast.ExceptHandler) or _place(path) in BOUNDARIES:
            continue
        caught = {name.id for name in ast.walk(node.type or ast.Name("Exception")) if isinstance(name, ast.Name)}
        last = node.body[-1]
        passed_on = isinstance(last, ast.Raise) and last.exc is None
        if caught & {"Exception", "BaseException"} and not passed_on:
            wide.append(_place(path, node))
    assert wide == []


def test_visible_words_are_literal_so_that_they_can_be_translated() -> None:
    calls = [
        (path, node)
        for path, node in _nodes(PROGRAM)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr"
    ]
    assert [_place(path, node) for path, node in calls if not isinstance(node.args[0], ast.Constant)] == []


def test_opening_the_window_loads_no_heavy_library() -> None:
    pytest.importorskip("PySide6.QtWidgets")
    rooms = tuple(f"briefing.{room}" for room in ("ui", "app", "cli"))
    names = [name for name in map(_module_name, PROGRAM) if name.startswith(rooms)]
    code = f"import sys, importlib\nfor name in {names!r}: importlib.import_module(name)\n"
    code += f"loaded = sorted({HEAVY!r} & set(sys.modules))\nsys.exit(f'loaded too early: {{loaded}}' if loaded else 0)"
    assert not _run("-c", code)


def test_desk_and_command_line_work_where_qt_is_missing() -> None:
    rooms = tuple(f"briefing.{room}" for room in ("domain", "io", "app", "cli", "__main__"))
    names = [name for name in map(_module_name, PROGRAM) if name.startswith(rooms)]
    code = "import sys, importlib\nsys.modules['PySide6'] = None\n"
    assert not _run("-W", "error", "-c", code + f"for name in {names!r}: importlib.import_module(name)")


def test_tests_stand_where_their_module_stands() -> None:
    rooms = ("domain", "io", "app", "ui", "cli")
    strays = []
    for path in (path for room in rooms for path in (ROOT / "tests" / room).rglob("test_*.py")):
        folder = ROOT / "briefing" / path.relative_to(ROOT / "tests").parent
        modules = {module.stem for module in folder.glob("*.py")} | {module.name for module in folder.glob("*/")}
        subject = path.stem.removeprefix("test_")
        if not any(subject == module or subject.startswith(f"{module}_") for module in modules):
            strays.append(_place(path))
    assert strays == []


def test_every_rule_that_is_left_out_has_its_reason() -> None:
    lines = (ROOT / "pyproject.toml").read_text("utf-8").split("[tool.ruff.lint]")[1].split("[tool.mypy]")[0]
    rules = re.findall(r'^\s+"[A-Z]+\d*",.*$', lines, re.MULTILINE)
    assert rules
    assert [rule for rule in rules if not re.search(r"#\s+\w+", rule)] == []


def test_every_library_is_pinned_and_nothing_but_its_version_is_named() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = project["dependencies"] + [name for group in project["optional-dependencies"].values() for name in group]
    pins = (ROOT / ".ci" / "constraints.txt").read_text("utf-8").splitlines()
    assert [pin for pin in pins if not re.fullmatch(r"[\w.-]+==[\w.]+", pin)] == []
    assert {_library(name) for name in wanted} - {_library(pin) for pin in pins} == set()


def test_the_project_names_no_machine_and_no_registry() -> None:
    hosts = ("pypi" + ".org", "python" + "hosted.org", "registry." + "npmjs", "index-" + "url", "find-" + "links")
    folders = re.compile(r"(^|[^\w.:])/(work|root|opt|farm)/", re.MULTILINE)
    found = []
    for path in _project_files():
        text = path.read_text("utf-8", "replace")
        found += [f"{_place(path)} {host}" for host in hosts if host in text]
        found += [f"{_place(path)} {match[0].strip()}" for match in folders.finditer(text) if path != Path(__file__)]
    assert found == []


@pytest.mark.skipif(not SEED.exists(), reason="the seed article stands outside the project")
def test_no_sentence_of_the_seed_article_stands_in_the_project() -> None:
    words = re.compile(r"[a-z0-9$%]+")
    seed = words.findall(SEED.read_text("utf-8").lower())
    runs = {tuple(seed[at : at + 10]) for at in range(len(seed) - 9)}
    pairs = {run[:2] for run in runs}
    copied = []
    for path in _project_files():
        said = words.findall(path.read_text("utf-8", "replace")[:2_000_000].lower())
        # Most pairs of words do not stand in the article; only those that do are worth looking at in tens.
        starts = [at for at, pair in enumerate(pairwise(said)) if pair in pairs]
        copied += [
            f"{_place(path)} {' '.join(said[at : at + 10])}" for at in starts if tuple(said[at : at + 10]) in runs
        ]
    assert copied == []
