"""Text that was decoded wrongly on its way: found, and put right when the analyst wants it."""

import re
from dataclasses import dataclass
from functools import cache

_USUAL = "cp1252"
_OTHERS = ("cp1251", "cp1250", "cp1253", "cp1254", "mac_roman", "cp437", "cp850", "koi8_r")
_ROUNDS = 3  # times that a text was decoded wrongly, one over the other
_SAMPLE = 200_000  # characters in which other code pages are looked for
_FEWEST = 4  # stretches that only another code page explains
_MOST_OF_ALL = 0.6  # part of the letters beyond ASCII that must stand in them: nearly all, where it is no chance
_CLOSING = re.compile(r"[^\W\d_][\xa0«»‹›–—…‘’“”]{2}")  # the last letter of "marché" before a space and a guillemet


@dataclass(frozen=True, slots=True)
class _Misreading:
    """What UTF-8 looks like in a code page: the byte that each character was, and stretches of such characters."""

    codes: dict[str, int]
    stretches: re.Pattern[str]

    def put_right(self, stretch: re.Match[str]) -> str:
        """What a stretch was before, each character of it that was whole; the same where it was no UTF-8."""
        before = bytes(self.codes[c] for c in stretch[0]).decode("utf-8", "surrogateescape")
        left = {0xDC00 + self.codes[c]: c for c in stretch[0]}  # bytes of which others were lost on the way
        return before.translate(left)

    def explains(self, stretch: re.Match[str]) -> bool:
        """Whether a stretch is UTF-8 from end to end."""
        try:
            return bytes(self.codes[c] for c in stretch[0]).decode("utf-8") != stretch[0]
        except UnicodeDecodeError:
            return False


@cache
def _misreading(page: str) -> _Misreading:
    table = {bytes([code]).decode(page, "ignore") or chr(code): code for code in range(0x80, 0x100)}
    if page == _USUAL:
        table |= {chr(code): code for code in range(0x80, 0xA0)}  # as Latin-1 leaves them
    leads = re.escape("".join(c for c, code in table.items() if 0xC2 <= code <= 0xF4))  # noqa: PLR2004 - the first bytes of UTF-8
    trails = re.escape("".join(c for c, code in table.items() if code < 0xC0))  # noqa: PLR2004 - the bytes that follow them
    return _Misreading(table, re.compile(f"(?:[{leads}][{trails}]{{1,3}})+"))


def code_page_of(text: str) -> str:
    """The code page in which UTF-8 was read, by what of the text only that explains; empty where nothing is wrong."""
    if text.isascii():
        return ""
    sample = text[:_SAMPLE]
    beyond = sum(not c.isascii() for c in sample)
    found = [(*_explained(sample, page), page) for page in _OTHERS]
    sure = [(letters, page) for count, letters, page in found if count >= _FEWEST and letters > _MOST_OF_ALL * beyond]
    count, most = _explained(text, _USUAL)
    letters, page = max(sure, default=(0, ""))
    return page if letters > most else _USUAL if count > 1 else ""


def repaired(text: str, page: str = "") -> str:
    """The text with each stretch of UTF-8 that was read in a code page put right; by itself it tells the code page."""
    misreading = _misreading(page or code_page_of(text) or _USUAL)
    for _ in range(_ROUNDS):
        better = misreading.stretches.sub(misreading.put_right, text)
        if better == text:
            break
        text = better
    return text


def is_broken(text: str) -> bool:
    """Whether the text shows, in more than one place, that it was decoded wrongly."""
    return code_page_of(text) != ""


def _explained(text: str, page: str) -> tuple[int, int]:
    """How many stretches a code page explains, and how many characters stand in them."""
    misreading = _misreading(page)
    found = [
        len(one[0]) for one in misreading.stretches.finditer(text) if misreading.explains(one) and not _ends_word(one)
    ]
    return len(found), sum(found)


def _ends_word(stretch: re.Match[str]) -> bool:
    """Whether a stretch is the accented end of a word before the marks that typography sets there, so is no sign."""
    before = stretch.string[max(0, stretch.start() - 1) : stretch.start()]
    return before.isascii() and before.isalpha() and _CLOSING.fullmatch(stretch[0]) is not None
