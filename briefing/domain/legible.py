"""Legible text: what any format can carry, whatever was pasted or typed."""

import re

_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85]")
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_TROUBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
_WEB = r"(?:https?|ftp)://[^\s/?#@:\[\]\\%<>\"'`{}|^]+(?::\d{1,5})?(?:[/?#].*)?"
_MAIL = r"mailto:[^\s@<>]+@[^\s@<>]+"
_LINK = re.compile(f"{_WEB}|{_MAIL}", re.IGNORECASE)
_STRANGE = re.compile(r"%(?![0-9A-Fa-f]{2})|[^\w\-.~:/?#@!$&'()*+,;=%]")
LONGEST_LINK = 2000  # code points; Word refuses targets beyond 2,083
_RIGHT_TO_LEFT = frozenset(("R", "AL"))


def legible(text: str) -> str:
    """Text without control characters; line ends become line feeds, half characters the replacement character."""
    if text.isprintable() or _TROUBLE.search(text) is None:  # the first is quick and says yes to most texts
        return text
    return _SURROGATE.sub("\ufffd", _UNWRITABLE.sub("", _LINE_ENDS.sub("\n", text)))


def one_line(text: str) -> str:
    """Legible text with all white space folded, for titles and labels."""
    return " ".join(legible(text).split())


def link_target(address: str) -> str:
    """An address that can be linked to in every format, percent-encoded where it must be; empty if it cannot.

    Only addresses that a reader may safely follow are linked: the web, FTP and mail.
    """
    address = address.strip()
    if len(address) > LONGEST_LINK or _TROUBLE.search(address) or _LINK.fullmatch(address) is None:
        return ""
    return _STRANGE.sub(lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), address)


def is_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction is written from right to left (Unicode Bidirectional Algorithm, P2)."""
    if text.isascii():
        return False
    from unicodedata import bidirectional  # noqa: PLC0415 (most notes never need the table)

    for character in text:
        direction = bidirectional(character)
        if direction == "L":
            return False
        if direction in _RIGHT_TO_LEFT:
            return True
    return False


def ends_right_to_left(text: str) -> bool:
    """Whether the last letter with a direction is written from right to left."""
    return is_right_to_left(text[::-1])


def has_italics(text: str) -> bool:
    """Whether the writing knows italics: Chinese, Japanese, Korean, Arabic and Hebrew do not."""
    from unicodedata import bidirectional, east_asian_width  # noqa: PLC0415 (most notes never need the tables)

    return not any(east_asian_width(c) in "WF" or bidirectional(c) in _RIGHT_TO_LEFT for c in text)
