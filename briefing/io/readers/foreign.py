"""Files of other kinds than can be read here, told by their first bytes or parts, and what to do with each."""

from collections.abc import Callable
from pathlib import PurePath

from briefing.domain.errors import BriefingError

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM", b"AT&TFORM", b"\0\0\0\x0cjP  ")
_SOUNDS = (b"ID3", b"\xff\xfb", b"OggS", b"fLaC", b"\x1aE\xdf\xa3", b"MThd")
_ARCHIVES = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf\x27\x1c", b"Rar!", b"\x28\xb5\x2f\xfd")
_HEICS = (b"heic", b"heif", b"mif1", b"avif")
_RIFF, _BRAND, _KINDLE = slice(8, 12), slice(4, 8), slice(60, 68)  # where a file says what it is
_OLE_PARTS = {"EncryptedPackage": "password", "WordDocument": "doc", "Workbook": "sheet", "PowerPoint": "slides"}
_OPEN_TYPES = {"spreadsheet": "sheet", "presentation": "slides"}
_PARTS = {"xl/": "sheet", "ppt/": "slides", "Index/": "pages", "Index.zip": "pages"}


def refuse_ole(data: bytes, name: str) -> None:
    """Raise what is to be said of a file of old Office, if it tells what it is."""
    _refuse(next((kind for part, kind in _OLE_PARTS.items() if part.encode("utf-16-le") in data), ""), name)


def refuse_package(names: list[str], told: str, name: str) -> None:
    """Raise what is to be said of a ZIP container that holds no article; `told` is the type it states."""
    stated = next((kind for word, kind in _OPEN_TYPES.items() if word in told), "")
    held = next((kind for part, kind in _PARTS.items() if any(one.startswith(part) for one in names)), "archive")
    _refuse(stated or held, name)


def refuse_binary(data: bytes, name: str) -> None:
    """Raise what is to be said of bytes that are no text, if they tell what they are."""
    _refuse(_kind_of(data), name)


def _kind_of(data: bytes) -> str:
    is_film = data[_BRAND] == b"ftyp" or (data.startswith(b"RIFF") and data[_RIFF] in (b"WAVE", b"AVI "))
    is_picture = data.startswith(_PICTURES) or data[_RIFF] == b"WEBP" or (is_film and data[_RIFF] in _HEICS)
    if is_picture:
        return "picture"
    if is_film or data.startswith(_SOUNDS):
        return "sound"
    if data.startswith(_ARCHIVES) or data[257:262] == b"ustar":
        return "archive"
    if data[_KINDLE] in (b"BOOKMOBI", b"TEXtREAd"):
        return "kindle"
    return "webarchive" if data.startswith(b"bplist00") else ""


def _refuse(kind: str, name: str) -> None:
    if kind and name:
        raise BriefingError(_SENTENCES[kind](PurePath(name).name))


_SENTENCES: dict[str, Callable[[str], str]] = {
    "password": lambda name: f"“{name}” is protected by a password; save it without one first.",
    "doc": lambda name: f"“{name}” is a Word document in the old DOC format; save it as DOCX first.",
    "sheet": lambda name: f"“{name}” is a spreadsheet; copy the passage that you need and paste it instead.",
    "slides": lambda name: f"“{name}” is a presentation; save it as PDF and open that.",
    "picture": lambda name: f"“{name}” is a picture; run text recognition on it and open what comes of that.",
    "sound": lambda name: f"“{name}” is a recording of sound or film; open a transcript of it instead.",
    "archive": lambda name: f"“{name}” is an archive; unpack it and open the article in it.",
    "kindle": lambda name: f"“{name}” is a book for Kindle; convert it to EPUB first.",
    "pages": lambda name: f"“{name}” is a document of Apple Pages; export it there as DOCX.",
    "webarchive": lambda name: f"“{name}” is a page saved by Safari; save it there as page source, or print it as PDF.",
}
