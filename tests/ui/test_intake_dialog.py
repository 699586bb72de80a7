from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLabel, QLineEdit, QListWidget, QPushButton

from briefing.app.arrival import Enclosed, arrive
from briefing.app.intake import read_file, read_paste
from briefing.domain.source import Source
from briefing.ui.article_view import ArticleView
from briefing.ui.intake_dialog import IntakeDialog
from tests.noisy import BLOG
from tests.ui.parts import part
from tests.waiting import until

BOOK = Path(__file__).resolve().parents[1] / "samples" / "articles" / "pandoc.epub"
RUSSIAN = "Паром ходит зимой.\n\nГорода договорились о цене билета, и совет проголосует в марте.\n"
Taken = list[tuple[Source, tuple[Enclosed, ...]]]


def opened(source: Source) -> tuple[IntakeDialog, Taken]:
    dialog = IntakeDialog(arrive(source), "Add article")
    taken: Taken = []
    dialog.taken.connect(lambda article, wanted: taken.append((article, wanted)))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    dialog.open()
    return dialog, taken


def saved(folder: Path, text: str, encoding: str) -> Source:
    path = folder / "article.txt"
    path.write_bytes(text.encode(encoding))
    return read_file(path)


def shown(dialog: QDialog) -> str:
    return part(dialog, ArticleView, "intake_text").toPlainText()


def is_ready(dialog: QDialog) -> bool:
    return part(dialog, QPushButton, "intake_accept").isEnabled()


def accept(dialog: QDialog) -> None:
    part(dialog, QPushButton, "intake_accept").click()


@pytest.mark.usefixtures("qapp")
def test_facts_are_corrected_and_the_text_stays_as_it_was_read() -> None:
    source = read_paste(BLOG)
    dialog, taken = opened(source)
    title = part(dialog, QLineEdit, "intake_title")
    assert title.text() == source.record.title
    title.selectAll()
    QTest.keyClicks(title, "On ferries")
    for name, words in (("authors", "A. Stone; B. Reed"), ("published", "7 March 2025")):
        line = part(dialog, QLineEdit, f"intake_{name}")
        line.selectAll()
        QTest.keyClicks(line, words)
        QTest.keyClick(line, Qt.Key.Key_Tab)
    part(dialog, QComboBox, "intake_reliability").setCurrentIndex(2)
    part(dialog, QComboBox, "intake_credibility").setCurrentIndex(3)
    accept(dialog)
    article, wanted = taken[0]
    record = article.record
    assert (record.title, record.authors, record.published) == ("On ferries", ("A. Stone", "B. Reed"), "2025-03-07")
    assert record.grade == "B3"
    assert (article.text, article.passages, article.original) == (source.text, source.passages, source.original)
    assert wanted == ()


@pytest.mark.usefixtures("qapp")
def test_the_text_is_set_as_the_reading_page_sets_it_with_noise_folded_until_it_is_wanted() -> None:
    dialog, _ = opened(read_paste(BLOG))
    assert "You may also like" not in shown(dialog)
    part(dialog, QCheckBox, "intake_noise").click()
    assert "You may also like" in shown(dialog)
    part(dialog, QCheckBox, "intake_noise").click()
    assert "You may also like" not in shown(dialog)
    dialog.reject()


@pytest.mark.usefixtures("qapp")
def test_an_article_about_which_nothing_is_to_be_asked_shows_no_question() -> None:
    dialog, _ = opened(read_paste(BLOG))
    assert dialog.findChild(QComboBox, "intake_encoding") is None
    assert dialog.findChild(QCheckBox, "intake_mend") is None
    assert dialog.findChild(QListWidget, "intake_chapters") is None
    dialog.reject()


@pytest.mark.usefixtures("qapp")
def test_another_encoding_is_previewed_and_facts_corrected_by_hand_stay(tmp_path: Path) -> None:
    dialog, taken = opened(saved(tmp_path, RUSSIAN, "cp1251"))
    assert "Паром" in shown(dialog)
    QTest.keyClicks(part(dialog, QLineEdit, "intake_outlet"), "Sound Courier")
    box = part(dialog, QComboBox, "intake_encoding")
    box.setCurrentIndex(box.findData("windows-1252"))
    assert not is_ready(dialog)
    until(lambda: is_ready(dialog))
    assert "Паром" not in shown(dialog)
    assert part(dialog, QLineEdit, "intake_outlet").text() == "Sound Courier"
    box.setCurrentIndex(0)
    until(lambda: is_ready(dialog))
    accept(dialog)
    assert taken[0][0].text.startswith("Паром")
    assert taken[0][0].record.outlet == "Sound Courier"


@pytest.mark.usefixtures("qapp")
def test_spoiled_letters_are_repaired_only_when_that_is_ticked(tmp_path: Path) -> None:
    right = "L’été dernier, le maire a déclaré qu’il était prêt à payer."
    dialog, taken = opened(saved(tmp_path, right.encode().decode("latin-1"), "utf-8"))
    assert "été" not in shown(dialog)
    part(dialog, QCheckBox, "intake_mend").click()
    until(lambda: is_ready(dialog))
    assert right in shown(dialog)
    accept(dialog)
    assert taken[0][0].text == right


@pytest.mark.usefixtures("qapp")
def test_chapters_of_a_book_are_chosen_and_none_is_no_choice() -> None:
    source = read_file(BOOK)
    dialog, taken = opened(source)
    chapters = part(dialog, QListWidget, "intake_chapters")
    assert chapters.accessibleName()
    for row in range(chapters.count()):
        chapters.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert not is_ready(dialog)
    assert "tick at least one" in part(dialog, QLabel, "intake_trouble").text()
    chapters.item(1).setCheckState(Qt.CheckState.Checked)
    until(lambda: is_ready(dialog))
    assert part(dialog, QLabel, "intake_trouble").isHidden()
    accept(dialog)
    assert 0 < len(taken[0][0].text) < len(source.text)
    assert taken[0][0].original == source.original


@pytest.mark.usefixtures("qapp")
def test_one_tick_takes_all_chapters_of_a_book_or_none() -> None:
    dialog, _ = opened(read_file(BOOK))
    chapters, whole = part(dialog, QListWidget, "intake_chapters"), part(dialog, QCheckBox, "intake_all_chapters")

    def ticks() -> set[Qt.CheckState]:
        return {chapters.item(row).checkState() for row in range(chapters.count())}

    whole.click()
    assert (ticks(), whole.checkState()) == ({Qt.CheckState.Unchecked}, Qt.CheckState.Unchecked)
    chapters.item(1).setCheckState(Qt.CheckState.Checked)
    assert whole.checkState() is Qt.CheckState.PartiallyChecked
    whole.click()
    assert (ticks(), whole.checkState()) == ({Qt.CheckState.Checked}, Qt.CheckState.Checked)
    until(lambda: is_ready(dialog))
    dialog.reject()
