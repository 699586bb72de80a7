"""QDPX: articles, sections and excerpts for programs of qualitative analysis (REFI-QDA Project 1.5)."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from io import BytesIO
from uuid import NAMESPACE_URL, UUID, uuid5
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from briefing.domain.legible import legible
from briefing.domain.note import Excerpt
from briefing.domain.printed import Document
from briefing.domain.source import Source

_DAWN = (1980, 1, 1, 0, 0, 0)  # the first day a ZIP can name
_COLOURS = ("0072B2", "D55E00", "009E73", "AA4499", "B58900", "7A5C99", "3A7D8C", "A0522D", "5B7F1F")
_SPECIAL = re.compile(r'[&<>"\n\t]')
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;"}


def write(document: Document, reference: bytes = b"") -> bytes:  # noqa: ARG001 (QDPX takes no Word styles)
    """The evidence of a document as a project: a section is a code, an excerpt a coded selection of its article."""
    entries = {"project.qde": "".join(_Project(document).lines())}
    for source in document.evidence.sources:
        entries[f"sources/{_guid(document, source.id)}.txt"] = source.text
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, text in entries.items():
            info = ZipInfo(name, _DAWN)
            info.compress_type, info.create_system = ZIP_DEFLATED, 0
            archive.writestr(info, text.encode())
    return out.getvalue()


class _Project:
    """Translates the evidence of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._evidence = document.evidence
        self._user = _guid(document, "user")

    def lines(self) -> Iterator[str]:
        document = self._document
        yield '<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n'
        yield f'<Project xmlns="urn:QDA-XML:project:1.0" name="{_escape(document.title)}" origin="Briefing"'
        yield f' creatingUserGUID="{self._user}">\n'
        yield f'<Users><User guid="{self._user}" name="{_escape(document.author or "Briefing")}"/></Users>\n'
        yield from self._codes()
        yield from self._sources()
        yield "</Project>\n"

    def _codes(self) -> Iterator[str]:
        if self._evidence.sections:
            yield "<CodeBook><Codes>\n"
            for number, (key, title) in enumerate(self._evidence.sections):
                guid, colour = self._code(key), _COLOURS[number % len(_COLOURS)]
                yield f'<Code guid="{guid}" name="{_escape(title)}" isCodable="true" color="#{colour}"/>\n'
            yield "</Codes></CodeBook>\n"

    def _sources(self) -> Iterator[str]:
        if self._evidence.sources:
            yield "<Sources>\n"
            for source in self._evidence.sources:
                yield from self._source(source)
            yield "</Sources>\n"

    def _source(self, source: Source) -> Iterator[str]:
        guid, record = _guid(self._document, source.id), source.record
        name = _escape(record.title or record.file_name or source.id)
        yield f'<TextSource guid="{guid}" name="{name}" plainTextPath="internal://{guid}.txt"'
        yield f" {self._made(source)}>\n"
        known = (", ".join(record.authors), record.outlet, record.published, record.address, record.grade)
        described = "; ".join(part for part in known if part)
        if described:
            yield f"<Description>{_escape(described)}</Description>\n"
        for excerpt in self._evidence.excerpts:
            if excerpt.source == source.id and source.text[excerpt.start : excerpt.end] == excerpt.quote:
                yield self._selection(excerpt, self._made(source))
        yield "</TextSource>\n"

    def _made(self, source: Source) -> str:
        """By whom and when: QualCoder opens no selection without a moment, so that of the article is given."""
        return f'creatingUser="{self._user}" creationDateTime="{_day(source)}T00:00:00Z"'

    def _selection(self, excerpt: Excerpt, made: str) -> str:
        guid = _guid(self._document, excerpt.id)
        comment = f"<Description>{_escape(legible(excerpt.comment))}</Description>" if excerpt.comment.strip() else ""
        coding = ""
        if excerpt.section is not None:
            target = f'<CodeRef targetGUID="{self._code(excerpt.section)}"/>'
            own = _guid(self._document, f"coding {excerpt.id}")
            coding = f'<Coding guid="{own}" {made}>{target}</Coding>'
        name = _escape(" ".join(excerpt.quote.split())[:60])
        return (
            f'<PlainTextSelection guid="{guid}" name="{name}" startPosition="{excerpt.start}"'
            f' endPosition="{excerpt.end}" {made}>{comment}{coding}</PlainTextSelection>\n'
        )

    def _code(self, key: str) -> UUID:
        return _guid(self._document, f"section {key}")


def _day(source: Source) -> date:
    """The day an article was retrieved or published: never the clock, so that bytes stay the same."""
    for moment in (source.record.retrieved, source.record.published):
        with suppress(ValueError):
            return date.fromisoformat(moment[:10])
    return date(*_DAWN[:3])


def _guid(document: Document, name: str) -> UUID:
    """An id that is the same for the same thing of the same note."""
    return uuid5(NAMESPACE_URL, f"urn:briefing:{document.id}:{name}")


def _escape(text: str) -> str:
    return _SPECIAL.sub(lambda match: _ENTITIES[match[0]], text)
