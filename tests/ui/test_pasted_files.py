from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

from briefing.ui.pasted import can_paste


def test_a_file_dropped_on_a_section_is_left_to_the_window(tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "report.pdf"))])
    assert data.hasText()
    assert not can_paste(data)


def test_a_link_of_the_web_may_be_dropped_into_the_words() -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://news.example/ferry")])
    assert can_paste(data)
