"""The workspace of an open note: articles on the left, the note on the right, the dock below, and the ways between."""

from collections.abc import Callable, Sequence
from typing import Protocol, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSplitter, QStackedWidget, QTabWidget, QWidget

from briefing.app.change import Change
from briefing.domain.references import chip, shortened
from briefing.domain.source import Source
from briefing.ui import settings
from briefing.ui.add_button import AddButton
from briefing.ui.article_pane import ArticlePane
from briefing.ui.bridge import Bridge
from briefing.ui.chooser import Choice, Chooser
from briefing.ui.dock import Dock
from briefing.ui.no_article import NoArticle
from briefing.ui.note_pane import NotePane
from briefing.ui.settings import Choices
from briefing.ui.tab_order import tab_through
from briefing.ui.ways import Ways
from briefing.ui.words import tr

LEAST_WIDTH = 340  # pixels of a pane
TAB_WORDS = 26  # characters of an article's title on its tab


class Zoomed(Protocol):
    """A pane that can be shown larger and smaller."""

    def zoom_in(self) -> None:
        """Show it a step larger."""

    def zoom_out(self) -> None:
        """Show it a step smaller."""

    def set_zoom(self, percent: int) -> None:
        """Show it at a size."""


class Workspace(QSplitter):
    """Two panes and a dock over one desk."""

    notice = Signal(str)
    removed = Signal(str)  # what was done that undo takes back
    caret_moved = Signal(object, int)  # Source, position
    article_shown = Signal(object)  # ArticlePane or None
    comment_wanted = Signal(object)  # tuple[str, ...], the excerpts

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._bridge = bridge
        self._choices = settings.choices()
        self.across = _splitter(QSplitter(Qt.Orientation.Horizontal, self))
        self._left = QStackedWidget(self.across)
        self._preview: QWidget | None = None
        self._ways_in: Sequence[QAction] = ()  # actions that add an article
        self._empty: NoArticle | None = None  # what stands in place of the articles, made when there are none
        self.tabs = QTabWidget(self._left)
        self._left.addWidget(self.tabs)
        self.tabs.setObjectName("articles")
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(tr("Articles"))
        self.tabs.tabBar().setElideMode(Qt.TextElideMode.ElideRight)
        self.tabs.tabBar().setExpanding(False)
        self._left.setMinimumWidth(LEAST_WIDTH)
        self.note_pane = NotePane(bridge, self.across)
        self.note_pane.setMinimumWidth(LEAST_WIDTH)
        self.dock = Dock(bridge, _splitter(self))  # last, as Tab comes to it
        self.ways = Ways(bridge, self, self.note_pane, self.dock)
        self._lay_out()
        self._connect(bridge)
        self._show_sources(bridge.desk.note.sources)
        self._set_for_writing(self._choices)

    def offer_ways_in(self, actions: Sequence[QAction]) -> None:
        """Offer actions that add an article: beside the tabs, and in place of the articles while there is none."""
        self.tabs.setCornerWidget(AddButton(actions, self.tabs))
        self._ways_in = actions
        self._left.setCurrentWidget(self._reading)
        self._order_keys()

    def _order_keys(self) -> None:
        """Let Tab go from the tabs of the articles through all that stands on the left."""
        page = self._reading
        added = [self.tabs.cornerWidget(), *(page.findChildren(QPushButton) if page is self._empty else ())]
        tab_through(self.tabs.tabBar(), *(widget for widget in added if widget is not None), *self.panes())

    @property
    def _reading(self) -> QWidget:
        """What stands on the left when there is no preview: the articles, or the ways to add one."""
        if self.tabs.count() or not self._ways_in:
            return self.tabs
        if self._empty is None:
            self._empty = NoArticle(self._ways_in, self._left)
            self._left.addWidget(self._empty)
        return self._empty

    def _lay_out(self) -> None:
        _fill(self.across, (self._left, 11), (self.note_pane, 10))
        _fill(self, (self.across, 3), (self.dock, 0))

    def share_width(self, width: int) -> None:
        """Give both panes their share of a width in pixels: the usual one, or the one they were given last."""
        article = round(width * settings.article_share())
        self.across.setSizes([article, width - article])

    def _keep_share(self) -> None:
        sizes = self.across.sizes()
        settings.remember_article_share(sizes[0] / max(1, sum(sizes)))

    def _give_dock_height(self) -> None:
        """Give the dock that opens the share of the height that it was given last."""
        height = sum(self.sizes())
        dock = round(height * settings.dock_share())
        self.setSizes([height - dock, dock])

    def _keep_dock_share(self) -> None:
        if self.dock.open_pane is not None:
            sizes = self.sizes()
            settings.remember_dock_share(sizes[1] / max(1, sum(sizes)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Both panes keep their share when the window changes its size."""
        super().resizeEvent(event)
        self.share_width(event.size().width())

    def _connect(self, bridge: Bridge) -> None:
        self.across.splitterMoved.connect(self._keep_share)
        self.splitterMoved.connect(self._keep_dock_share)
        self.dock.opened.connect(self._give_dock_height)
        self.note_pane.excerpt_hovered.connect(self._hover)
        self.note_pane.notice.connect(self.notice)
        self.note_pane.citation_wanted.connect(self.choose_citation)
        self.tabs.currentChanged.connect(self._tell_article)
        self.dock.comment_wanted.connect(self.comment_wanted)
        self.dock.removed.connect(self.removed)
        self.ways.notice.connect(self.notice)
        bridge.changed.connect(self._show)

    @property
    def article(self) -> ArticlePane | None:
        """The article in view."""
        pane = self.tabs.currentWidget()
        return pane if isinstance(pane, ArticlePane) else None

    def panes(self) -> list[ArticlePane]:
        """The articles, in the order of their tabs."""
        widgets = (self.tabs.widget(index) for index in range(self.tabs.count()))
        return [widget for widget in widgets if isinstance(widget, ArticlePane)]

    def focus_article(self) -> None:
        """Put the caret into the article in view."""
        if self.article is not None:
            self.article.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_left(self) -> None:
        """Put the focus into what is shown on the left: the article in view, the preview, or the ways to add one."""
        shown = self._left.currentWidget()
        ways_in = self._empty.findChild(QPushButton) if self._empty is not None and shown is self._empty else None
        entrance = ways_in or (self.article if shown is self.tabs else shown)
        if entrance is not None:
            entrance.setFocus(Qt.FocusReason.OtherFocusReason)

    def next_article(self) -> None:
        """Go to the next tab, from the last to the first."""
        self._turn(1)

    def previous_article(self) -> None:
        """Go to the tab before, from the first to the last."""
        self._turn(-1)

    def _turn(self, by: int) -> None:
        if self.tabs.count():
            self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % self.tabs.count())
            self.focus_article()

    def show_article(self, source_id: str) -> ArticlePane | None:
        """Bring the tab of a source to the front."""
        pane = next((p for p in self.panes() if p.source_id == source_id), None)
        if pane is not None:
            self._left.setCurrentWidget(self.tabs)
            self.tabs.setCurrentWidget(pane)
        return pane

    def choose_citation(self) -> None:
        """Offer the excerpts to cite at the caret, those of the section in hand first."""
        note = self._bridge.desk.note
        if not note.excerpts:
            self.notice.emit(tr("Nothing is filed yet that could be cited: select a passage and press a number."))
            return
        here = self.note_pane.current_section()
        rows = sorted(note.excerpts, key=lambda excerpt: excerpt.section != here)
        titles = {section.key: section.title for section in note.sections}
        choices = [
            Choice(
                e.id,
                f"{chip(note.source(e.source), e)}   {_line(e.quote)}",
                titles.get(e.section or "", ""),
                f"{e.quote} {e.comment}",
            )
            for e in rows
        ]
        chooser = Chooser(choices, tr("Cite an excerpt"), self.note_pane)
        chooser.taken.connect(self.note_pane.insert_citation)
        chooser.show_over(self.note_pane, width=640)

    def set_choices(self, choices: Choices) -> None:
        """Show and behave as the analyst chose in the settings."""
        self._choices = choices
        for pane in self.panes():
            pane.set_reading(choices.line_width, is_serif=choices.reading_font == "serif")
        self._set_for_writing(choices)

    def _set_for_writing(self, choices: Choices) -> None:
        self.note_pane.set_spelling(is_on=choices.has_spelling)
        self.note_pane.set_smart_quotes(is_on=choices.has_smart_quotes)

    def _make_preview(self) -> QWidget:
        from briefing.ui.preview import Preview  # noqa: PLC0415  # seldom asked for

        made = Preview(self._bridge, self._left)
        made.place_pressed.connect(lambda key, block: self.note_pane.show_words(key, block, 0, 0))
        made.notice.connect(self.notice)
        return made

    def toggle_preview(self) -> None:
        """Show the pages in place of the articles, or the articles again."""
        if self._preview is None:
            self._preview = self._make_preview()
            self._left.addWidget(self._preview)
        is_shown = self._left.currentWidget() is self._preview
        shown = self._reading if is_shown else self._preview
        self._left.setCurrentWidget(shown)
        shown.setFocus()

    def zoom_in(self) -> None:
        """Show the pane with the focus larger."""
        self._focused().zoom_in()

    def zoom_out(self) -> None:
        """Show the pane with the focus smaller."""
        self._focused().zoom_out()

    def zoom_usual(self) -> None:
        """Show the pane with the focus at its usual size."""
        self._focused().set_zoom(100)

    def _focused(self) -> Zoomed:
        if self._preview is not None and self._preview.hasFocus():
            return cast("Zoomed", self._preview)
        return self.article if self.article is not None and self.ways.is_in_article() else self.note_pane

    def _hover(self, excerpt_id: str) -> None:
        for pane in self.panes():
            pane.set_hovered(excerpt_id)

    def _show(self, change: Change) -> None:
        if change.after.sources is not change.before.sources:
            self._show_sources(change.after.sources)

    def _show_sources(self, sources: tuple[Source, ...]) -> None:
        shown = {pane.source_id: pane for pane in self.panes()}
        wanted = [source.id for source in sources]
        for source_id, pane in shown.items():
            if source_id not in wanted:
                self.tabs.removeTab(self.tabs.indexOf(pane))
                pane.deleteLater()
        for source in sources:
            if source.id not in shown:
                self._add_tab(source)
        self._order_keys()
        for index, source in enumerate(sources):
            self.tabs.setTabText(index, _tab_words(source))
            self.tabs.setTabToolTip(index, source.record.title or source.id)
        if self._left.currentWidget() is not self._preview or self._preview is None:
            self._left.setCurrentWidget(self._reading)

    def _add_tab(self, source: Source) -> None:
        pane = ArticlePane(self._bridge, source.id, self.tabs)
        pane.set_reading(self._choices.line_width, is_serif=self._choices.reading_font == "serif")
        pane.excerpt_activated.connect(self.ways.to_note)
        pane.jumped.connect(self.ways.leave)
        pane.excerpt_hovered.connect(self.note_pane.set_hovered)
        pane.notice.connect(self.notice)
        pane.removed.connect(self.removed)
        pane.comment_wanted.connect(lambda excerpt: self.comment_wanted.emit((excerpt,)))
        pane.caret_moved.connect(self._caret_teller(pane))
        if self.article is not None:
            pane.set_zoom(self.article.zoom)
        self.tabs.setCurrentIndex(self.tabs.addTab(pane, _tab_words(source)))

    def _caret_teller(self, pane: ArticlePane) -> Callable[[int], None]:
        def tell(position: int) -> None:
            if pane is self.article:
                self.caret_moved.emit(self._bridge.desk.note.source(pane.source_id), position)

        return tell

    def _tell_article(self) -> None:
        self.article_shown.emit(self.article)


def _fill(splitter: QSplitter, *shares: tuple[QWidget, int]) -> None:
    for index, (widget, share) in enumerate(shares):
        splitter.addWidget(widget)
        widget.raise_()  # a screen reader goes through the panes in this order
        splitter.setStretchFactor(index, share)


def _splitter(splitter: QSplitter) -> QSplitter:
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(1)
    return splitter


def _line(quote: str) -> str:
    return shortened(" ".join(quote.split()))


def _tab_words(source: Source) -> str:
    title = source.record.title or source.record.file_name
    short = title if len(title) <= TAB_WORDS else title[: TAB_WORDS - 1].rstrip() + "…"
    return f"{source.id}  {short}".replace("&", "&&").strip()
