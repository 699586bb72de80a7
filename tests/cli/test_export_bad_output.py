import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

OLD = b"the document as it was"


def _namespace() -> list[str]:
    """How a command is run with mounts of its own; skips where that is not allowed."""
    for command in (["unshare", "-m"], ["unshare", "-rm"]):
        if (
            shutil.which("unshare")
            and subprocess.run([*command, "true"], capture_output=True, check=False).returncode == 0
        ):
            return command
    pytest.skip("mounts of its own are not allowed here")


def _on_a_disk(options: str, folder: Path, prepare: str, *command: str | Path) -> "subprocess.CompletedProcess[str]":
    """Run a command of the program while a small disk lies on a folder, then show what is on that disk."""
    folder.mkdir(exist_ok=True)
    line = " ".join(f"'{part}'" for part in command)
    script = (
        f"mount -t tmpfs -o size=96k none '{folder}' && cd '{folder}' && {prepare} && mount -o remount,{options} ."
        f" && '{sys.executable}' -m briefing {line}; status=$?; ls -A '{folder}'; exit $status"
    )
    return subprocess.run(
        [*_namespace(), "sh", "-c", script], capture_output=True, text=True, check=False, env={"PYTHONPATH": str(ROOT)}
    )


ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("suffix", ["docx", "md"])
def test_a_full_disk_leaves_the_old_document(suffix: str, pact: Path, tmp_path: Path) -> None:
    out = tmp_path / "disk" / f"out.{suffix}"
    prepare = f"printf '%s' '{OLD.decode()}' > {out.name}; dd if=/dev/zero of=ballast bs=1k count=200 2>/dev/null; true"
    done = _on_a_disk("rw", out.parent, prepare, "export", pact, "-o", out)
    assert done.returncode == 1
    assert (
        done.stderr == f"briefing: There is no room left on the disk for “{out}”; make room or choose another place.\n"
    )
    assert done.stdout.split() == ["ballast", out.name]


def test_a_full_disk_leaves_no_half_note(article: Path, tmp_path: Path) -> None:
    note = tmp_path / "disk" / "note.brief"
    prepare = "dd if=/dev/zero of=ballast bs=1k count=200 2>/dev/null; true"
    done = _on_a_disk("rw", note.parent, prepare, "new", article, "-o", note)
    assert done.returncode == 1
    assert "no room left on the disk" in done.stderr
    assert done.stdout.split() == ["ballast"]


def test_a_disk_that_can_only_be_read_is_named(pact: Path, tmp_path: Path) -> None:
    out = tmp_path / "disk" / "out.md"
    done = _on_a_disk("ro", out.parent, "true", "export", pact, "-o", out)
    assert done.returncode == 1
    assert "is on a disk that can only be read; choose another place" in done.stderr
    assert done.stdout == ""


def test_a_folder_that_is_not_there_is_named(pact: Path, refused: Callable[..., str]) -> None:
    sentence = refused(1, "export", pact, "-o", pact.parent / "away" / "out.docx")
    assert "away” is not there; make it first or choose another" in sentence


@pytest.mark.parametrize("suffix", ["docx", "md"])
def test_a_write_protected_document_stays_as_it_is(suffix: str, pact: Path, refused: Callable[..., str]) -> None:
    out = pact.with_name(f"out.{suffix}")
    out.write_bytes(OLD)
    out.chmod(0o444)
    assert "is write-protected" in refused(1, "export", pact, "-o", out)
    assert out.read_bytes() == OLD


def test_a_document_that_is_open_elsewhere_stays_as_it_is(pact: Path, refused: Callable[..., str]) -> None:
    out = pact.with_name("out.docx")
    out.write_bytes(OLD)
    out.with_name(".~lock.out.docx#").write_text("")
    assert "is open in another program" in refused(1, "export", pact, "-o", out)
    assert out.read_bytes() == OLD


@pytest.mark.parametrize("command", ["show", "check", "add", "file", "export"])
def test_a_note_cut_in_the_middle_is_refused_by_every_command_and_stays_as_it_is(
    command: str, pact: Path, article: Path, refused: Callable[..., str]
) -> None:
    cut = pact.read_bytes()[: pact.stat().st_size // 2]
    pact.write_bytes(cut)
    more: dict[str, list[str | Path]] = {
        "add": [article],
        "file": ["--section", "energy", "--quote", "pact"],
        "export": ["-o", pact.with_name("out.md")],
    }
    sentence = refused(1, command, pact, *more.get(command, []))
    assert sentence == "“pact.brief” cannot be opened: the end of the file is missing. The file was left as it is."
    assert pact.read_bytes() == cut
