"""Excerpts that read otherwise in a new version, or are not there any more: looked at one by one, and confirmed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from briefing.domain.anchor import Found
from briefing.domain.ends import shared_ends
from briefing.domain.note import Excerpt, Note
from briefing.ui.words import tr

_ENDLESS = 16_777_215  # pixels: as high as Qt allows
_SHOWN = 160  # code points of a quote
_LED_UP = 40  # of those that are the same, shown before the first that differs


class ChangedExcerpts(QWidget):
    """A list in which what still says the same is ticked; `ticked` tells that a tick was set or taken away."""

    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = QLabel(self)
        self._told.setObjectName("changed_told")
        self._told.setWordWrap(True)
        self._list = QListWidget(self)
        self._list.setObjectName("changed_list")
        self._list.setAccessibleName(tr("Excerpts that changed"))
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._list.itemChanged.connect(lambda _: self.ticked.emit())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._told)
        layout.addWidget(self._list, 1)

    def show_excerpts(self, excerpts: Sequence[Excerpt], note: Note, others: int) -> None:
        """List what changed or vanished; so many others stand in the text as they did."""
        titles = {section.key: section.title for section in note.sections}
        self._list.clear()
        for excerpt in excerpts:
            title = titles.get(excerpt.section or "", tr("Unsorted"))
            item = QListWidgetItem(tr("{words}: {names}", words=title, names=_words(excerpt)), self._list)
            item.setData(Qt.ItemDataRole.UserRole, excerpt.id)
            if excerpt.found is Found.LOST:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
            else:
                item.setCheckState(Qt.CheckState.Unchecked)
        self._list.setVisible(bool(excerpts))
        self.setMaximumHeight(_ENDLESS if excerpts else self._told.sizeHint().height() + 8)
        self._told.setText(_summary(excerpts, others))

    def confirmed(self) -> tuple[str, ...]:
        """Ids of the excerpts that are ticked."""
        items = (self._list.item(row) for row in range(self._list.count()))
        return tuple(
            str(item.data(Qt.ItemDataRole.UserRole)) for item in items if item.checkState() is Qt.CheckState.Checked
        )


def _words(excerpt: Excerpt) -> str:
    if excerpt.found is Found.LOST:
        return tr("“{quote}” is not there any more; it stays in the earlier version.", quote=_short(excerpt.quote))
    was, quote = _apart(excerpt.was, excerpt.quote)
    return tr("“{was}” now reads “{quote}”", was=was, quote=quote)


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1].rstrip() + "…"


def _apart(was: str, now: str) -> tuple[str, str]:
    """Both shortened, and begun so late that the place where they begin to differ is seen."""
    old, new = " ".join(was.split()), " ".join(now.split())
    same, _ = shared_ends(old, new)
    if max(len(old), len(new)) <= _SHOWN or same <= _SHOWN // 2:
        return _short(old), _short(new)
    begin = old.rfind(" ", 0, same - _LED_UP) + 1 or same - _LED_UP
    return "…" + _short(old[begin:]), "…" + _short(new[begin:])


def _summary(excerpts: Sequence[Excerpt], others: int) -> str:
    kept = tr("1 excerpt stands as it did.") if others == 1 else tr("{count} excerpts stand as they did.", count=others)
    if not excerpts:
        return kept if others else tr("Nothing is filed from this article yet.")
    asked = tr("Tick what still bears out what you wrote; the rest stays among the findings until you look at it.")
    return f"{kept} {asked}" if others else asked
