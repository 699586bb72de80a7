"""Bytes to text: byte order mark, what was declared, strict UTF-8, then detection, in that order."""

import codecs
import re
from unicodedata import category

from briefing.domain.errors import BriefingError, WrongUse

LIMIT_CHARACTERS = 20_000_000

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What pages call Latin-1 and its like is, in practice, what browsers take it for (WHATWG Encoding Standard).
_MEANT = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs",
}  # fmt: skip
_UTF_7 = re.compile(rb"\+[A-Za-z0-9+/]{3,}")
_SEVERAL = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
_BY_CHANCE = 8  # such sequences in text of another encoding, all of whose other bytes fit too
_LOOKED_AT = 4096  # bytes that tell wide encodings
_SAMPLE = 200_000  # bytes that detection looks at
_WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
_SEPARATORS = re.compile("[ \n\u3001\u3002\uff0c]")  # one of which every language has between words or sentences
_NO_LETTERS = ("Cc", "Cn", "Co", "Cs")  # control, unassigned, private, half a pair
_SEPARATED = 400  # characters in which one stands at least
_NO_TEXT = frozenset(range(9)) | frozenset(range(16, 27)) | frozenset(range(28, 32))  # shifts and escapes are text


def decode(data: bytes, declared: str = "") -> tuple[str, str]:
    """The text of the bytes and the encoding it was read with."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace"), name
    told = meant(declared)
    is_wide = told.startswith(("utf-16", "utf-32"))
    if (b"\0" in data[:_LOOKED_AT] or is_wide) and (name := _wide(data)):  # no other encoding has zeros
        return data.decode(name, "replace"), name
    if told != "utf-8" and _is_surely_utf8(data):
        told = "utf-8"  # it was converted, and what it declares was not
    certain = "" if is_wide or _python_name(declared) == "ascii" else told  # which says nothing of other letters
    for name in (certain, _escaped(data), "utf-8", "" if is_wide else told):
        text = _strict(data, name)
        if text is not None:
            return text, name
    name = _wide(data) or _detected(data)
    return data.decode(name, "replace"), name


def text_in(data: bytes, encoding: str = "") -> str:
    """The text of a file, in the encoding that the analyst chose or in the one found out; refused when far too long."""
    text = decode_as(data, encoding) if encoding else decode(data)[0]
    if len(text) > LIMIT_CHARACTERS:
        raise BriefingError("The text has more than 20 million characters; cut out the article instead.")
    return text


def decode_as(data: bytes, encoding: str) -> str:
    """The text of the bytes in an encoding that the analyst chose; what does not fit is shown as a replacement mark."""
    name = meant(encoding)
    if not name:
        raise WrongUse(f"There is no encoding called “{encoding}”; try utf-8 or windows-1252.")
    return data.decode(name, "replace")


def meant(label: str) -> str:
    """Python's name of the encoding that a label means in practice; empty if there is none."""
    name = _python_name(label)
    return _MEANT.get(name, name)


def _python_name(label: str) -> str:
    try:
        name = codecs.lookup(label.strip().strip("\"'").lower()).name
        "".encode(name)  # a codec such as base64 is none of text
    except (LookupError, ValueError, TypeError):
        return ""
    return name


def fits(data: bytes, encoding: str) -> bool:
    """Whether the bytes are, without exception, text in an encoding."""
    return _strict(data, meant(encoding)) is not None


def is_binary(data: bytes) -> bool:
    """Whether the bytes are no text in any encoding: many control characters that are not those of UTF-16 or UTF-32."""
    sample = data[:8192]
    if any(sample.startswith(mark) for mark, _ in _MARKS) or _wide(sample):
        return False
    controls = sum(byte in _NO_TEXT for byte in sample)
    return b"\0" in sample or controls * 50 > len(sample)


def _strict(data: bytes, name: str) -> str | None:
    if not name:
        return None
    try:
        return data.decode(name)
    except UnicodeError:
        return None


def _is_surely_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8 with more characters of several bytes than any other encoding has by chance."""
    return len(_SEVERAL.findall(data, 0, _SAMPLE)) >= _BY_CHANCE and _strict(data, "utf-8") is not None


def _escaped(data: bytes) -> str:
    """The encoding of text in seven bits that switches between alphabets by escapes; empty if it is none."""
    if b"\x1b" in data:
        names = ("iso2022_kr",) if b"\x1b$)C" in data[:4096] else ("iso2022_jp_2", "iso2022_jp_ext")
        return next((name for name in names if _strict(data, name) is not None), "")
    if _UTF_7.search(data) and data.isascii() and _detected(data) == "utf-7":
        return "utf-7"
    return "hz" if b"~{" in data and b"~}" in data and data.isascii() and _strict(data, "hz") is not None else ""


def _wide(data: bytes) -> str:
    """UTF-16 or UTF-32 without a byte order mark, told by reading well as one of them; empty if it is neither."""
    sample = data[: min(len(data) // 4 * 4, _LOOKED_AT)]
    if len(sample) < 8:  # noqa: PLR2004 - fewer bytes say nothing
        return ""
    found, name = max((_separators(sample, name), name) for name in _WIDE)
    return name if found else ""


def _separators(sample: bytes, name: str) -> int:
    """How many separators of words and sentences a text has, read in a wide encoding; 0 where it is no text so read."""
    text = sample.decode(name, "ignore" if name.startswith("utf-16") else "replace")
    found = len(_SEPARATORS.findall(text))
    seen = sum(c in "\t\n\r\f" or category(c) not in _NO_LETTERS for c in text)
    units = len(sample) // (4 if name.startswith("utf-32") else 2)
    return found if seen + 2 > units - units // 100 and found * _SEPARATED >= len(text) else 0


def _detected(data: bytes) -> str:
    """The encoding that the letters of the text make most likely."""
    import chardet  # noqa: PLC0415 - loaded only for text that is not UTF-8

    guess = str(chardet.detect(beginning(data, _SAMPLE))["encoding"] or "")
    own = _python_name(guess)
    if own and not own.startswith(("utf-8", "iso8859-1", "ascii")) and _strict(data, own) is not None:
        return own  # what the bytes are, not what pages mean by the name
    name = meant(guess)
    return name if name and not name.startswith("utf-8") else "cp1252"


def beginning(data: bytes, size: int) -> bytes:
    """The first bytes, as many as `size`, cut at a line end so that no character is cut in half."""
    if len(data) <= size:
        return data
    cut = data.rfind(b"\n", 0, size)
    return data[: cut if cut > 0 and b"\0" not in data[:_LOOKED_AT] else size]


_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|^\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)


def declared_in(page: bytes) -> str:
    """The encoding that a page or an XML file declares in its first bytes; empty if it declares none."""
    found = _DECLARED.search(page[:4096])
    return (found[1] or found[2]).decode("ascii") if found else ""
