import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.domain import edits
from briefing.domain.errors import BriefingError, FileChanged
from briefing.io import secret as secrets
from briefing.io.container import Damaged
from briefing.io.secret import Sealed, Secret, WrongPassphrase, make_secret, seal, unseal
from briefing.io.store import load, save
from tests.builders import note

DRAWING = "= Pact\nS1: The pact was signed.\n# energy\n> @S1:4-8"
QUICK = make_secret("open", b"s" * 16, 4)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "pact.brief"


@settings(max_examples=30)
@given(st.sampled_from([0, 1, 65_535, 65_536, 65_537, 200_000]), st.binary(max_size=20))
def test_what_is_sealed_is_unsealed(size: int, end: bytes) -> None:
    data = bytes(size) + end
    assert unseal(seal(data, QUICK), QUICK, "x") == (data, QUICK)


def test_the_same_data_is_sealed_differently_each_time() -> None:
    assert seal(b"data", QUICK) != seal(b"data", QUICK)


@pytest.mark.parametrize("change", ["cut", "swap", "turn", "double", "longer"])
def test_nothing_can_be_changed_unnoticed(change: str) -> None:
    sealed = bytearray(seal(bytes(range(256)) * 1000, QUICK))
    begin, size = len(sealed) - 4 * 16 - 256_000, 65_536 + 16
    pieces = [sealed[at : at + size] for at in range(begin, len(sealed), size)]
    match change:
        case "cut":
            pieces = pieces[:-1]
        case "swap":
            pieces[1], pieces[2] = pieces[2], pieces[1]
        case "turn":
            pieces[2][100] ^= 1
        case "double":
            pieces.insert(1, pieces[1])
        case _:
            pieces.append(bytearray(b"more"))
    with pytest.raises(Damaged, match="changed or cut off"):
        unseal(bytes(sealed[:begin]) + b"".join(pieces), QUICK, "x")


def test_a_header_cannot_ask_for_more_than_the_machine_has() -> None:
    sealed = bytearray(seal(b"data", QUICK))
    sealed[len(secrets.MAGIC)] = 60
    with pytest.raises(Damaged):
        unseal(bytes(sealed), "open", "x")


def test_a_protected_note_opens_with_its_passphrase_only(path: Path) -> None:
    save(note(DRAWING), path, secret=make_secret("öpen"))
    assert b"pact" not in path.read_bytes()
    with pytest.raises(Sealed, match=r"“pact\.brief” is protected by a passphrase"):
        load(path)
    with pytest.raises(WrongPassphrase, match="not the passphrase"):
        load(path, "close")
    assert load(path, "öpen").note == note(DRAWING)


def test_it_stays_protected_when_it_is_saved_again_until_that_is_taken_away(path: Path) -> None:
    save(note(DRAWING), path, secret=QUICK)
    loaded = load(path, "open")
    stamp = save(edits.retitle(loaded.note, "Two"), path, loaded.stamp)
    stamp = save(edits.retitle(loaded.note, "Three"), path, stamp)
    with pytest.raises(Sealed):
        load(path)
    assert load(path, QUICK).note.title == "Three"
    stamp = save(loaded.note, path, stamp, secret=None)
    assert load(path).note == note(DRAWING)
    save(loaded.note, path, stamp, secret=QUICK)
    assert load(path, "open").note == note(DRAWING)


def test_a_protected_file_that_changed_is_not_written_over(path: Path) -> None:
    save(note(DRAWING), path, secret=QUICK)
    loaded = load(path, QUICK)
    save(edits.retitle(loaded.note, "Theirs"), path, loaded.stamp)
    with pytest.raises(FileChanged):
        save(loaded.note, path, loaded.stamp)


def test_a_protected_file_that_was_cut_off_is_one_sentence(path: Path) -> None:
    save(note(DRAWING), path, secret=QUICK)
    whole = path.read_bytes()
    for keep in (5, 20, 40, 60, len(whole) - 1):
        path.write_bytes(whole[:keep])
        with pytest.raises(BriefingError, match="pact"):
            load(path, QUICK)


def test_the_key_is_not_shown() -> None:
    assert "key" not in repr(Secret(b"salt", b"key"))
    assert secrets.fingerprint(io.BytesIO(seal(b"a", QUICK))) != secrets.fingerprint(io.BytesIO(seal(b"a", QUICK)))
