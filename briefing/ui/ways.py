"""The ways between article, note and dock: where the analyst is, going elsewhere, and coming back."""

from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from briefing.domain.findings import Finding
from briefing.domain.search import Hit
from briefing.domain.search import Place as Found
from briefing.ui.article_pane import ArticlePane
from briefing.ui.bridge import Bridge
from briefing.ui.dock import Dock
from briefing.ui.jumps import Jumps, Place
from briefing.ui.note_pane import NotePane
from briefing.ui.words import tr


class Articles(Protocol):
    """The articles of a workspace."""

    @property
    def article(self) -> ArticlePane | None:
        """The article in view."""

    def show_article(self, source_id: str) -> ArticlePane | None:
        """Bring an article into view; None if there is no such article."""

    def focus_left(self) -> None:
        """Put the focus into what is shown on the left."""


class Ways(QObject):
    """Goes from place to place; every jump can be walked back."""

    notice = Signal(str)

    def __init__(self, bridge: Bridge, articles: Articles, note_pane: NotePane, dock: Dock) -> None:
        super().__init__(note_pane)
        self._desk = bridge.desk
        self._articles = articles
        self._note_pane = note_pane
        self._dock = dock
        self._jumps = Jumps()
        self._is_in_note = False  # as long as the focus is in neither pane, where it was last
        dock.excerpt_activated.connect(self.to_article)
        dock.hit_found.connect(self.to_hit)
        dock.finding_activated.connect(self.to_finding)
        dock.left.connect(self.return_focus)
        note_pane.excerpt_activated.connect(self.to_article)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._note_focus)

    def _note_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        around = new
        while around is not None and not isinstance(around, (ArticlePane, NotePane)):
            around = around.parentWidget()
        if around is not None and around.window() is self._note_pane.window():
            self._is_in_note = isinstance(around, NotePane)

    def is_in_article(self) -> bool:
        """Whether the focus is in the article in view."""
        article, focus = self._articles.article, QApplication.focusWidget()
        return article is not None and focus is not None and article.isAncestorOf(focus)

    # Jumps

    def _here(self) -> Place:
        article = self._articles.article
        if article is not None and not self._is_in_note:
            return Place(is_article=True, id=article.source_id, block=0, offset=article.view.caret)
        key, block, offset = self._note_pane.place()
        return Place(is_article=False, id=key, block=block, offset=offset)

    def leave(self) -> None:
        """Remember where a jump begins."""
        self._jumps.leave(self._here())

    def back(self) -> None:
        """Return to where the last jump began."""
        self._land(self._jumps.back(self._here()))

    def forward(self) -> None:
        """Go again where the last return came from."""
        self._land(self._jumps.forward(self._here()))

    def _land(self, place: Place | None) -> None:
        if place is None:
            return
        if not place.is_article:
            self._note_pane.go_to_place(place.id, place.block, place.offset)
            return
        pane = self._articles.show_article(place.id)
        if pane is not None:
            pane.show_range(place.offset, place.offset)
            pane.setFocus(Qt.FocusReason.OtherFocusReason)

    # Going somewhere

    def to_article(self, excerpt_id: str) -> None:
        """Go to the passage of an excerpt."""
        if self._desk.note.has_excerpt(excerpt_id):
            self.leave()
            self._show_passage(excerpt_id)

    def to_note(self, excerpt_id: str) -> None:
        """Go to the place of an excerpt in the note."""
        here = self._here()
        if self._note_pane.enter_excerpt(excerpt_id):
            self._jumps.leave(here)
        else:
            self.notice.emit(tr("This excerpt stands nowhere in the note yet; press a section's number to file it."))

    def to_section(self, number: int) -> None:
        """Go to the n-th section of the note, from 1."""
        sections = self._desk.note.sections
        if number <= len(sections):
            self.leave()
            self._note_pane.go_to_section(sections[number - 1].key)

    def to_hit(self, hit: Hit) -> None:
        """Go to the place of a hit of the search, and select its words."""
        self.leave()
        self._is_in_note = hit.place not in (Found.SOURCE, Found.COMMENT)
        if hit.place is Found.SOURCE:
            pane = self._articles.show_article(hit.id)
            if pane is not None:
                pane.show_range(hit.start, hit.end)
                pane.view.select(hit.start, hit.end, is_still=True)
        elif hit.place is Found.SECTION:
            self._note_pane.show_words(hit.id, hit.block or 0, hit.start, hit.end)
        elif hit.place is Found.COMMENT:
            self._show_passage(hit.id)
        else:
            self._note_pane.go_to_front()

    def to_finding(self, finding: Finding) -> None:
        """Go to what a check wants looked at."""
        self.leave()
        if finding.section is not None and finding.block is not None:
            self._note_pane.show_words(finding.section, finding.block, 0, 0)
        elif finding.excerpt is not None:
            self._show_passage(finding.excerpt)
        elif finding.section is not None:
            self._note_pane.go_to_section(finding.section)

    def _show_passage(self, excerpt_id: str) -> None:
        if not self._desk.note.has_excerpt(excerpt_id):
            return  # what was listed is looked through again only after a pause
        excerpt = self._desk.note.excerpt(excerpt_id)
        pane = self._articles.show_article(excerpt.source)
        if pane is not None:
            pane.show_excerpt(excerpt_id)
            pane.setFocus(Qt.FocusReason.OtherFocusReason)

    # From pane to pane

    def return_focus(self) -> None:
        """Put the focus back into the pane it was in before it went to the dock."""
        if self._is_in_note:
            self._note_pane.focus_section()
        else:
            self._articles.focus_left()

    def next_pane(self) -> None:
        """Move the focus from the article to the note, to the dock and to the article again."""
        self._turn(1)

    def previous_pane(self) -> None:
        """Move the focus the other way round."""
        self._turn(-1)

    def _turn(self, by: int) -> None:
        focus = QApplication.focusWidget()
        rest = (self._note_pane, self._dock)
        at = next((n for n, pane in enumerate(rest, 1) if focus is not None and pane.isAncestorOf(focus)), 0)
        enter = (self._articles.focus_left, self._note_pane.focus_section, self._dock.enter)
        enter[(at + by) % len(enter)]()
