import contextlib
import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.io.container import (
    LARGEST_FILE,
    Damaged,
    Member,
    Packed,
    fingerprint,
    fingerprint_of,
    open_container,
    pack,
    pack_pieces,
    written,
)


def _bytes(*members: Packed) -> bytes:
    return b"".join(chunk for chunk in written(members) if isinstance(chunk, bytes))


def _read(data: bytes) -> dict[str, bytes]:
    file = open_container(io.BytesIO(data))
    return {name: file.content(name) for name in file.members}


@given(st.dictionaries(st.sampled_from(["a", "b/c", "é", "d.txt"]), st.binary(max_size=2000)))
def test_what_is_packed_is_unpacked(contents: dict[str, bytes]) -> None:
    data = _bytes(*(pack(name, content) for name, content in contents.items()))
    assert _read(data) == contents
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert {name: file.read(name) for name in file.namelist()} == contents


@given(lines=st.lists(st.binary(max_size=500)), is_stored=st.booleans())
def test_lines_are_those_of_the_whole(*, lines: list[bytes], is_stored: bool) -> None:
    content = b"\n".join(lines)
    file = open_container(io.BytesIO(_bytes(pack("a", content, is_stored=is_stored))))
    read = list(file.lines("a"))
    assert read == (content.removesuffix(b"\n").split(b"\n") if content else [])


def test_a_line_longer_than_what_is_unpacked_at_once_is_whole() -> None:
    lines = [bytes([65 + n % 26]) * (n * 50_000) for n in range(1, 6)]
    assert list(open_container(io.BytesIO(_bytes(pack("a", b"\n".join(lines))))).lines("a")) == lines


def test_lines_of_a_damaged_member_are_refused_at_the_end() -> None:
    member = pack("a", b"one\ntwo\n" * 100)
    broken = Packed("a", member.method, member.crc ^ 1, member.size, member.data)
    lines = open_container(io.BytesIO(_bytes(broken))).lines("a")
    with pytest.raises(Damaged, match="“a” in it is damaged"):
        list(lines)


@given(st.lists(st.binary(max_size=3000)))
def test_what_is_packed_in_pieces_is_the_whole(pieces: list[bytes]) -> None:
    assert _read(_bytes(pack_pieces("a", pieces))) == {"a": b"".join(pieces)}


def test_the_fingerprint_is_known_while_writing() -> None:
    places: list[Member] = []
    members = [pack("a", b"x" * 100), pack("b", b"y")]
    data = b"".join(chunk for chunk in written(members, places) if isinstance(chunk, bytes))
    assert fingerprint(io.BytesIO(data)) == fingerprint_of(places) == open_container(io.BytesIO(data)).fingerprint


def test_what_packs_too_well_is_stored_so_that_it_can_be_read_again() -> None:
    assert _read(_bytes(pack("a", bytes(10_000_000)))) == {"a": bytes(10_000_000)}


@pytest.mark.parametrize(
    "name",
    ["../a", "a/../b", "/etc/passwd", "a//b", "./a", "C:a", "a\\b", "..", "a\nb", "a\0b", "", "con?", "\u202eabc"],
)
def test_names_that_could_lead_elsewhere_are_refused(name: str) -> None:
    with pytest.raises(Damaged, match="is no safe name"):
        open_container(io.BytesIO(_bytes(pack(name, b"x"))))


@pytest.mark.parametrize(("one", "two"), [("a", "a"), ("a", "A"), ("é", "e\u0301"), ("straße", "STRASSE")])
def test_two_members_of_one_name_are_refused(one: str, two: str) -> None:
    with pytest.raises(Damaged, match="is in it twice"):
        open_container(io.BytesIO(_bytes(pack(one, b"x"), pack(two, b"y"))))


def test_links_are_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        link = zipfile.ZipInfo("a")
        link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(Damaged, match="is a link"):
        open_container(file)


def test_ways_of_packing_that_notes_do_not_use_are_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a", b"x" * 100)
    with pytest.raises(Damaged, match="packed in a way that notes do not use"):
        open_container(file)


def _deflated(size: int) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(bytes(size)) + packer.flush()


def test_a_bomb_is_refused_before_it_goes_off() -> None:
    bomb = Packed("a", 8, 0, 100_000_000, _deflated(100_000_000))
    with pytest.raises(Damaged, match="says it is larger than it can be"):
        open_container(io.BytesIO(_bytes(bomb)))


def test_a_bomb_that_lies_about_its_size_is_not_unpacked_beyond_what_it_says() -> None:
    lying = Packed("a", 8, zlib.crc32(b""), 1000, _deflated(50_000_000))
    with pytest.raises(Damaged, match="is damaged"):
        _read(_bytes(lying))
    with pytest.raises(Damaged, match="is damaged"):
        list(open_container(io.BytesIO(_bytes(lying))).lines("a"))


def test_many_members_that_are_too_much_together_are_refused() -> None:
    half = Packed("a", 8, 0, LARGEST_FILE // 2 + 1, bytes(LARGEST_FILE // 2 // 200 + 2))
    other = Packed("b", 8, 0, LARGEST_FILE // 2 + 1, half.data)
    with pytest.raises(Damaged, match="would unpack to more than"):
        open_container(io.BytesIO(_bytes(half, other)))


def test_members_that_lie_over_each_other_are_refused() -> None:
    data = bytearray(_bytes(pack("a", b"one"), pack("b", b"two")))
    first, second = (i for i in range(len(data)) if data[i : i + 4] == b"PK\1\2")
    data[second + 42 : second + 46] = data[first + 42 : first + 46]
    data[second + 46] = data[first + 46]
    with pytest.raises(Damaged, match=r"lies over another part|is in it twice"):
        open_container(io.BytesIO(bytes(data)))


def _at(mark: bytes, offset: int, value: bytes) -> Callable[[bytearray], None]:
    def change(data: bytearray) -> None:
        at = data.index(mark) + offset
        data[at : at + len(value)] = value

    return change


@pytest.mark.parametrize(
    "change",
    [
        _at(b"PK\1\2", 0, b"XX"),
        _at(b"PK\1\2", 8, b"\1\0"),  # encrypted
        _at(b"PK\1\2", 16, b"\0\0\0\0"),  # checksum
        _at(b"PK\1\2", 20, struct.pack("<L", 1 << 30)),  # packed size
        _at(b"PK\1\2", 24, struct.pack("<L", 1 << 30)),  # size
        _at(b"PK\1\2", 28, b"\xff\xff"),  # length of the name
        _at(b"PK\1\2", 42, struct.pack("<L", 1 << 31)),  # place
        _at(b"PK\5\6", 8, b"\2\0\2\0"),  # count
        _at(b"PK\5\6", 12, struct.pack("<L", 5)),  # size of the directory
        _at(b"PK\5\6", 16, struct.pack("<L", 0)),  # its place
        _at(b"PK\5\6", 20, b"\1\0"),  # a comment that is not there
        _at(b"PK\3\4", 26, b"\2\0"),  # another name in the local header
        _at(b"PK\3\4", 0, b"XX"),
    ],
)
def test_a_directory_that_lies_is_refused(change: Callable[[bytearray], None]) -> None:
    data = bytearray(_bytes(pack("a", b"some words " * 20)))
    change(data)
    with pytest.raises(Damaged):
        _read(bytes(data))


@given(st.data())
def test_whatever_is_changed_in_it_nothing_else_is_raised(data: st.DataObject) -> None:
    changed = bytearray(_bytes(pack("a", b"some words " * 20), pack("b/c", b"\0\1\2")))
    for _ in range(data.draw(st.integers(1, 4))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(Damaged):
        _read(bytes(changed))
