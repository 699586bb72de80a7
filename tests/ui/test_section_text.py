"""Blocks survive the way into a text document and back, whatever an analyst or an article puts into them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from briefing.domain.note import Block, Citation, Style, Words, block
from briefing.ui.section_look import Look
from briefing.ui.section_text import fill, fragments, read, splice
from briefing.ui.theme import DARK, LIGHT

pytestmark = pytest.mark.usefixtures("qapp")

LETTERS = st.one_of(
    st.text(max_size=12),
    st.text(alphabet=st.characters(), max_size=4),
    st.sampled_from(
        ["a\u00a0b", "\n", "a\n\nb", "\u2028", "\u2029", "\ufffc", "\ufeff", "\ud800", "\U0001f1ef\U0001f1f5"]
    ),
    st.sampled_from(["שלום", "مرحبا", "e\u0301", "👩‍💻", "\t", "\r\n", "\x00", "  ", "\ufdd0\ufdd1", "\u200f", "\xad"]),
)
LINKS = st.sampled_from(["", "", "", "https://example.org/a?b=c&d", "mailto:x@example.org", "#"])
WORDS = st.builds(Words, LETTERS, st.booleans(), st.booleans(), LINKS)
CITATIONS = st.builds(Citation, st.sampled_from(["x1", "x2", "x30"]))
BLOCKS = st.builds(block, st.sampled_from(Style), st.lists(st.one_of(WORDS, CITATIONS), max_size=5), st.integers(0, 9))
BODIES = st.lists(BLOCKS, min_size=1, max_size=6)


def shown(blocks: list[Block], look: Look) -> QTextDocument:
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    fill(document, blocks, look)
    return document


@given(BODIES)
def test_blocks_come_back_from_a_document_as_they_went_in(blocks: list[Block]) -> None:
    assert read(shown(blocks, Look(LIGHT))) == blocks


@given(BODIES, BODIES)
def test_splicing_gives_the_new_blocks_whatever_stood_there(old: list[Block], new: list[Block]) -> None:
    document = shown(old, Look(DARK))
    splice(document, old, new, Look(DARK))
    assert read(document) == new


@given(BODIES, st.data())
def test_splicing_a_neighbour_of_what_stands_there(old: list[Block], data: st.DataObject) -> None:
    new = list(old)
    at = data.draw(st.integers(0, len(new)))
    new[at : data.draw(st.integers(at, len(new)))] = data.draw(st.lists(BLOCKS, max_size=2))
    new = new or [Block()]
    document = shown(old, Look(LIGHT))
    splice(document, old, new, Look(LIGHT))
    assert read(document) == new
    freshly = shown(new, Look(LIGHT))
    for number in range(len(new)):
        one, other = document.findBlockByNumber(number), freshly.findBlockByNumber(number)
        assert one.blockFormat() == other.blockFormat()
        assert [f[3] for f in fragments(one)] == [f[3] for f in fragments(other)]
        assert one.text() == other.text()


def test_a_splice_in_the_middle_leaves_cursors_elsewhere_where_they_were() -> None:
    old = [block(Style.PARAGRAPH, [Words(text)]) for text in ("first", "second", "third")]
    new = [old[0], block(Style.QUOTE, [Words("other")]), block(Style.BULLET, [Words("more")]), old[2]]
    document = shown(old, Look(LIGHT))
    before, behind = QTextCursor(document), QTextCursor(document)
    before.setPosition(3)
    behind.setPosition(document.findBlockByNumber(2).position() + 2)
    splice(document, old, new, Look(LIGHT))
    assert before.position() == 3
    assert behind.block().blockNumber() == 3
    assert behind.positionInBlock() == 2


def test_only_the_words_that_differ_are_replaced() -> None:
    old = [block(Style.PARAGRAPH, [Words("The minister arrives on Monday.")])]
    new = [block(Style.PARAGRAPH, [Words("The minister arrives on Tuesday.")])]
    document = shown(old, Look(LIGHT))
    document.documentLayout()  # without a layout a document tells nobody what changed
    seen: list[tuple[int, int, int]] = []
    document.contentsChange.connect(lambda at, gone, come: seen.append((at, gone, come)))
    splice(document, old, new, Look(LIGHT))
    assert seen == [(24, 3, 4)]
