"""Headers and footers: the marking on every page, the title on those after the first, and page x of y."""

from typing import Any

from briefing.domain.marking import TLP
from briefing.domain.printed import Document
from briefing.io.writers.word.markup import escape, paragraph, run, styled

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_GAP = run("\u2003")  # an em space between what stands on one line


def header(document: Document, *, is_first: bool) -> bytes:
    """The header of the first page, or of the pages after it."""
    title = "" if is_first else styled(document.title, "HeaderTitle")
    return _part("hdr", _line("Header", title, document.marking))


def footer(document: Document) -> bytes:
    """The footer of any page."""
    labels = document.labels
    pages = f"{run(f'{labels.page} ')}{_field('PAGE')}{run(f' {labels.of} ')}{_field('NUMPAGES')}"
    return _part("ftr", _line("Footer", pages, document.marking))


def marking_line(marking: str, style: str) -> str:
    """The marking alone, for headers and footers that somebody else has made."""
    return _line(style, "", marking)


def marking_runs(marking: str) -> str:
    """The marking as runs, for a line of text that stands on a page without header and footer."""
    return _GAP + _marking(marking)


def add_marking(element: Any, marking: str, style: str) -> None:  # noqa: ANN401 (lxml's element)
    """Add the marking at the end of a header or footer as it stands in a user's own reference document."""
    from lxml import etree  # noqa: PLC0415 (heavy: only where a DOCX is written)

    wrapped = f"<w:hdr {_NAMESPACES}>{marking_line(marking, style)}</w:hdr>"
    element.extend(etree.fromstring(wrapped.encode()))


def _part(kind: str, content: str) -> bytes:
    return f"{_DECLARATION}<w:{kind} {_NAMESPACES}>{content}</w:{kind}>".encode()


def _line(style: str, words: str, marking: str) -> str:
    gap = _GAP if words and marking else ""
    label = _marking(marking) if marking else ""
    return paragraph(style, words + gap + label, '<w:jc w:val="right"/>')


def _marking(marking: str) -> str:
    """The label, formatted run by run: it must look as the standard says whatever the styles of the document are."""
    look = (
        f'<w:rStyle w:val="Marking"/><w:b/><w:bCs/><w:color w:val="{_colour(marking)}"/>'
        f'<w:sz w:val="24"/><w:szCs w:val="24"/><w:shd w:val="clear" w:color="auto" w:fill="000000"/>'
    )
    pad = run("\u00a0", look)
    return f"{pad}{run(marking, look)}{pad}"


def _colour(marking: str) -> str:
    """The colour that the scheme prescribes on black; white for a label that is not TLP."""
    return TLP.get(marking, "#FFFFFF").removeprefix("#")


def _field(instruction: str) -> str:
    """A complex field with a cached value, so that it shows in readers that do not compute fields."""
    steps = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    return "".join(f"<w:r>{step}</w:r>" for step in steps)
