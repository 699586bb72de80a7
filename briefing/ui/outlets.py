"""How far each outlet was relied on last time: a judgement of the outlet, remembered from note to note."""

from urllib.parse import quote

from briefing.domain.source import Record
from briefing.ui.settings import settings

_LETTERS = "ABCDEF"


def reliability_of(outlet: str) -> str:
    """The letter that an outlet was graded with last; empty if it never was."""
    letter = str(settings().value(_key(outlet), "")) if outlet.strip() else ""
    return letter if letter and letter in _LETTERS else ""


def remember(record: Record) -> None:
    """Remember the grade of an article's outlet; one that was not graded says nothing."""
    if record.outlet.strip() and record.reliability in tuple(_LETTERS):
        settings().setValue(_key(record.outlet), record.reliability)


def _key(outlet: str) -> str:
    return f"outlet/{quote(' '.join(outlet.casefold().split()), safe='')}"
