from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from functools import partial
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Event, Thread

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QLineEdit, QPushButton

from briefing.app.desk import Desk
from briefing.domain.source import Kind
from briefing.ui.window import Window
from tests.noisy import BLOG, WIRE
from tests.pages import NEWS
from tests.ui.parts import dialog_of, part, press
from tests.waiting import until


def desk_of(window: Window) -> Desk:
    assert window.desk is not None
    return window.desk


def awaited(window: Window, name: str) -> QDialog:
    until(lambda: dialog_of(window.frame, name) is not None)
    found = dialog_of(window.frame, name)
    assert found is not None
    return found


def titles(window: Window) -> list[str]:
    return [source.record.title for source in desk_of(window).note.sources]


def said(window: Window) -> str:
    return part(window.frame.notice, QLabel, "notice_words").text()


def copy(text: str = "", html: str = "", *paths: Path) -> None:
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    if paths:
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    QGuiApplication.clipboard().setMimeData(data)


@pytest.fixture(autouse=True)
def _clean_clipboard(qapp: object) -> Iterator[None]:
    """Leave nothing of Python's on the clipboard, which outlives it."""
    assert qapp
    yield
    QGuiApplication.clipboard().clear()


def saved(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def begin(window: Window, text: str = BLOG) -> None:
    copy(text)
    window.frame.perform("new")
    press(awaited(window, "intake"), "intake_accept")
    assert window.desk is not None


def drop(window: Window, *urls: QUrl) -> None:
    data = QMimeData()
    data.setUrls(list(urls))
    place, action = QPointF(50, 50), Qt.DropAction.CopyAction
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place.toPoint(), action, data, button, keys)
    window.frame.dragEnterEvent(enter)
    assert enter.isAccepted()
    window.frame.dropEvent(QDropEvent(place, action, data, button, keys))


class _Page(BaseHTTPRequestHandler):
    """Gives one page, once the gate is open, and notes who asked."""

    gate = Event()
    asked: list[str] = []  # noqa: RUF012 - each server has its own

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.gate.wait(20)
        body = NEWS.encode()
        self.send_response(200 if self.path == "/ferry" else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as it is called there
        """Say nothing."""


@contextmanager
def served() -> Iterator[tuple[str, type[_Page]]]:
    class Page(_Page):
        gate = Event()
        asked: list[str] = []  # noqa: RUF012 - of this server alone

    page = Page
    server = HTTPServer(("127.0.0.1", 0), page)
    Thread(target=partial(server.serve_forever, 0.02), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", page
    finally:
        page.gate.set()
        server.shutdown()
        server.server_close()


def test_pasting_takes_the_html_flavour_with_its_headings(window: Window) -> None:
    html = "<h2>What it costs</h2><p>The council will vote in March on the fares of the ferry.</p>"
    copy("What it costs The council will vote in March on the fares of the ferry.", html)
    window.frame.perform("new")
    press(awaited(window, "intake"), "intake_accept")
    source = desk_of(window).note.sources[0]
    assert source.passages[0].kind is Kind.HEADING
    assert source.original == html.encode()


def test_several_files_begin_one_note_and_are_asked_about_one_after_the_other(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [str(saved(tmp_path, "blog.txt", BLOG)), str(saved(tmp_path, "wire.txt", WIRE))]
    monkeypatch.setattr("briefing.ui.articles.QFileDialog.getOpenFileNames", lambda *_: (names, ""))
    window.frame.perform("new_file")
    first = awaited(window, "intake")
    assert len([d for d in window.frame.findChildren(QDialog) if d.isVisible()]) == 1
    press(first, "intake_accept")
    until(lambda: dialog_of(window.frame, "intake") not in (None, first))
    press(awaited(window, "intake"), "intake_accept")
    assert len(titles(window)) == 2
    desk_of(window).undo()
    assert len(titles(window)) == 1


def test_an_article_that_is_not_wanted_does_not_hold_up_the_next(window: Window, tmp_path: Path) -> None:
    drop(window, *(QUrl.fromLocalFile(str(saved(tmp_path, n, t))) for n, t in (("b.txt", BLOG), ("w.txt", WIRE))))
    first = awaited(window, "intake")
    first.reject()
    until(lambda: dialog_of(window.frame, "intake") not in (None, first))
    press(awaited(window, "intake"), "intake_accept")
    assert len(titles(window)) == 1


def test_a_file_that_cannot_be_read_is_told_and_the_next_is_shown(window: Window, tmp_path: Path) -> None:
    empty, blog = saved(tmp_path, "empty.txt", ""), saved(tmp_path, "blog.txt", BLOG)
    copy("", "", empty, blog)
    window.frame.perform("new")
    press(awaited(window, "intake"), "intake_accept")
    assert "empty.txt" in said(window)
    assert len(titles(window)) == 1


def test_the_same_article_twice_is_skipped_or_kept_as_the_analyst_says(window: Window) -> None:
    begin(window)
    copy(BLOG)
    window.frame.perform("add_paste")
    double = awaited(window, "double")
    assert not part(double, QPushButton, "double_version").isEnabled()
    press(double, "double_skip")
    assert len(titles(window)) == 1
    window.frame.perform("add_paste")
    until(lambda: dialog_of(window.frame, "double") not in (None, double))
    press(awaited(window, "double"), "double_both")
    press(awaited(window, "intake"), "intake_accept")
    assert len(titles(window)) == 2


def test_nearly_the_same_article_becomes_a_new_version_in_one_step(window: Window) -> None:
    begin(window)
    before = desk_of(window).note
    copy(BLOG.replace("ferry", "boat", 1))
    window.frame.perform("add_paste")
    press(awaited(window, "double"), "double_version")
    version = awaited(window, "version")
    until(part(version, QPushButton, "version_take").isEnabled)
    press(version, "version_take")
    after = desk_of(window).note
    assert len(after.sources) == 1
    assert [earlier.text for earlier in after.sources[0].earlier] == [before.sources[0].text]
    assert window.article is not None
    assert window.article.view.source.text == after.sources[0].text
    desk_of(window).undo()
    assert desk_of(window).note == before
    assert window.article.view.source.text == before.sources[0].text


def test_what_came_with_a_mail_is_read_next(window: Window, tmp_path: Path) -> None:
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = "A paper", "a@harbour.example", "b@desk.example"
    mail.set_content("Please look at the paper that I send with this mail; it is about the mill.")
    mail.add_attachment(WIRE.encode(), "text", "plain", filename="wire.txt")
    path = tmp_path / "mail.eml"
    path.write_bytes(mail.as_bytes())
    window.take([path])
    first = awaited(window, "intake")
    press(first, "intake_accept")
    until(lambda: dialog_of(window.frame, "intake") not in (None, first))
    press(awaited(window, "intake"), "intake_accept")
    assert titles(window)[0] == "A paper"
    assert desk_of(window).note.sources[1].record.file_name == "wire.txt"


def test_a_mail_that_only_carries_a_paper_brings_the_paper(window: Window, tmp_path: Path) -> None:
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = "Fwd:", "a@harbour.example", "b@desk.example"
    mail.set_content("\n")
    mail.add_attachment(WIRE.encode(), "text", "plain", filename="wire.txt")
    path = tmp_path / "mail.eml"
    path.write_bytes(mail.as_bytes())
    window.take([path])
    press(awaited(window, "intake"), "intake_accept")
    assert [source.record.file_name for source in desk_of(window).note.sources] == ["wire.txt"]


def test_a_dropped_link_asks_before_anything_is_fetched(window: Window) -> None:
    with served() as (home, page):
        page.gate.set()
        drop(window, QUrl(f"{home}/ferry"))
        asking = awaited(window, "address")
        assert part(asking, QLineEdit, "address_line").text() == f"{home}/ferry"
        assert page.asked == []
        press(asking, "address_fetch")
        press(awaited(window, "intake"), "intake_accept")
        assert page.asked == ["/ferry"]
    assert desk_of(window).note.sources[0].original == NEWS.encode()


def test_a_link_alone_on_the_clipboard_asks_too(window: Window) -> None:
    copy("https://news.example/ferry\n")
    window.frame.perform("new")
    asking = awaited(window, "address")
    assert part(asking, QLineEdit, "address_line").text() == "https://news.example/ferry"
    asking.reject()
    assert window.desk is None


def test_a_slow_address_says_that_it_is_read_and_can_be_cancelled(window: Window) -> None:
    with served() as (home, page):
        window.frame.perform("new_address")
        asking = awaited(window, "address")
        line = part(asking, QLineEdit, "address_line")
        line.setText(f"{home}/ferry")
        QTest.keyClick(line, Qt.Key.Key_Return)
        until(lambda: any("127.0.0.1" in notice_words(n) for n in notices(window)))
        cancel = next(n for n in notices(window) if "127.0.0.1" in notice_words(n))
        press(cancel, "notice_offer")
        assert cancel.isHidden()
        page.gate.set()
        until(lambda: page.asked == ["/ferry"])
        begin(window)
    assert titles(window) == ["What the ferry teaches about patience"]


def notices(window: Window) -> list[QFrame]:
    return [n for n in window.frame.findChildren(QFrame, "notice") if n.isVisible()]


def notice_words(notice: QFrame) -> str:
    return part(notice, QLabel, "notice_words").text()


def test_an_address_that_fails_is_told_in_one_sentence(window: Window) -> None:
    with served() as (home, page):
        page.gate.set()
        window.frame.perform("new_address")
        part(awaited(window, "address"), QLineEdit, "address_line").setText(f"{home}/gone")
        press(awaited(window, "address"), "address_fetch")
        until(window.frame.notice.isVisible)
    assert "404" in said(window)
    assert window.desk is None


def test_an_article_that_did_not_change_at_its_address_is_up_to_date(window: Window) -> None:
    with served() as (home, page):
        page.gate.set()
        drop(window, QUrl(f"{home}/ferry"))
        press(awaited(window, "address"), "address_fetch")
        press(awaited(window, "intake"), "intake_accept")
        window.frame.perform("version_address")
        line = part(awaited(window, "address"), QLineEdit, "address_line")
        assert line.text() == desk_of(window).note.sources[0].record.address
        line.setText(f"{home}/ferry")
        press(awaited(window, "address"), "address_fetch")
        until(window.frame.notice.isVisible)
    assert "up to date" in said(window)


def test_a_new_version_from_the_clipboard_is_compared_and_earlier_ones_can_be_looked_at(window: Window) -> None:
    begin(window)
    window.frame.perform("versions")
    assert "no earlier version" in said(window)
    copy(BLOG.replace("ferry", "boat"))
    window.frame.perform("version_paste")
    version = awaited(window, "version")
    until(part(version, QPushButton, "version_take").isEnabled)
    press(version, "version_take")
    window.frame.perform("versions")
    awaited(window, "versions").reject()
    assert desk_of(window).undo_label == "New version of S1"
