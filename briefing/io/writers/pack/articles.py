"""Preserved articles: every passage with its number, excerpts marked where they stand."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise

from briefing.domain.labels import Labels, readable_date
from briefing.domain.legible import link_target
from briefing.domain.note import Excerpt
from briefing.domain.printed import Evidence
from briefing.domain.source import Kind, Record, Source
from briefing.io.writers.pack.markup import element, escape, name, rows


class Articles:
    """The articles of a note, and the passages that its citations open."""

    def __init__(self, evidence: Evidence, labels: Labels) -> None:
        self._labels = labels
        self._sources = {source.id: source for source in evidence.sources}
        self._excerpts = {excerpt.id: excerpt for excerpt in evidence.excerpts}
        self._placed: set[str] = set()
        self._by_source: dict[str, list[Excerpt]] = {source.id: [] for source in evidence.sources}
        for excerpt in sorted(evidence.excerpts, key=lambda e: e.start):
            if _stands(excerpt, self._sources[excerpt.source]):
                self._placed.add(excerpt.id)
                self._by_source[excerpt.source].append(excerpt)

    def html(self) -> Iterator[str]:
        """All articles, in order."""
        for source in self._sources.values():
            heading = element("h3", f"{escape(source.id)} · {escape(source.record.title or source.record.file_name)}")
            body = "".join(self._passages(source))
            yield element(
                "article", heading + record_rows(source.record, self._labels) + body, id=name("source", source.id)
            )

    def has_place(self, excerpt_id: str) -> bool:
        """Whether an excerpt is marked in its article: one that the newest version has lost is not."""
        return excerpt_id in self._placed

    def passage(self, excerpt_id: str) -> str:
        """The paragraphs an excerpt stands in, with its words marked, and what is known of their article."""
        excerpt = self._excerpts.get(excerpt_id)
        if excerpt is None:
            return ""
        source = self._sources[excerpt.source]
        known = record_rows(source.record, self._labels)
        if excerpt_id not in self._placed:
            lost = f"<p><mark>{escape(excerpt.quote)}</mark></p>"
            return element("blockquote", lost, lang=source.record.language, dir="auto") + known
        paragraphs = ""
        for index in source.indexes_between(excerpt.start, excerpt.end):
            passage = source.passages[index]
            if passage.kind is not Kind.NOISE:
                paragraphs += f"<p>{_marked(source.text, passage.start, passage.end, [excerpt], is_target=False)}</p>"
        link = element("a", escape(self._labels.in_article), href=f"#{name('excerpt', excerpt.id)}")
        quote = element("blockquote", paragraphs, lang=source.record.language, dir="auto")
        return f"{quote}{known}<p>{link}</p>"

    def _passages(self, source: Source) -> Iterator[str]:
        excerpts = self._by_source[source.id]
        starts = [excerpt.start for excerpt in excerpts]
        longest = max((excerpt.end - excerpt.start for excerpt in excerpts), default=0)
        noise: list[str] = []
        for passage, number in zip(source.passages, source.numbers, strict=True):
            near = excerpts[bisect_left(starts, passage.start - longest) : bisect_right(starts, passage.end)]
            here = [e for e in near if e.start < passage.end and e.end > passage.start]
            content = _marked(source.text, passage.start, passage.end, here, is_target=True)
            if passage.kind is Kind.NOISE:
                noise.append(f"<p>{content}</p>")
                continue
            yield from self._folded(noise)
            noise = []
            if passage.kind is Kind.HEADING:
                yield element("h4", content, dir="auto")
                continue
            count = element("span", str(number), class_="n") if number else ""
            place = name("source", source.id, f"p{number}")
            yield element("div", count + content, class_="p", id=place, lang=source.record.language, dir="auto")
        yield from self._folded(noise)

    def _folded(self, noise: list[str]) -> Iterator[str]:
        if noise:
            yield f"<details><summary>{escape(self._labels.noise)}</summary>{''.join(noise)}</details>"


def _stands(excerpt: Excerpt, source: Source) -> bool:
    return source.text[excerpt.start : excerpt.end] == excerpt.quote


def record_rows(record: Record, labels: Labels) -> str:
    """What is known of an article."""
    target = link_target(record.address)
    shown = escape(record.address)
    return rows(
        [
            (labels.author_of, escape(", ".join(record.authors))),
            (labels.outlet, escape(record.outlet)),
            (labels.published, escape(readable_date(record.published or record.updated, labels))),
            (labels.retrieved, escape(readable_date(record.retrieved, labels))),
            (labels.grade, escape(" · ".join(part for part in (record.grade, record.descriptor) if part))),
            (labels.address, element("a", shown, href=target, rel="noreferrer") if target else shown),
            (labels.digest, element("code", escape(record.sha256)) if record.sha256 else ""),
        ]
    )


def _marked(text: str, start: int, end: int, excerpts: list[Excerpt], *, is_target: bool) -> str:
    """A stretch of text in which excerpts are marked; the first piece of each carries its id."""
    bounds = {
        start,
        end,
        *(min(max(e.start, start), end) for e in excerpts),
        *(min(max(e.end, start), end) for e in excerpts),
    }
    pieces = []
    for left, right in pairwise(sorted(bounds)):
        inside = [e for e in excerpts if e.start <= left and right <= e.end]
        content = escape(" ".join(text[left:right].split("\n")))
        if inside:
            begins = [e for e in inside if left == max(e.start, start) and e.start >= start] if is_target else []
            for other in begins[1:]:
                content = element("span", content, id=name("excerpt", other.id))
            content = element("mark", content, id=name("excerpt", begins[0].id) if begins else "")
        pieces.append(content)
    return "".join(pieces)
