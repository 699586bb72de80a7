import json
from collections.abc import Callable

import pytest

from briefing.domain.note import Note
from briefing.io.note_json import Listed, Newer, decode_note, encode_note
from briefing.io.plain_values import Misshapen
from tests.notes import whole_note
from tests.random_notes import random_note


def _listed(note: Note) -> list[Listed]:
    return [Listed(source, {"text.txt": "0" * 64}) for source in note.sources]


def _decode(data: bytes) -> tuple[Note, tuple[Listed, ...]]:
    return decode_note(iter(data.removesuffix(b"\n").split(b"\n")), lambda: data)


def _line_by_line(data: bytes) -> tuple[Note, tuple[Listed, ...]]:
    """Read without a second chance."""

    def refuse() -> bytes:
        raise AssertionError

    return decode_note(iter(data.removesuffix(b"\n").split(b"\n")), refuse)


@pytest.mark.parametrize("note", [whole_note(), *map(random_note, range(20))])
def test_a_note_that_was_written_here_is_read_line_by_line(note: Note) -> None:
    data = encode_note(note, _listed(note))
    assert encode_note(*_line_by_line(data)) == data


@pytest.mark.parametrize(
    "arrange",
    [
        json.dumps,
        lambda plain: json.dumps(plain, indent=2),
        lambda plain: json.dumps(dict(reversed(plain.items())), ensure_ascii=False, separators=(",", ":")),
        lambda plain: json.dumps(plain, indent=1).replace("\n", "\r\n"),
        lambda plain: "\n\n" + json.dumps(plain, indent=None) + "\n",
    ],
)
def test_the_same_in_another_arrangement_is_the_same_note(arrange: Callable[[dict[str, object]], str]) -> None:
    note = whole_note()
    data = encode_note(note, _listed(note))
    assert _decode(arrange(json.loads(data)).encode()) == _decode(data)


@pytest.mark.parametrize("keep", range(0, 100, 7))
def test_a_text_that_is_cut_off_is_no_note(keep: int) -> None:
    data = encode_note(whole_note(), ())
    with pytest.raises(Misshapen):
        _decode(data[: len(data) * keep // 100])


def test_what_stands_behind_the_end_is_no_part_of_a_note() -> None:
    with pytest.raises(Misshapen):
        _decode(encode_note(whole_note(), ()) + b"{}\n")


def test_a_note_of_a_later_format_is_told_by_its_number() -> None:
    data = encode_note(whole_note(), ()).replace(b'"format": 1,', b'"format": 7,').replace(b'"anchor"', b'"mooring"')
    with pytest.raises(Newer, match="7"):
        _decode(data)


def test_half_a_surrogate_pair_is_replaced() -> None:
    data = encode_note(whole_note(), ())
    title = json.dumps(whole_note().title).encode()
    assert title in data
    note, _ = _line_by_line(data.replace(title, b'"\\ud83d alone"', 1))
    assert note.title == "\ufffd alone"


@pytest.mark.parametrize("name", [b"[1]", b"{}", b"7", b"[" * 100_000])
def test_what_stands_in_place_of_a_name_is_no_note(name: bytes) -> None:
    with pytest.raises(Misshapen):
        _decode(b"{\n" + name + b": 2\n}\n")
