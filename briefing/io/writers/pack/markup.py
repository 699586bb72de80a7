"""HTML as strings: everything that was typed or read passes through `escape`."""

import re

from briefing.domain.printed import Text

_SPECIAL = re.compile(r'[&<>"\n]')
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "<br>"}
_NAME = re.compile(r"[^A-Za-z0-9_-]")


def escape(text: str) -> str:
    """Text as content, with line feeds as line breaks."""
    return _SPECIAL.sub(lambda match: _ENTITIES[match[0]], text)


def attribute(text: str) -> str:
    """Text as the value of an attribute."""
    return escape(text.replace("\n", " "))


def name(*parts: str | int) -> str:
    """An id made of parts: letters, digits and hyphens only."""
    return "-".join(_NAME.sub(lambda match: f"_{ord(match[0]):x}", str(part)) for part in parts)


def element(tag: str, content: str, **attributes: str) -> str:
    """An element; an attribute without value is left out, and `class_` is `class`."""
    given = "".join(f' {key.rstrip("_")}="{attribute(value)}"' for key, value in attributes.items() if value)
    return f"<{tag}{given}>{content}</{tag}>"


def words(piece: Text) -> str:
    """A run of text with its emphasis and its link."""
    content = escape(piece.text)
    if piece.italic:
        content = f"<em>{content}</em>"
    if piece.bold:
        content = f"<strong>{content}</strong>"
    return element("a", content, href=piece.link, rel="noreferrer") if piece.link else content


def rows(pairs: list[tuple[str, str]]) -> str:
    """A list of terms and their content, which is HTML already; what is empty is left out."""
    filled = [f"<dt>{escape(term[:1].upper() + term[1:])}</dt><dd>{content}</dd>" for term, content in pairs if content]
    return f"<dl>{''.join(filled)}</dl>" if filled else ""
