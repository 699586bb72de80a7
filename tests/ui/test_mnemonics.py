from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QMenu

from briefing.app.desk import Desk
from briefing.app.notes import new_note
from briefing.app.opening import default_template
from briefing.ui.command_palette import choices
from briefing.ui.mnemonics import marked, plain
from briefing.ui.translation import LANGUAGES, catalogue
from briefing.ui.window import Window

LINES = st.lists(st.text(st.sampled_from("aäbcé &1"), min_size=1, max_size=9), max_size=12)


def letters(lines: list[str]) -> list[str]:
    """The letters that are marked."""
    singles = [line.replace("&&", "") for line in lines]
    return [line[line.index("&") + 1].casefold() for line in singles if "&" in line]


@given(LINES)
def test_no_letter_is_marked_twice_and_the_words_stay(lines: list[str]) -> None:
    shown = marked(lines)
    assert [plain(line) for line in shown] == lines
    assert [letter for letter, count in Counter(letters(shown)).items() if count > 1] == []


def test_the_first_letter_of_a_word_is_taken_where_it_is_free() -> None:
    assert marked(["Save", "Save as…", "Snapshots & more"]) == ["&Save", "Save &as…", "Snapshots && &more"]


@pytest.mark.usefixtures("german")
def test_every_menu_has_letters_of_its_own_when_it_is_shown(window: Window) -> None:
    window.open_desk(Desk(new_note(default_template())))
    before = [choice.words for choice in choices(window.frame.actions_by_id)]
    for menu in filter(QMenu.title, window.frame.menuBar().findChildren(QMenu)):
        menu.aboutToShow.emit()
        lines = [a.text().partition("\t")[0] for a in menu.actions() if a.isVisible() and not a.isSeparator()]
        found = letters(lines)
        assert len(set(found)) == len(found), lines
        assert len(found) > 0.85 * len(lines), lines  # the longest menu has more lines than there are letters in some
    assert [choice.words for choice in choices(window.frame.actions_by_id)] == before
    assert window.frame.actions_by_id["save"].text() != "Speichern"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_menus_themselves_have_letters_of_their_own(language: str) -> None:
    words = catalogue(language)
    found = letters([words.get(title, title) for title in ("&File", "&Edit", "&Source", "&Note", "&View", "&Help")])
    assert len(set(found)) == 6
