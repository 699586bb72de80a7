"""Text that was decoded wrongly on its way: found, and put right when the analyst wants it."""

import re

# What UTF-8 looks like when it is read as Windows-1252: a leading byte's letter, then the marks of the bytes after it.
_TABLE = {bytes([code]).decode("cp1252", "ignore") or chr(code): code for code in range(0x80, 0x100)}
_TABLE |= {chr(code): code for code in range(0x80, 0xA0)}  # as Latin-1 leaves them
_LEADS = re.escape("".join(c for c, code in _TABLE.items() if 0xC2 <= code <= 0xF4))  # noqa: PLR2004 - the first bytes of UTF-8
_TRAILS = re.escape("".join(c for c, code in _TABLE.items() if code < 0xC0))  # noqa: PLR2004 - the bytes that follow them
_BROKEN = re.compile(f"(?:[{_LEADS}][{_TRAILS}]{{1,3}})+")
_ROUNDS = 3  # times that a text was decoded wrongly, one over the other


def repaired(text: str) -> str:
    """The text with each stretch that is UTF-8 decoded as Windows-1252 put right; the same text where there is none."""
    for _ in range(_ROUNDS):
        better = _BROKEN.sub(_put_right, text)
        if better == text:
            break
        text = better
    return text


def is_broken(text: str) -> bool:
    """Whether the text shows, in more than one place, that it was decoded wrongly."""
    found = 0
    for stretch in _BROKEN.finditer(text):
        found += _put_right(stretch) != stretch[0]
        if found > 1:
            return True
    return False


def _put_right(stretch: re.Match[str]) -> str:
    try:
        return bytes(_TABLE[c] for c in stretch[0]).decode("utf-8")
    except UnicodeDecodeError:
        return stretch[0]
