"""A fuzzer over valid samples: whatever is cut, turned or put in, an article comes out, or one plain sentence."""

import random
import time
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from briefing.domain.errors import BriefingError
from briefing.io.readers import read
from tests.noisy import WIRE
from tests.pages import NEWS

SAMPLES = Path(__file__).resolve().parents[1] / "samples" / "articles"
LONGEST = 10  # seconds that a file may take, whatever is in it
MAIL = f"From: a@harbour.example\nTo: b@mill.example\nSubject: Ferry\nMIME-Version: 1.0\n\n{WIRE}".encode()
PARTS = (
    "From: a@harbour.example\nTo: b@mill.example\nSubject: Ferry\nMIME-Version: 1.0\n"
    "Content-Type: multipart/mixed; boundary=m\n\n--m\nContent-Type: multipart/alternative; boundary=a\n\n"
    "--a\nContent-Type: text/plain; format=flowed; charset=utf-8\n\n> The ferry \n> sails.\n\n-- \nAda\n"
    "--a\nContent-Type: text/html; charset=utf-8\n\n<p>The ferry sails.</p>\n--a--\n"
    f"--m\nContent-Type: message/rfc822\n\n{MAIL.decode()}\n--m--\n"
).encode()
SIGNED = (
    "From: a@harbour.example\nTo: b@mill.example\nContent-Type: text/plain\n\n-----BEGIN PGP SIGNED MESSAGE-----\n"
    f"Hash: SHA256\n\n{WIRE}\n-----BEGIN PGP SIGNATURE-----\n\niQEz\n-----END PGP SIGNATURE-----\n"
).encode()
TEXTS = {
    "parts.eml": PARTS,
    "signed.eml": SIGNED,
    "wire.txt": WIRE.encode(),
    "page.html": NEWS.encode(),
    "mail.eml": MAIL,
}
FILES = {path.name: path.read_bytes() for path in sorted(SAMPLES.iterdir())} | TEXTS


def spoiled(data: bytes, chance: random.Random) -> bytes:
    """The bytes with one to five faults: cut off, bits turned, pieces doubled, put in, or taken out."""
    spoilt = bytearray(data)
    for _ in range(chance.randint(1, 5)):
        at = chance.randrange(len(spoilt) + 1)
        match chance.randrange(5):
            case 0:
                del spoilt[at:]
            case 1:
                for _ in range(chance.randint(1, 20)):
                    if spoilt:
                        spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
            case 2:
                spoilt[at:at] = spoilt[at : at + chance.randint(1, 500)] * chance.randint(1, 5)
            case 3:
                spoilt[at:at] = chance.randbytes(chance.randint(1, 50))
            case _:
                del spoilt[at : at + chance.randint(1, 200)]
    return bytes(spoilt)


def spoiled_inside(data: bytes, chance: random.Random) -> bytes:
    """A ZIP container whose parts are spoiled while the container stays whole."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, spoiled(part, chance) if chance.random() < 0.4 else part)
    return stream.getvalue()


def try_to_read(data: bytes, name: str) -> None:
    begun = time.process_time()
    refusal = ""
    try:
        source = read(data, name)
    except BriefingError as error:
        refusal = str(error)
    if refusal:
        assert "\n" not in refusal
        assert refusal.endswith(".")
    else:
        assert any(map(str.isalnum, source.text))
        assert all(p.start < p.end <= len(source.text) for p in source.passages)
    assert time.process_time() - begun < LONGEST


@pytest.mark.parametrize("name", FILES)
def test_a_file_cut_off_anywhere_is_read_or_refused(name: str) -> None:
    data = FILES[name]
    for part in range(1, 12):
        try_to_read(data[: len(data) * part // 12], name)


@pytest.mark.parametrize("name", FILES)
def test_a_spoiled_file_is_read_or_refused(name: str) -> None:
    chance = random.Random(name)
    for _ in range(6):
        try_to_read(spoiled(FILES[name], chance), name)


@pytest.mark.long
@pytest.mark.parametrize("name", FILES)
def test_many_spoiled_files_are_read_or_refused(name: str) -> None:
    chance = random.Random(name)
    for _ in range(400):
        try_to_read(spoiled(FILES[name], chance), name)
        if FILES[name].startswith(b"PK"):
            try_to_read(spoiled_inside(FILES[name], chance), name)
