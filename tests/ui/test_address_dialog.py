import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from briefing.ui.address_dialog import AddressDialog, completed, page_of


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        (" https://news.example/a ", "https://news.example/a"),
        ("HTTP://news.example", "HTTP://news.example"),
        ("news.example/a?b=1", "https://news.example/a?b=1"),
        ("", ""),
        ("https://", ""),
        ("two words", ""),
        ("file:///etc/hosts", ""),
        ("name@news.example", ""),
        ("word", ""),
    ],
)
def test_an_address_is_completed_and_what_is_none_is_refused(typed: str, address: str) -> None:
    assert completed(typed) == address


@pytest.mark.usefixtures("qapp")
def test_only_an_address_can_be_fetched_and_it_is_told_once() -> None:
    dialog = AddressDialog("Add article")
    chosen: list[str] = []
    dialog.chosen.connect(chosen.append)
    dialog.open()
    line, fetch = dialog.findChild(QLineEdit, "address_line"), dialog.findChild(QPushButton, "address_fetch")
    assert line is not None
    assert fetch is not None
    assert not fetch.isEnabled()
    QTest.keyClicks(line, "news.example/ferry")
    fetch.click()
    assert chosen == ["https://news.example/ferry"]


@pytest.mark.parametrize(
    ("kind", "told", "address"),
    [
        ("chromium/x-source-url", b"https://harbour.example/ferry", "https://harbour.example/ferry"),
        ("text/x-moz-url-priv", "https://harbour.example/ferry".encode("utf-16-le"), "https://harbour.example/ferry"),
        ("chromium/x-source-url", b"file:///home/analyst/ferry.html", ""),
        ("chromium/x-source-url", b"", ""),
        ("text/plain", b"https://harbour.example/ferry", ""),
    ],
)
def test_what_is_copied_from_a_browser_tells_the_page_it_is_of(kind: str, told: bytes, address: str) -> None:
    data = QMimeData()
    data.setData(kind, told)
    assert page_of(data) == address
