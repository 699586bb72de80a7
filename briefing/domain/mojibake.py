"""Mojibake: UTF-8 that was taken for a Western encoding and saved that way, so that ’ reads as three odd letters.

What can be put right is offered, never done silently: the same letters may stand in an article about encodings.
"""

import re

_ROUNDS = 2  # text may have gone wrong twice
_ODD = range(0x80, 0xA0)  # where Windows-1252 has letters and Latin-1 has controls
# Every character that one of the two encodings gives for a byte from 0x80, with that byte.
_BYTES = {bytes([byte]).decode("cp1252", "ignore") or chr(byte): byte for byte in range(0x80, 0x100)}
_BYTES |= {chr(byte): byte for byte in _ODD}
_TAIL = "".join(re.escape(char) for char, byte in _BYTES.items() if byte < 0xC0)  # noqa: PLR2004 - bytes that go on
_LEADS = {
    1: "".join(char for char, byte in _BYTES.items() if 0xC2 <= byte < 0xE0),  # noqa: PLR2004 - RFC 3629, 4
    2: "".join(char for char, byte in _BYTES.items() if 0xE0 <= byte < 0xF0),  # noqa: PLR2004
    3: "".join(char for char, byte in _BYTES.items() if 0xF0 <= byte < 0xF5),  # noqa: PLR2004
}
_SEQUENCE = re.compile("|".join(f"[{leads}][{_TAIL}]{{{count}}}" for count, leads in _LEADS.items()))
_WEAK = "\xa0‘’‚“”„…–—•·«»‹›¡¿´¨°"  # what may follow a capital letter in text that is right


def mended(text: str) -> str:
    """The text as it was before it was taken for another encoding; the same text if nothing tells that it was."""
    for done in range(_ROUNDS):
        found = {match[0] for match in _SEQUENCE.finditer(text) if _meant(match[0]) != match[0]}
        if not any(map(_is_strong, found)) or (done and _has_other_letters(text)):
            break
        text = _SEQUENCE.sub(lambda match: _meant(match[0]), text)
    return text


def examples(before: str, after: str, most: int = 3) -> tuple[tuple[str, str], ...]:
    """Words of a text beside the words they become when it is mended, each pair once."""
    pairs = dict.fromkeys(
        (old, new)
        for old, new in zip(before.split(), after.split(), strict=False)
        if old != new and len(old) < 40  # noqa: PLR2004 - a word
    )
    return tuple(pairs)[:most] if len(before.split()) == len(after.split()) else ()


def _is_strong(sequence: str) -> bool:
    """Whether letters are surely mojibake: three in a row, or two of which the second is no mark of right text."""
    return len(sequence) > 2 or sequence[1] not in _WEAK  # noqa: PLR2004 - one lead and its tail


def _has_other_letters(text: str) -> bool:
    """Whether there are letters beyond ASCII that are no mojibake, so that nothing went wrong a second time."""
    return not _SEQUENCE.sub("", text).isascii()


def _meant(sequence: str) -> str:
    """The character whose UTF-8 the letters are; the letters themselves if they are none."""
    try:
        return bytes(_BYTES[letter] for letter in sequence).decode("utf-8")
    except UnicodeDecodeError:
        return sequence
