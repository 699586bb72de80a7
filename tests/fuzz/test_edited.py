"""Edited documents that were damaged on their way: what they say is read back, or one plain sentence says why not."""

import random
import re
import zipfile
from contextlib import suppress
from io import BytesIO

import pytest

from briefing.domain.document import compose
from briefing.domain.errors import BriefingError
from briefing.domain.readback import accept, read_back
from briefing.io.edited.marks import read_marks
from briefing.io.edited.word import read_word
from briefing.io.writers import docx, markdown
from tests.fuzz.test_readers import spoiled, spoiled_inside
from tests.notes import whole_note

NOTE = whole_note()
SENT = compose(NOTE)
WORD, MARKS = docx.write(SENT), markdown.write(SENT)
VALUES = ("", "²", "-3", "x" * 300, "9" * 5000, "brief_x_1", "0", "\u202e")


def mistold(data: bytes, chance: random.Random) -> bytes:
    """A Word document in whose parts some values are others, and some tags are missing."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            for value in chance.sample(re.findall(r'"[^"<>]{0,40}"', text), 2) if chance.random() < 0.6 else ():
                text = text.replace(value, f'"{chance.choice(VALUES)}"', chance.randint(1, 3))
            if chance.random() < 0.1:
                text = text.replace(chance.choice(re.findall(r"</?w:\w+[^>]*>", text) or ["?"]), "", 1)
            new.writestr(name, text)
    return out.getvalue()


def try_to_read_back(chance: random.Random) -> None:
    with suppress(BriefingError):
        match chance.randrange(3):
            case 0:
                found = read_back(SENT, read_word(mistold(WORD, chance), SENT))
            case 1:
                found = read_back(SENT, read_word(spoiled_inside(WORD, chance), SENT))
            case _:
                found = read_back(SENT, read_marks(spoiled(MARKS, chance), SENT))
        accept(NOTE, [proposal for proposal in found.proposals if proposal.is_takeable])


@pytest.mark.parametrize("seed", range(20))
def test_a_damaged_document_is_read_back_or_refused(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(20):
        try_to_read_back(chance)


@pytest.mark.long
def test_thousands_of_damaged_documents_are_read_back_or_refused() -> None:
    chance = random.Random(1)
    for _ in range(5000):
        try_to_read_back(chance)
