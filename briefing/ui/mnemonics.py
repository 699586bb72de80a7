"""A letter for every line of a menu, in any language: no two lines of one menu have the same."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtGui import QAction

_MARK, _AND = "&", "&&"  # before a letter it marks it; twice it is itself


def plain(text: str) -> str:
    """The words of a line as they are read: without its mark, and without its key."""
    return text.partition("\t")[0].replace(_AND, "\0").replace(_MARK, "").replace("\0", _MARK)


def mark_letters(actions: Iterable[QAction]) -> None:
    """Mark a letter in each line of a menu that is shown; keys and icons stay as they are."""
    lines = [action for action in actions if action.isVisible() and not action.isSeparator()]
    for action, words in zip(lines, marked([plain(action.text()) for action in lines]), strict=True):
        key = action.text().partition("\t")[2]
        wanted = f"{words}\t{key}" if key else words
        if wanted != action.text():
            action.setText(wanted)


def marked(lines: Sequence[str]) -> list[str]:
    """Lines with a letter marked: where it can be the first of a word; none where all its letters are taken."""
    taken: set[str] = set()
    made = []
    for line in lines:
        at = next((at for at in _places(line) if line[at].casefold() not in taken), None)
        if at is not None:
            taken.add(line[at].casefold())
        head, tail = (line[:at], line[at:]) if at is not None else (line, "")
        made.append(head.replace(_MARK, _AND) + (_MARK + tail[0] + tail[1:].replace(_MARK, _AND) if tail else ""))
    return made


def _places(line: str) -> Iterator[int]:
    """Where a letter may be marked, the best place first."""
    letters = [at for at, letter in enumerate(line) if letter.isalnum()]
    yield from (at for at in letters if at == 0 or not line[at - 1].isalnum())
    yield from letters
