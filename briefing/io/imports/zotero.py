"""Zotero: annotation items in JSON, and the notes it makes from annotations, in HTML and in Markdown."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from briefing.domain.errors import BriefingError
from briefing.io.imports.imported import Imported, quoted, said
from briefing.io.imports.values import Value, listed, words

_MARKED = {"highlight", "underline"}
_QUOTES = '“”"„«»‘’ '
_LINE = re.compile(r"[“\"„«»‘](?P<quote>[^\n]+?)[”\"“»«’] \(\[[^\n]*?\]\(zotero://[^\n)]*\)[^\n)]*\)(?P<rest>[^\n]*)")
_LINK = re.compile(r"\(?\[[^\]\n]*\]\(zotero://[^)\n]*\)\)?")


def read_items(values: Iterable[Value]) -> list[Imported]:
    """Annotation items: those of the API (`annotationText`) and those of the reader (`type` and `text`)."""
    found = []
    for value in values:
        if words(value.get("annotationText")):
            found.append(_item(value, value["annotationText"], words(value.get("annotationComment"))))
        elif words(value.get("type")) in _MARKED and words(value.get("text")):
            found.append(_item(value, value["text"], words(value.get("comment"))))
    return found


def _item(value: Value, quote: str, comment: str) -> Imported:
    tags = [
        words(tag.get("tag") or tag.get("name")) if isinstance(tag, dict) else words(tag)
        for tag in listed(value.get("tags"))
    ]
    return Imported(quoted(quote), said(comment), tuple(tag for tag in tags if tag))


def read_note(text: str) -> list[Imported]:
    """A note made from annotations: each quote, with what the analyst wrote behind it in the same paragraph."""
    if not text.lstrip().startswith("<"):
        return [_line(match) for match in _LINE.finditer(text)]
    from lxml import etree, html  # noqa: PLC0415 - loaded when the first note in HTML is read

    parser = html.HTMLParser(encoding="utf-8", no_network=True)
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise BriefingError("The exported note is not whole HTML; export it again.") from error
    return list(_highlights(tree))


def _line(match: re.Match[str]) -> Imported:
    return Imported(quoted(match["quote"]), said(_LINK.sub("", match["rest"])))


def _highlights(tree: Any) -> Iterator[Imported]:  # noqa: ANN401 (lxml has no types of its own)
    for span in tree.iter("span"):
        if "highlight" in (span.get("class") or "").split() or span.get("data-annotation"):
            yield Imported(quoted(str(span.text_content()).strip(_QUOTES)), said(_behind(span)))


def _behind(span: Any) -> str:  # noqa: ANN401
    """The words that follow a highlight and its citation in their paragraph, up to the next highlight."""
    parts = [span.tail or ""]
    for sibling in span.itersiblings():
        classes = (sibling.get("class") or "").split() if isinstance(sibling.tag, str) else ["comment"]
        if "highlight" in classes:
            break
        if not {"citation", "comment"} & set(classes) and "zotero://" not in (sibling.get("href") or ""):
            parts.append(str(sibling.text_content()))
        parts.append(sibling.tail or "")
    return re.sub(r"\(\s*\)", "", " ".join("".join(parts).split()))
