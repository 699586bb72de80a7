"""The excerpts at the caret of an article: go to one, take it back, move it, change its bounds, split and join it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from briefing.domain.note import Excerpt
from briefing.domain.references import shortened
from briefing.domain.source import Source
from briefing.domain.wording import end_by_sentences, shifted_end, shifted_start, start_by_sentences
from briefing.ui.actions import Action, perform
from briefing.ui.article_filing import UNSORTED, Filing
from briefing.ui.article_view import ArticleView
from briefing.ui.chooser import Choice, Chooser
from briefing.ui.words import tr

Bound = Callable[[Source, int, int], int]


class AtCaret(QObject):
    """What can be done to the excerpts at the caret; where several are, the analyst chooses from a list."""

    notice = Signal(str)
    removed = Signal(str)  # what was done that undo takes back
    activated = Signal(str)
    comment_wanted = Signal(str)

    def __init__(self, view: ArticleView, filing: Filing) -> None:
        super().__init__(view)
        self._view = view
        self._filing = filing
        self._in_hand = ""  # the excerpt that the caret has not left since it was filed, changed or gone to
        view.cursorPositionChanged.connect(lambda: self.take_in_hand(""))

    def take_in_hand(self, excerpt_id: str) -> None:
        """Mean this excerpt until the caret moves, whatever others are at the caret."""
        self._in_hand = excerpt_id

    def excerpts(self) -> list[Excerpt]:
        """The excerpts that the caret stands in, the one in hand first, then the innermost; else those that end at it.

        One that ends at the caret counts as well if it lies in one that goes on: it may have been filed just now.
        """
        caret = self._view.caret
        near = self._view.highlights.at(caret)
        inside = [e for e in near if e.start <= caret < e.end]
        held = [e for e in near if e in inside or any(outer.start <= e.start for outer in inside)]
        found = sorted(held, key=lambda e: e.end - e.start) or near
        return [e for e in near if e.id == self._in_hand] + [e for e in found if e.id != self._in_hand]

    def activate(self) -> None:
        """Go to the place of the excerpt in the note."""
        self._choose(tr("Go to which excerpt?"), lambda excerpt: self.activated.emit(excerpt.id))

    def remove(self) -> None:
        """Take the excerpt back."""
        self._choose(tr("Remove which excerpt?"), self.remove_this)

    def remove_this(self, excerpt: Excerpt) -> None:
        """Take an excerpt back, wherever it is."""
        self._filing.remove(excerpt)
        self.removed.emit(tr("Excerpt removed from {section}.", section=self._filing.title(excerpt.section)))

    def comment(self) -> None:
        """Ask for a comment on the excerpt."""
        self._choose(tr("Comment on which excerpt?"), lambda excerpt: self.comment_wanted.emit(excerpt.id))

    def move(self) -> None:
        """Choose another section for the excerpt."""
        self._choose(tr("Move which excerpt?"), self.move_this)

    def move_this(self, excerpt: Excerpt) -> None:
        """Choose another section for an excerpt."""
        choices = [c for c in self._filing.choices() if c.id != (excerpt.section or UNSORTED)]
        chooser = Chooser(choices, tr("Move excerpt to"), self._view)
        chooser.taken.connect(lambda key: self._filing.move(excerpt, None if key == UNSORTED else key))
        chooser.show_over(self._view)

    def split(self) -> None:
        """Make two excerpts of the one in hand or the innermost, parted at the caret."""
        found = self._meant()
        if found is None:
            return
        if self._filing.can_split(found, self._view.caret):
            self._filing.split(found, self._view.caret)
        else:
            self.notice.emit(tr("Put the caret between two words of the excerpt to split it there."))

    def join(self) -> None:
        """Join the innermost excerpt with the next one of its section, and with everything between them."""
        found = self._meant()
        if found is None:
            return
        following = [e for e in self._view.highlights.of_section(found.section) if e.start > found.start]
        if following:
            self._filing.join(found, following[0])
        else:
            title = self._filing.title(found.section)
            self.notice.emit(tr("No excerpt of {section} follows that could be joined.", section=title))

    def change(self, excerpt: Excerpt, action: Action) -> None:
        """Move a bound of an excerpt, wherever it is, as an action of the article says."""
        self.take_in_hand(excerpt.id)
        perform({"article": self}, action)

    def shift_end(self, words: int) -> None:
        """Move the end of the innermost excerpt by words."""
        self._move_end(lambda source, start, end: shifted_end(source, start, end, words))

    def shift_end_by_sentence(self, sentences: int) -> None:
        """Move the end of the innermost excerpt to the end of another sentence."""
        self._move_end(lambda source, start, end: end_by_sentences(source, start, end, sentences))

    def shift_start(self, words: int) -> None:
        """Move the start of the innermost excerpt by words."""
        self._move_start(lambda source, start, end: shifted_start(source, start, end, words))

    def shift_start_by_sentence(self, sentences: int) -> None:
        """Move the start of the innermost excerpt to the start of another sentence."""
        self._move_start(lambda source, start, end: start_by_sentences(source, start, end, sentences))

    def _move_end(self, bound: Bound) -> None:
        found = self._meant()
        if found:
            end = bound(self._view.source, found.start, found.end)
            self._filing.shift(found, found.start, end)
            self._view.select(end, end, is_still=True)
            self.take_in_hand(found.id)

    def _move_start(self, bound: Bound) -> None:
        found = self._meant()
        if found:
            start = bound(self._view.source, found.start, found.end)
            self._filing.shift(found, start, found.end)
            self._view.select(start, start, is_still=True)
            self.take_in_hand(found.id)

    def label(self, excerpt: Excerpt) -> str:
        """An excerpt in a list: its section and its first words."""
        words = shortened(" ".join(excerpt.quote.split()))
        return f"{self._filing.title(excerpt.section)}   {words}"

    def _meant(self) -> Excerpt | None:
        found = self.excerpts()
        if not found:
            self.notice.emit(tr("There is no excerpt at the caret."))
            return None
        return found[0]

    def _choose(self, question: str, act: Callable[[Excerpt], None]) -> None:
        """Act on the excerpt at the caret, after asking which if there are several."""
        found = {e.id: e for e in self.excerpts()}
        if not found:
            self.notice.emit(tr("There is no excerpt at the caret."))
        elif len(found) == 1:
            act(next(iter(found.values())))
        else:
            chooser = Chooser([Choice(e.id, self.label(e)) for e in found.values()], question, self._view)
            chooser.taken.connect(lambda excerpt_id: act(found[excerpt_id]))
            chooser.show_over(self._view, width=640)
