"""The rows of the excerpts table: what is filed, filtered and sorted."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from briefing.domain.anchor import Found
from briefing.domain.note import Excerpt, Note
from briefing.ui import theme
from briefing.ui.words import tr

SECTION, QUOTE, SOURCE, PARAGRAPH, COMMENT = range(5)
ANY, UNSORTED, ORPHANED = "", "?unsorted", "?orphaned"  # what the section filter can say beside a key

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Filter:
    """Which excerpts are listed: of a section (or ANY, UNSORTED, ORPHANED), of a source, holding some words."""

    section: str = ANY
    source: str = ANY
    words: str = ""

    def takes(self, excerpt: Excerpt) -> bool:
        """Whether an excerpt is listed."""
        if self.source and excerpt.source != self.source:
            return False
        if not self._takes_section(excerpt):
            return False
        if not self.words:
            return True
        wanted = self.words.casefold()
        return wanted in excerpt.quote.casefold() or wanted in excerpt.comment.casefold()

    def _takes_section(self, excerpt: Excerpt) -> bool:
        if self.section == ORPHANED:
            return excerpt.found is Found.LOST
        if self.section == UNSORTED:
            return excerpt.section is None
        return self.section in (ANY, excerpt.section)


class ExcerptsModel(QAbstractTableModel):
    """A flat table over the excerpts of a note; rows are made once and cells drawn from them."""

    def __init__(self) -> None:
        super().__init__()
        self._note = Note("")
        self._filter = Filter()
        self._order: tuple[int, Qt.SortOrder] = (SOURCE, Qt.SortOrder.AscendingOrder)
        self._rows: list[Excerpt] = []
        self._places: dict[str, int] = {}
        self._paragraphs: dict[str, int] = {}

    def show_note(self, note: Note) -> None:
        """List the excerpts of a note."""
        self._note = note
        self._places = {section.key: index for index, section in enumerate(note.sections)}
        self._paragraphs.clear()
        self._refill()

    def set_filter(self, chosen: Filter) -> None:
        """List only what a filter takes."""
        self._filter = chosen
        self._refill()

    def excerpt_at(self, row: int) -> Excerpt:
        """The excerpt of a row."""
        return self._rows[row]

    def row_of(self, excerpt_id: str) -> int | None:
        """The row of an excerpt, None if it is not listed."""
        return next((row for row, excerpt in enumerate(self._rows) if excerpt.id == excerpt_id), None)

    def _refill(self) -> None:
        self.beginResetModel()
        self._rows = [excerpt for excerpt in self._note.excerpts if self._filter.takes(excerpt)]
        column, order = self._order
        self._rows.sort(key=lambda excerpt: self._key(excerpt, column), reverse=order is Qt.SortOrder.DescendingOrder)
        self.endResetModel()

    def _key(self, excerpt: Excerpt, column: int) -> tuple[object, ...]:
        place = (len(excerpt.source), excerpt.source, excerpt.start)
        if column == SECTION:
            return (self._places.get(excerpt.section or "", len(self._places)), *place)
        if column == QUOTE:
            return (excerpt.quote.casefold(),)
        if column == COMMENT:
            return (not excerpt.comment, excerpt.comment.casefold(), *place)
        return place

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; within equals, as they stand in their sources."""
        self._order = (column, order)
        self._refill()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many excerpts are listed."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Section, quote, source, paragraph, comment."""
        return 0 if parent is not None and parent.isValid() else 5

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Titles of the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (tr("Section"), tr("Excerpt"), tr("Source"), tr("Para."), tr("Comment"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """What a cell shows and is called."""
        excerpt = self._rows[index.row()]
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(excerpt, column)
        if role == Qt.ItemDataRole.ToolTipRole and column in (QUOTE, COMMENT):
            return excerpt.quote if column == QUOTE else excerpt.comment
        if role == Qt.ItemDataRole.ForegroundRole and column == SECTION:
            return self._colour(excerpt)
        return None

    def _colour(self, excerpt: Excerpt) -> QColor:
        return theme.current().section(self._places.get(excerpt.section or ""))

    def _words(self, excerpt: Excerpt, column: int) -> str:
        if column == SECTION:
            return self._section_words(excerpt)
        if column == QUOTE:
            lost = tr("(lost) ") if excerpt.found is Found.LOST else ""
            return lost + " ".join(excerpt.quote.split("\n"))
        if column == SOURCE:
            return excerpt.source
        if column == PARAGRAPH:
            return str(self._paragraph(excerpt) or "")
        return " ".join(excerpt.comment.split("\n"))

    def _section_words(self, excerpt: Excerpt) -> str:
        index = self._places.get(excerpt.section or "")
        return tr("Unsorted") if index is None else f"{index + 1}  {self._note.sections[index].title}"

    def _paragraph(self, excerpt: Excerpt) -> int:
        if excerpt.id not in self._paragraphs:
            self._paragraphs[excerpt.id] = self._note.source(excerpt.source).number_at(excerpt.start) or 0
        return self._paragraphs[excerpt.id]
