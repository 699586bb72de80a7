"""The context menu of an article: everything that can be done where it was asked for."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from briefing.domain.note import Excerpt
from briefing.domain.source import Kind
from briefing.ui.actions import shown_words, table
from briefing.ui.article_caret import AtCaret
from briefing.ui.article_filing import UNSORTED, Filing
from briefing.ui.filing_bar import badge
from briefing.ui.selection_filing import SelectionFiling
from briefing.ui.theme import Theme
from briefing.ui.words import tr


class ArticleMenu(QMenu):
    """Built anew each time it is asked for."""

    def __init__(self, parent: QWidget, filing: Filing, theme: Theme) -> None:
        super().__init__(parent)
        self.setObjectName("article_menu")
        self._filing = filing
        self._theme = theme

    def offer_filing(self, file_under: Callable[[str | None], None], copy: Callable[[], None]) -> None:
        """Offer every section for the selection."""
        self._offer_sections(self, file_under)
        self.addSeparator()
        self.addAction(tr("Copy")).triggered.connect(copy)
        self.addSeparator()

    def offer_sentence(self, selection: SelectionFiling, copy: Callable[[], None]) -> None:
        """Offer every section for the sentence at the caret, and to copy it."""

        def file_under(key: str | None) -> None:
            selection.select_sentence()
            selection.file_under(key)

        def copy_sentence() -> None:
            selection.select_sentence()
            copy()

        self._offer_sections(self.addMenu(tr("File the sentence under")), file_under)
        self.addAction(tr("Copy the sentence")).triggered.connect(copy_sentence)
        self.addSeparator()

    def _offer_sections(self, menu: QMenu, file_under: Callable[[str | None], None]) -> None:
        for index, choice in enumerate(self._filing.choices()):
            key = None if choice.id == UNSORTED else choice.id
            words = choice.words if menu is not self else tr("File under {section}", section=choice.words)
            made = menu.addAction(badge(choice.hint, self._theme, None if key is None else index), _plain(words))
            made.triggered.connect(lambda _=False, k=key: file_under(k))

    def offer_excerpts(self, excerpts: list[Excerpt], at_caret: AtCaret) -> None:
        """Offer what can be done to each excerpt here; where there are several, each has a menu of its own."""
        for excerpt in excerpts:
            menu: QMenu = self
            if len(excerpts) > 1:
                menu = self.addMenu(_plain(at_caret.label(excerpt)))
            go, move = tr("Go to its place in the note"), tr("Move excerpt to…")
            menu.addAction(go).triggered.connect(lambda _=False, e=excerpt: at_caret.activated.emit(e.id))
            menu.addAction(tr("Comment on excerpt…")).triggered.connect(
                lambda _=False, e=excerpt: at_caret.comment_wanted.emit(e.id)
            )
            menu.addAction(move).triggered.connect(lambda _=False, e=excerpt: at_caret.move_this(e))
            menu.addAction(tr("Remove excerpt")).triggered.connect(lambda _=False, e=excerpt: at_caret.remove_this(e))
            _offer_bounds(menu, excerpt, at_caret)
        if excerpts:
            self.addAction(tr("Split excerpt here")).triggered.connect(at_caret.split)
            self.addAction(tr("Join with the next excerpt")).triggered.connect(at_caret.join)
            self.addSeparator()

    def offer_marks(self, kind: Kind | None, mark: Callable[[Kind], None]) -> None:
        """Offer to say that the passage is something else than it is."""
        offers = (
            (Kind.NOISE, tr("Mark passage as noise")),
            (Kind.HEADING, tr("Mark passage as heading")),
            (Kind.PARAGRAPH, tr("Mark passage as text")),
        )
        for offered, words in offers:
            if offered is not kind:
                self.addAction(words).triggered.connect(lambda _=False, k=offered: mark(k))


def _offer_bounds(menu: QMenu, excerpt: Excerpt, at_caret: AtCaret) -> None:
    """Offer to move the ends of an excerpt, each way with its key."""
    bounds = menu.addMenu(tr("Change its bounds"))
    for row in table():
        if row.method.startswith("article.shift_"):
            made = bounds.addAction(shown_words(row))
            made.triggered.connect(lambda _=False, r=row: at_caret.change(excerpt, r))


def _plain(words: str) -> str:
    return words.replace("&", "&&")
