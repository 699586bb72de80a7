"""What can be chosen about how an article is read: its encoding, mojibake, chapters, and what came with a mail."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from briefing.app.arrival import ENCODINGS, Arrival, Enclosed, Manner
from briefing.ui.quiet_box import QuietBox
from briefing.ui.words import tr

_ROWS = 5  # of a list, shown without scrolling
_ROOM = 10  # pixels that a style may put around the rows


class MannerChoice(QFrame):
    """Questions about one article, only those that arise; `changed` tells that it is to be read again."""

    changed = Signal()

    def __init__(self, arrival: Arrival, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("manner")
        self._arrival = arrival
        self._encoding: QComboBox | None = None
        self._mend: QCheckBox | None = None
        self._chapters: QListWidget | None = None
        self._whole: QCheckBox | None = None
        self._enclosed: QListWidget | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(8)
        if arrival.guessed:
            self._ask_encoding(layout)
        if arrival.wrong:
            self._ask_mending(layout)
        if len(arrival.chapters) > 1:
            self._ask_chapters(layout)
        if arrival.enclosed:
            self._ask_enclosed(layout)
        self.setVisible(bool(arrival.guessed or arrival.wrong or len(arrival.chapters) > 1 or arrival.enclosed))

    def manner(self) -> Manner:
        """How the article is to be read."""
        encoding = str(self._encoding.currentData()) if self._encoding is not None else ""
        return Manner(
            "" if encoding == self._arrival.guessed else encoding,
            self._mend is not None and self._mend.isChecked(),
            self._chosen_chapters(),
        )

    def trouble(self) -> str:
        """Why the article cannot be read in the manner that is chosen; empty if it can."""
        is_none = self._chapters is not None and not _checked(self._chapters)
        return tr("No chapter is ticked; tick at least one.") if is_none else ""

    def wanted(self) -> tuple[Enclosed, ...]:
        """What came with the mail that is to be read too."""
        rows = _checked(self._enclosed)
        return tuple(self._arrival.enclosed[row] for row in rows)

    def _chosen_chapters(self) -> tuple[int, ...]:
        rows = _checked(self._chapters)
        return () if len(rows) == len(self._arrival.chapters) else tuple(rows)

    def _ask_encoding(self, layout: QVBoxLayout) -> None:
        box = self._encoding = QuietBox(self)
        box.setObjectName("intake_encoding")
        guessed = self._arrival.guessed
        names = dict.fromkeys((guessed, *(name for name in ENCODINGS if not _is_one(name, guessed))))
        for name in names:
            box.addItem(tr("{name} (guessed)", name=name) if name == guessed else name, name)
        box.currentIndexChanged.connect(self.changed)
        box.setAccessibleName(tr("Encoding"))
        label = QLabel(tr("Encoding"), self)
        label.setBuddy(box)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(box, 1)
        layout.addWidget(_told(tr("Nothing in the file says how its letters are encoded. Is the text right?"), self))
        layout.addLayout(row)

    def _ask_mending(self, layout: QVBoxLayout) -> None:
        shown = ", ".join(
            f"{tr('“{quote}”', quote=_seen(wrong))} → {tr('“{quote}”', quote=right)}"
            for wrong, right in self._arrival.wrong
        )
        layout.addWidget(
            _told(tr("Some letters seem to have been spoiled before the text came here: {words}", words=shown), self)
        )
        box = self._mend = QCheckBox(tr("Repair the spoiled letters"), self)
        box.setObjectName("intake_mend")
        box.toggled.connect(self.changed)
        layout.addWidget(box)

    def _ask_chapters(self, layout: QVBoxLayout) -> None:
        titles = [title or tr("Part {number}", number=at) for at, title in enumerate(self._arrival.chapters, 1)]
        asked = tr("Chapters to take from the book:")
        layout.addWidget(_told(asked, self))
        self._chapters = self._list("intake_chapters", asked, titles)
        whole = self._whole = QCheckBox(tr("All chapters"), self)
        whole.setObjectName("intake_all_chapters")
        whole.setCheckState(Qt.CheckState.Checked)
        whole.clicked.connect(self._tick_all)
        self._chapters.itemChanged.connect(self._chapter_ticked)
        layout.addWidget(whole)
        layout.addWidget(self._chapters)

    def _tick_all(self) -> None:
        """Tick every chapter, or none where all were ticked, so that one of many is soon chosen."""
        if self._chapters is None or self._whole is None:
            return
        is_none = len(_checked(self._chapters)) == self._chapters.count()
        with QSignalBlocker(self._chapters):
            for row in range(self._chapters.count()):
                self._chapters.item(row).setCheckState(Qt.CheckState.Unchecked if is_none else Qt.CheckState.Checked)
        self._chapter_ticked()

    def _chapter_ticked(self) -> None:
        count = len(_checked(self._chapters))
        if self._whole is not None and self._chapters is not None:
            some = Qt.CheckState.PartiallyChecked if count else Qt.CheckState.Unchecked
            self._whole.setCheckState(Qt.CheckState.Checked if count == self._chapters.count() else some)
        self.changed.emit()

    def _ask_enclosed(self, layout: QVBoxLayout) -> None:
        asked = tr("This came with the mail. What is ticked is read next, as a source of its own:")
        layout.addWidget(_told(asked, self))
        self._enclosed = self._list("intake_enclosed", asked, [one.name for one in self._arrival.enclosed])
        layout.addWidget(self._enclosed)

    def _list(self, name: str, asked: str, rows: list[str]) -> QListWidget:
        listed = QListWidget(self)
        listed.setObjectName(name)
        listed.setAccessibleName(asked)
        for words in rows:
            item = QListWidgetItem(words, listed)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
        listed.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        listed.setFixedHeight(listed.sizeHintForRow(0) * min(_ROWS, len(rows)) + 2 * listed.frameWidth() + _ROOM)
        return listed


def _checked(listed: QListWidget | None) -> list[int]:
    if listed is None:
        return []
    return [row for row in range(listed.count()) if listed.item(row).checkState() is Qt.CheckState.Checked]


def _told(words: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _seen(words: str) -> str:
    """Words without the letters that no font shows."""
    return "".join(letter for letter in words if letter.isprintable())


def _is_one(name: str, other: str) -> bool:
    return name.replace("windows-", "cp") == other.replace("windows-", "cp")
