"""The table of excerpts in the dock: sorted, filtered, and changed many at a time."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from briefing.app.change import Change
from briefing.domain.edits import move_excerpt, remove_excerpt
from briefing.domain.note import Note
from briefing.ui.actions import ARTICLE, Action
from briefing.ui.article_filing import UNSORTED as UNFILED
from briefing.ui.article_filing import Filing
from briefing.ui.article_keys import action_of
from briefing.ui.bridge import Bridge
from briefing.ui.chooser import Chooser
from briefing.ui.excerpts_model import ANY, COMMENT, ORPHANED, QUOTE, SECTION, SOURCE, UNSORTED, ExcerptsModel, Filter
from briefing.ui.plain_fields import SoughtLine
from briefing.ui.words import tr


class ExcerptsTable(QWidget):
    """Everything that is filed. `activated` carries an excerpt, `counted` how many there are."""

    activated = Signal(str)
    comment_wanted = Signal(object)  # tuple[str, ...]
    removed = Signal(str)  # what was done that undo takes back
    counted = Signal(int)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("excerpts")
        self._bridge = bridge
        self._model = ExcerptsModel()
        self._is_stale = True
        self._section = self._combo("excerpts_section", tr("Filter by section"))
        self._source = self._combo("excerpts_source", tr("Filter by source"))
        self._words = SoughtLine(self)
        self._words.setObjectName("excerpts_words")
        self._words.setPlaceholderText(tr("Filter by words"))
        self._words.setAccessibleName(tr("Filter by words"))
        self._words.setClearButtonEnabled(True)
        self._words.textChanged.connect(self._filter)
        self.view = self._table()
        row = QHBoxLayout()
        for widget, stretch in ((self._section, 0), (self._source, 0), (self._words, 1)):
            row.addWidget(widget, stretch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 6)
        layout.addLayout(row)
        layout.addWidget(self.view)
        bridge.changed.connect(self._show)

    def _combo(self, name: str, words: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setObjectName(name)
        combo.setAccessibleName(words)
        combo.setAccessibleDescription(words)  # its name is what is chosen in it, on Linux
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        combo.currentIndexChanged.connect(self._filter)
        return combo

    def _table(self) -> QTableView:
        view = QTableView(self)
        view.setObjectName("excerpts_view")
        view.setAccessibleName(tr("Excerpts"))
        view.setModel(self._model)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setWordWrap(False)
        view.setShowGrid(False)
        view.setAlternatingRowColors(True)
        view.setSortingEnabled(True)
        view.sortByColumn(SOURCE, Qt.SortOrder.AscendingOrder)
        view.setTabKeyNavigation(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(view.fontMetrics().height() + 9)
        header = view.horizontalHeader()
        header.setSectionResizeMode(QUOTE, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in ((SECTION, 130), (SOURCE, 70), (3, 60), (COMMENT, 220)):
            view.setColumnWidth(column, width)
        view.doubleClicked.connect(lambda index: self.activated.emit(self._model.excerpt_at(index.row()).id))
        view.installEventFilter(self)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._offer)
        return view

    def selected(self) -> list[str]:
        """Ids of the selected excerpts, from top to bottom."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return [self._model.excerpt_at(row).id for row in rows]

    def show_note(self, note: Note) -> None:
        """List what is filed in a note."""
        kept, row, scrolled = self.selected(), self.view.currentIndex().row(), self.view.verticalScrollBar().value()
        self._fill_combos(note)
        self._model.show_note(note)
        self._is_stale = False
        self._select(kept, row)
        self.view.verticalScrollBar().setValue(scrolled)

    def _select(self, excerpts: list[str], row: int) -> None:
        """Select excerpts again; where they are gone, what has come to stand in the row that was in hand."""
        flags = self.view.selectionModel().SelectionFlag
        rows = [found for e in excerpts[:200] if (found := self._model.row_of(e)) is not None]
        if excerpts and not rows and self._model.rowCount():
            rows = [max(0, min(row, self._model.rowCount() - 1))]
        for chosen in rows:
            self.view.selectionModel().select(self._model.index(chosen, 0), flags.Select | flags.Rows)
        if rows:
            self.view.selectionModel().setCurrentIndex(self._model.index(rows[0], 0), flags.NoUpdate)

    def _fill_combos(self, note: Note) -> None:
        sections = [(tr("All sections"), ANY), *((s.title, s.key) for s in note.sections)]
        sections += [(tr("Unsorted"), UNSORTED), (tr("Lost"), ORPHANED)]
        sources = [(tr("All sources"), ANY), *((s.id, s.id) for s in note.sources)]
        for combo, choices in ((self._section, sections), (self._source, sources)):
            if [combo.itemText(i) for i in range(combo.count())] == [words for words, _ in choices]:
                continue
            chosen = combo.currentData()
            combo.blockSignals(True)  # noqa: FBT003  # Qt takes it by position only
            combo.clear()
            for words, data in choices:
                combo.addItem(words, data)
            combo.setCurrentIndex(max(0, combo.findData(chosen)))
            combo.blockSignals(False)  # noqa: FBT003

    def _filter(self) -> None:
        section, source = self._section.currentData(), self._source.currentData()
        self._model.set_filter(Filter(section or ANY, source or ANY, self._words.text().strip()))

    def _show(self, change: Change) -> None:
        before, after = change.before, change.after
        if after.excerpts is before.excerpts and after.sources is before.sources:
            return
        self.counted.emit(len(after.excerpts))
        self._is_stale = True
        if self.isVisible():
            self.show_note(after)

    def showEvent(self, event: QShowEvent) -> None:
        """List what was filed while the table was hidden."""
        if self._is_stale:
            self.show_note(self._bridge.desk.note)
        super().showEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the article hold here too, before the table would look for a row that begins with the letter."""
        if watched is self.view and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            action, chosen = action_of(event, ARTICLE), self.selected()
            if action is not None and chosen and self._do(action, chosen):
                return True
        return super().eventFilter(watched, event)

    def _do(self, action: Action, chosen: list[str]) -> bool:
        """What a key of the article does to the selected excerpts; False if it has no meaning here."""
        sections = self._bridge.desk.note.sections
        if action.id == "to_note":
            self.activated.emit(chosen[0])
        elif action.id == "comment":
            self.comment_wanted.emit(tuple(chosen))
        elif action.id == "remove":
            self.remove(chosen)
        elif action.id == "move":
            self._choose_section(chosen)
        elif action.id == "unsorted":
            self.move_to(chosen, None)
        elif action.id.startswith("file_") and isinstance(action.argument, int) and action.argument <= len(sections):
            self.move_to(chosen, sections[action.argument - 1].key)
        else:
            return False
        return True

    def _choose_section(self, chosen: list[str]) -> None:
        chooser = Chooser(Filing(self._bridge, "").choices(), tr("Move excerpt to"), self.view)
        chooser.taken.connect(lambda key: self.move_to(chosen, None if key == UNFILED else key))
        chooser.show_over(self.view)

    def _offer(self, at: QPoint) -> None:
        chosen = self.selected()
        if not chosen:
            return
        menu = QMenu(self)
        moving = menu.addMenu(tr("Move to"))
        for section in self._bridge.desk.note.sections:
            moving.addAction(section.title, partial(self.move_to, chosen, section.key))
        moving.addAction(tr("Unsorted"), lambda: self.move_to(chosen, None))
        menu.addAction(tr("Comment…"), lambda: self.comment_wanted.emit(tuple(chosen)))
        menu.addAction(tr("Remove"), lambda: self.remove(chosen))
        menu.exec(self.view.viewport().mapToGlobal(at))

    def move_to(self, excerpts: list[str], section: str | None) -> None:
        """File excerpts elsewhere, as one step."""

        def edit(note: Note) -> Note:
            for excerpt_id in excerpts:
                note = move_excerpt(note, excerpt_id, section)
            return note

        self._bridge.desk.do(tr("Move excerpts"), edit)

    def remove(self, excerpts: list[str]) -> None:
        """Remove excerpts, as one step."""

        def edit(note: Note) -> Note:
            for excerpt_id in excerpts:
                note = remove_excerpt(note, excerpt_id)
            return note

        self._bridge.desk.do(tr("Remove excerpts"), edit)
        self.removed.emit(
            tr("{count} excerpts removed.", count=len(excerpts)) if excerpts[1:] else tr("1 excerpt removed.")
        )
