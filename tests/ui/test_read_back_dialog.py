import pytest
from PySide6.QtWidgets import QListWidget, QTextBrowser

from briefing.domain.note import Block, Citation, Note, Words
from briefing.domain.readback import Kind, Proposal, ReadBack
from briefing.ui.read_back_dialog import ReadBackDialog


def _shown(after: Block) -> str:
    """What the dialog says of a change with a comment on it."""
    before = Block(runs=(Words("The pact holds."),))
    found = ReadBack((Proposal(Kind.CHANGED, "agenda", 0, before, after, ("Reviewer: Since when?",)),))
    dialog = ReadBackDialog(Note("n"), found)
    listed, words = dialog.findChild(QListWidget), dialog.findChild(QTextBrowser, "read_back_words")
    assert listed is not None
    assert words is not None
    listed.setCurrentRow(0)
    dialog.deleteLater()
    return words.toPlainText()


@pytest.mark.usefixtures("qapp")
def test_a_comment_that_comes_with_a_change_says_whether_the_note_can_keep_it() -> None:
    now = Words("The pact held.")
    assert "no place for the comment" in _shown(Block(runs=(now,)))
    assert "kept with the excerpt" in _shown(Block(runs=(now, Citation("x1"))))


@pytest.mark.usefixtures("french")
def test_a_comment_stands_behind_its_label_as_the_language_sets_it() -> None:
    assert "Commentaire : Reviewer: Since when?" in _shown(Block(runs=(Words("The pact held."),)))
