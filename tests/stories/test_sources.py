"""Articles in every form that reaches an analyst, as sources of one note, looked through and renewed."""

from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListWidget, QPushButton, QTextEdit

from briefing.domain.anchor import Found
from briefing.domain.note import Note
from briefing.ui.window import Window
from tests.pages import NEWS
from tests.ui.parts import dialog_of, part, press
from tests.waiting import until

SAMPLES = Path(__file__).resolve().parents[1] / "samples" / "articles"
REPLY = "The committee recommends a fare of four crowns and a second ramp at the northern quay."
CLAIM = "The committee recommends a fare of four crowns"


def awaited(window: Window, name: str, before: QDialog | None = None) -> QDialog:
    until(lambda: dialog_of(window.frame, name) not in (None, before))
    found = dialog_of(window.frame, name)
    assert found is not None
    return found


def note_of(window: Window) -> Note:
    assert window.desk is not None
    return window.desk.note


def mail(folder: Path, words: str = REPLY) -> Path:
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = "Fares", "a@harbour.example", "b@desk.example"
    message["Date"] = "Mon, 10 Mar 2025 09:12:00 +0100"
    message.set_content(f"{words}\n\nThe vote is set for the end of the month, and nobody expects it to be close.\n")
    path = folder / "fares.eml"
    path.write_bytes(message.as_bytes())
    return path


def page(folder: Path) -> Path:
    """A page as Chromium saves it, with everything in one file."""
    message = MIMEMultipart("related", type="text/html")
    message["Snapshot-Content-Location"] = "https://gazette.example/2025/03/07/ferry"
    message.attach(MIMEText(NEWS, "html", "utf-8"))
    path = folder / "ferry.mhtml"
    path.write_bytes(message.as_bytes())
    return path


def bring(window: Window, *paths: Path) -> None:
    """Take files, whatever they double, as sources of their own."""
    window.take(paths)
    last: QDialog | None = None
    for _ in paths:
        found = _asked(window, last)
        if found.objectName() == "double":
            press(found, "double_both")
            found = awaited(window, "intake", last)
        last = found
        press(found, "intake_accept")


def _asked(window: Window, last: QDialog | None) -> QDialog:
    def found() -> QDialog | None:
        shown = (dialog_of(window.frame, name) for name in ("double", "intake"))
        return next((dialog for dialog in shown if dialog not in (None, last)), None)

    until(lambda: found() is not None)
    dialog = found()
    assert dialog is not None
    return dialog


def test_a_pdf_a_word_file_a_mail_and_a_saved_page_become_sources_of_one_note(window: Window, tmp_path: Path) -> None:
    paths = (SAMPLES / "chromium.pdf", SAMPLES / "libreoffice.docx", mail(tmp_path), page(tmp_path))
    bring(window, *paths)
    note = note_of(window)
    assert [source.record.file_name for source in note.sources] == [path.name for path in paths]
    assert [source.original for source in note.sources] == [path.read_bytes() for path in paths]
    assert all(source.record.title and source.last_number for source in note.sources)
    assert window.workspace is not None
    assert window.workspace.tabs.count() == len(paths)
    for _ in paths:
        window.frame.perform("undo")
    assert [source.id for source in note_of(window).sources] == ["S1"], "the first article began the note"


def test_an_article_that_was_edited_renews_its_source_and_what_stands_on_it_is_confirmed(
    window: Window, tmp_path: Path
) -> None:
    bring(window, mail(tmp_path))
    article = window.article
    assert article is not None
    start = article.source.text.index(CLAIM)
    article.view.select(start, start + len(CLAIM))
    QTest.keyClick(article.view, Qt.Key.Key_1)
    assert [excerpt.quote for excerpt in note_of(window).excerpts] == [CLAIM]
    before = note_of(window)

    window.take([mail(tmp_path, REPLY.replace("four crowns", "five crowns"))])
    press(awaited(window, "double"), "double_version")
    version = awaited(window, "version")
    until(part(version, QPushButton, "version_take").isEnabled)
    assert "five" in part(version, QTextEdit, "comparison_text").toPlainText()
    changed = part(version, QListWidget, "changed_list")
    assert changed.count() == 1
    changed.item(0).setCheckState(Qt.CheckState.Checked)
    press(version, "version_take")

    excerpt = note_of(window).excerpts[0]
    assert (excerpt.quote, excerpt.found) == (CLAIM.replace("four", "five"), Found.EXACT)
    assert note_of(window).sections[0].blocks[-1].text == CLAIM.replace("four", "five")
    window.frame.perform("versions")
    assert "differ" in _told(awaited(window, "versions"))
    awaited(window, "versions").reject()
    window.frame.perform("undo")
    assert note_of(window) == before


def _told(dialog: QDialog) -> str:
    label = part(dialog, QLabel, "comparison_told")
    until(lambda: bool(label.text()))
    return label.text()


def test_facts_of_an_article_are_corrected_later_too(window: Window, tmp_path: Path) -> None:
    bring(window, mail(tmp_path))
    window.frame.perform("details")
    dialog = awaited(window, "intake")
    line = part(dialog, QLineEdit, "intake_outlet")
    QTest.keyClicks(line, "Harbour press office")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert note_of(window).sources[0].record.outlet == "Harbour press office"
    assert window.desk is not None
    assert window.desk.undo_label == "Edit article details"
