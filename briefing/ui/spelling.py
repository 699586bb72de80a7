"""Spelling in the sections: words are checked in the background, and what nobody knows gets a wavy line.

Quotes are left alone, because they are not the analyst's words, and so is every word of the note's sources.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import pairwise
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextBlock, QTextCharFormat, QTextCursor
from shiboken6 import isValid

from briefing.domain.errors import BriefingError
from briefing.domain.note import Style
from briefing.domain.source import Source
from briefing.io.spelling import Speller, learn, personal_words, speller
from briefing.ui.section_editor import SectionEditor
from briefing.ui.section_look import style_of
from briefing.ui.section_text import units_of
from briefing.ui.words import told, tr
from briefing.ui.work import start_aside

Answer = TypeVar("Answer")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\S+|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|int|gov|eu|de|fr|uk)\b")
APOSTROPHES = "'’"
PAUSE = 150  # milliseconds in which words to check are gathered
DELAY = 500  # milliseconds from opening a note to the fetching of its dictionary and the words of its sources
_LATIN_END = "\u0250"
_LATIN = {"en", "de", "fr", "es", "it", "pt", "nl", "lv", "eu"}
_SHORTEST = 2  # letters of a word that is checked at all


class Spelling(QObject):
    """Knows which words are wrong; what it does not know yet it finds out in the background."""

    found = Signal(object)  # set of words that were found to be wrong
    renewed = Signal()  # everything is to be looked at again
    notice = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = ""
        self._speller: Speller | None = None
        self._is_on = False
        self._right: set[str] = set()
        self._wrong: set[str] = set()
        self._waiting: set[str] = set()
        self._of_sources: dict[str, frozenset[str]] = {}
        self._unread: list[Source] = []
        self._reading = QTimer(self, singleShot=True, interval=DELAY)
        self._reading.timeout.connect(self._read)
        self._delay = QTimer(self, singleShot=True, interval=DELAY)
        self._delay.timeout.connect(self._fetch)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._check)

    @property
    def is_on(self) -> bool:
        """Whether words are checked: it is wanted, and something here knows the language."""
        return self._is_on and self._speller is not None

    def use(self, language: str, *, is_on: bool) -> None:
        """Check words of a language, or none."""
        if (language, is_on) == (self._language, self._is_on):
            return
        was_on = self.is_on
        self._language, self._is_on, self._speller = language, is_on, None
        self._forget(was_on=was_on)
        if is_on:
            self._delay.start()  # a note is to be on show before its dictionary is fetched

    def _fetch(self) -> None:
        language = self._language
        if self._is_on:
            self._find_out(partial(speller, language), partial(self._begin, language))

    def _find_out(self, ask: Callable[[], Answer], hear: Callable[[Answer], None]) -> None:
        """Ask in the background; nobody hears the answer if the note has been closed in the meantime."""

        def tell(answer: Answer) -> None:
            if isValid(self):
                hear(answer)

        start_aside(ask, tell, self._give_up)

    def _begin(self, language: str, found: Speller | None) -> None:
        if language == self._language and self._is_on:
            self._speller = found
            self._forget()

    def _give_up(self, _error: Exception) -> None:
        """A dictionary that cannot be read is as good as none."""
        self._speller = None

    def _forget(self, *, was_on: bool = False) -> None:
        self._right = set(personal_words()) if self._is_on else set()
        self._wrong, self._waiting = set(), set()
        if was_on or self.is_on:  # else nothing is marked, and nothing is to be
            self.renewed.emit()

    def know_sources(self, sources: Iterable[Source]) -> None:
        """Take every word of the sources for right: names are spelled there as they are to be spelled."""
        wanted = {source.id: source for source in sources}
        for source_id in self._of_sources.keys() - wanted.keys():
            del self._of_sources[source_id]
        new = [source for source_id, source in wanted.items() if source_id not in self._of_sources]
        self._of_sources.update((source.id, frozenset()) for source in new)
        self._unread += new
        if new:
            self._reading.start()

    def _read(self) -> None:
        unread, self._unread = self._unread, []
        for source in unread:
            self._find_out(partial(words_of, source.text), partial(self._know, source.id))

    def _know(self, source_id: str, words: frozenset[str]) -> None:
        if source_id not in self._of_sources:
            return  # it went while it was read
        self._of_sources[source_id] = words
        if self._wrong & words:
            self._wrong -= words
            self.renewed.emit()

    def is_wrong(self, word: str) -> bool:
        """Whether a word is known to be wrong; a word that was never seen is looked up, and told of later."""
        if word in self._right or not self.is_on or not self._is_checked(word):
            return False
        if word in self._wrong:
            return True
        if self._stands_in_a_source(word):
            return False
        self._waiting.add(word)
        if not self._timer.isActive():
            self._timer.start()
        return False

    def _is_checked(self, word: str) -> bool:
        """Not a single letter, what has capitals within, or is in a script that the language is not written in."""
        if len(word) < _SHORTEST or any(b.isupper() and a not in APOSTROPHES for a, b in pairwise(word)):
            return False
        return self._language.split("-", maxsplit=1)[0] not in _LATIN or all(c < _LATIN_END or c == "’" for c in word)

    def _stands_in_a_source(self, word: str) -> bool:
        return any(word in words for words in self._of_sources.values())

    def _check(self) -> None:
        known, words, self._waiting = self._speller, self._waiting, set()
        if known is not None and words:
            hear = partial(self._hear, known, words)
            self._find_out(lambda: {w for w in words if not known.knows(w)}, hear)

    def _hear(self, asked: Speller, words: set[str], wrong: set[str]) -> None:
        if asked is not self._speller:
            return  # the language is another one by now
        wrong = {word for word in wrong if not self._stands_in_a_source(word)}
        self._right |= words - wrong
        self._wrong |= wrong
        if wrong:
            self.found.emit(wrong)

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Words that may have been meant."""
        return self._speller.suggestions(word) if self._speller else ()

    def accept(self, word: str) -> None:
        """Take a word for right until the note is closed."""
        self._right.add(word)
        self._wrong.discard(word)
        self.renewed.emit()

    def teach(self, word: str) -> None:
        """Take a word for right from now on, in every note."""
        self.accept(word)
        try:
            learn(word)
        except (BriefingError, OSError) as error:
            self.notice.emit(tr("“{word}” could not be kept: {reason}", word=word, reason=told(str(error))))


class SpellingMarks(QSyntaxHighlighter):
    """Draws the wavy lines of one section, but not under the word that is being typed."""

    def __init__(self, editor: SectionEditor, spelling: Spelling) -> None:
        super().__init__(editor.document())
        self._editor = editor
        self._spelling = spelling
        self._typed: QTextBlock | None = None
        self._line = QTextCharFormat()
        self._line.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        self._line.setUnderlineColor(QColor("#D64545"))
        spelling.renewed.connect(self._mark_anew)
        spelling.found.connect(self._mark_found)
        editor.cursorPositionChanged.connect(self._leave_word)

    def highlightBlock(self, text: str) -> None:
        """Mark the wrong words of a block."""
        if not self._spelling.is_on or style_of(self.currentBlock().blockFormat()) is Style.QUOTE:
            return
        caret = self._caret_in(self.currentBlock())
        for match in words_in(text):
            if not self._spelling.is_wrong(match[0]):
                continue
            start = units_of(text[: match.start()])
            if caret is not None and start < caret <= start + units_of(match[0]):
                self._typed = self.currentBlock()
                continue
            self.setFormat(start, units_of(match[0]), self._line)

    def _caret_in(self, piece: QTextBlock) -> int | None:
        if not self._editor.hasFocus():
            return None
        cursor = self._editor.textCursor()
        return cursor.positionInBlock() if cursor.block() == piece else None

    def _leave_word(self) -> None:
        """Mark a word that was spared while it was typed, once the caret is elsewhere."""
        typed, self._typed = self._typed, None
        if typed is not None and typed.isValid():
            self.rehighlightBlock(typed)

    def _mark_anew(self) -> None:
        """Look at everything again but quotes, which are never marked."""
        piece = self.document().firstBlock()
        while piece.isValid():
            if style_of(piece.blockFormat()) is not Style.QUOTE:
                self.rehighlightBlock(piece)
            piece = piece.next()

    def _mark_found(self, wrong: set[str]) -> None:
        piece = self.document().firstBlock()
        while piece.isValid():
            text = piece.text()
            if any(word in text for word in wrong):
                self.rehighlightBlock(piece)
            piece = piece.next()


def words_in(text: str) -> Iterator[re.Match[str]]:
    """The words of a text that can be spelled; not those of addresses."""
    addresses = [match.span() for match in _ADDRESS.finditer(text)]
    for match in WORD.finditer(text):
        if not any(start <= match.start() < end for start, end in addresses):
            yield match


def words_of(text: str) -> frozenset[str]:
    """The words of a text, looked for line by line: nobody else gets on while Python searches in one piece."""
    return frozenset(word for line in text.splitlines() for word in WORD.findall(line))


def word_at(cursor: QTextCursor) -> tuple[str, QTextCursor]:
    """The word that the caret is in or at, with a cursor that selects it; empty if there is none."""
    piece = cursor.block()
    text, at = piece.text(), cursor.positionInBlock()
    for match in WORD.finditer(text):
        start = units_of(text[: match.start()])
        end = start + units_of(match[0])
        if start <= at <= end:
            found = QTextCursor(piece)
            found.setPosition(piece.position() + start)
            found.setPosition(piece.position() + end, QTextCursor.MoveMode.KeepAnchor)
            return match[0], found
    return "", cursor
