from collections.abc import Iterable
from typing import cast

import pytest
from PySide6.QtGui import QFont, QTextBlock, QTextCursor, QTextFragment

from briefing.domain.side_by_side import rows
from briefing.ui.comparison_document import Manner, Shown, compared
from briefing.ui.theme import DARK, LIGHT, Theme
from tests.builders import source

SAME = "\n\n".join(f"Paragraph {name} stays as it was." for name in ("one", "two", "three", "four", "five"))
OLD = source(f"The fare is three crowns.\n\n{SAME}\n\nThe ramp is closed.")
NEW = source(f"The fare is four crowns.\n\n{SAME}\n\nA vote is set for March.\n\nThe ramp is closed.")


def shown(*, is_split: bool = True, is_whole: bool = False, theme: Theme = LIGHT) -> Shown:
    return compared(rows(OLD, NEW), Manner(is_split, is_whole, ("then", "now")), QFont("DejaVu Sans"), theme)


def fragments(block: QTextBlock) -> list[QTextFragment]:
    """The words of a block, by their formats."""
    pieces = cast("Iterable[QTextBlock.iterator]", block)  # as Qt's binding has it, which its types do not tell
    return [piece.fragment() for piece in pieces]


def marked(found: Shown, *, is_struck: bool) -> str:
    """The words that are struck out, or those that are underlined."""
    words, block = [], found.document.begin()
    while block.isValid():
        for fragment in fragments(block):
            form = fragment.charFormat()
            if form.fontStrikeOut() if is_struck else form.fontUnderline():
                words.append(fragment.text())
        block = block.next()
    return " ".join(words)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("is_split", [True, False])
def test_what_went_is_struck_out_and_what_came_is_underlined(is_split: bool) -> None:  # noqa: FBT001
    found = shown(is_split=is_split)
    assert marked(found, is_struck=True) == "three"
    assert marked(found, is_struck=False) == "four A vote is set for March."


@pytest.mark.usefixtures("qapp")
def test_each_change_has_a_sign_before_it() -> None:
    found = shown()
    signs = []
    for position in found.changes:
        cursor = QTextCursor(found.document)
        cursor.setPosition(position)
        signs.append(cursor.block().text())
    assert signs == ["±", "+"]


@pytest.mark.usefixtures("qapp")
def test_what_stayed_the_same_is_folded_and_shown_when_it_is_wanted() -> None:
    text = shown().document.toPlainText()
    assert "Paragraph three" not in text
    assert "3 paragraphs are the same" in text
    assert "Paragraph three" in shown(is_whole=True).document.toPlainText()


@pytest.mark.usefixtures("qapp")
def test_one_text_says_what_is_the_same_once_and_what_went_before_what_came() -> None:
    text = shown(is_split=False).document.toPlainText()
    assert "The fare is three four crowns." in text
    assert text.count("The ramp is closed.") == 1


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_marked_words_can_be_read_on_their_ground(theme: Theme) -> None:
    found = shown(theme=theme)
    grounds, block = set(), found.document.begin()
    while block.isValid():
        for fragment in fragments(block):
            form = fragment.charFormat()
            if form.background().style().value:
                grounds.add(form.background().color().name())
                lighter, darker = sorted(
                    (c.redF() * 0.2126 + c.greenF() * 0.7152 + c.blueF() * 0.0722)
                    for c in (form.background().color(), form.foreground().color())
                )[::-1]
                assert (lighter**2.2 + 0.05) / (darker**2.2 + 0.05) > 4.5
        block = block.next()
    assert len(grounds) == 2
