"""The document: the one reading of a note that every writer and the preview share.

Order, numbering, labels, locators, the words of footnotes and what is left out are decided here; writers only
translate. All text in a document is legible (no control characters, no half characters) and every link can be
followed.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefing.domain.keeping import keeping_everything
from briefing.domain.labels import Labels, labels_in, readable_date
from briefing.domain.legible import is_right_to_left, legible, link_target, one_line
from briefing.domain.note import Block, Citation, Note, Section, Style, Words
from briefing.domain.noting import Noting
from briefing.domain.options import Counting, Options
from briefing.domain.printed import (
    Document,
    Evidence,
    Paragraph,
    Part,
    Piece,
    SourceEntry,
    Text,
)
from briefing.domain.references import source_reference
from briefing.domain.scale import Scale, terms_in

__all__ = ["Document", "Options", "compose"]

DEEPEST = 4  # level of a nested list item; what is deeper is shown at this level
ANNEX = "annex"  # key of the part that holds unfiled excerpts


def compose(note: Note, options: Options | None = None) -> Document:
    """Read a note as a document: sections in order, footnotes numbered by first place, sources listed as cited."""
    with keeping_everything():
        return _composed(note, options or Options())


def _composed(note: Note, options: Options) -> Document:
    front = note.front
    labels = labels_in(front.language)
    noting = Noting(note, labels, options)
    read = [_part(section, number, noting, labels) for number, section in enumerate(note.sections, 1)]
    parts = tuple(_counted([p for p in read if not p.is_blank or options.has_empty_sections], options))
    annex = _annex(note, noting, labels) if options.has_annex else None
    return Document(
        id=one_line(note.id),
        title=one_line(note.title) or labels.untitled,
        language=one_line(front.language) or labels.language,
        marking=one_line(note.marking),
        labels=labels,
        author=one_line(front.author),
        date=one_line(front.date),
        audience=one_line(front.audience),
        front=_front_rows(note, labels),
        bottom_line=legible(front.bottom_line).strip(),
        parts=parts,
        footnotes=tuple(noting.footnotes),
        sources=_source_list(noting, labels) if options.has_source_list else (),
        options=options,
        summary=_summary(noting, labels) if options.has_source_summary and noting.cited else "",
        annex=annex,
        scale=_used_scale(note, parts, options),
        anchors=tuple(e for e in note.excerpts if e.source in noting.sources) if options.has_anchors else (),
        evidence=_evidence(note, noting, options) if options.has_evidence else Evidence(),
    )


def _front_rows(note: Note, labels: Labels) -> tuple[tuple[str, str], ...]:
    front = note.front
    rows = (
        (labels.audience, front.audience),
        (labels.author, front.author),
        (labels.date, readable_date(front.date, labels)),
        (labels.cutoff, readable_date(front.cutoff, labels)),
        (labels.reference, front.reference),
    )
    return tuple((label, one_line(value)) for label, value in rows if value.strip())


def _part(section: Section, number: int, noting: Noting, labels: Labels) -> Part:
    read = (_paragraph(block, index, noting) for index, block in enumerate(section.blocks) if block.runs)
    paragraphs = tuple(_listed(p for p in read if p is not None))
    title = one_line(section.title) or one_line(section.key)
    if paragraphs:
        return Part(section.key, title, number, paragraphs)
    blank = Paragraph(Style.PARAGRAPH, (Text(labels.nothing, italic=True),))
    return Part(section.key, title, number, (blank,), is_blank=True)


def _paragraph(block: Block, index: int, noting: Noting) -> Paragraph | None:
    """A block as it reads; None if nothing is left of it, or if it quotes what may not go out."""
    pieces: list[Piece] = []
    first, is_marked, is_rtl = "", False, False
    for run in block.runs:
        if isinstance(run, Citation):
            first = first or run.excerpt
            mark = noting.mark(run.excerpt)
            if mark is not None:
                pieces.append(mark)
                is_marked = True
        elif run.text:
            text = _legible_text(run)
            is_rtl = is_rtl or not text.text.isascii()
            if text.text:
                pieces.append(text)
    is_quote = block.style is Style.QUOTE
    if not pieces or (is_quote and first and not is_marked):
        return None
    spoken = noting.spoken_in(first) if is_quote and first else ""
    is_rtl = is_rtl and is_right_to_left(block.text)
    return Paragraph(block.style, tuple(pieces), block.level, 0, "", spoken, is_rtl, index)


def _listed(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Paragraphs with levels that leave no gap and numbers that count within their list."""
    counts: list[int] = []  # numbered items so far, one count for each open level
    for paragraph in paragraphs:
        if paragraph.style not in (Style.BULLET, Style.NUMBER):
            counts = []
            yield paragraph if not paragraph.level else paragraph._replace(level=0)
            continue
        level = max(0, min(paragraph.level, len(counts), DEEPEST))
        counts = [*counts, 0][: level + 1]
        counts[level] = counts[level] + 1 if paragraph.style is Style.NUMBER else 0
        yield paragraph._replace(level=level, ordinal=counts[level])


def _counted(parts: list[Part], options: Options) -> Iterator[Part]:
    """Parts with numbers on their headings, or on their paragraphs throughout, where that is asked for."""
    count = 0
    for number, part in enumerate(parts, 1):
        if options.counting is Counting.HEADINGS:
            below = _labelled(part.paragraphs, Style.HEADING, f"{number}.", 0)
            yield part._replace(label=str(number), paragraphs=below)
        elif options.counting is Counting.PARAGRAPHS and not part.is_blank:
            yield part._replace(paragraphs=_labelled(part.paragraphs, Style.PARAGRAPH, "", count))
            count += sum(p.style is Style.PARAGRAPH for p in part.paragraphs)
        else:
            yield part


def _labelled(paragraphs: tuple[Paragraph, ...], style: Style, before: str, count: int) -> tuple[Paragraph, ...]:
    labelled = []
    for paragraph in paragraphs:
        is_counted = paragraph.style is style
        count += is_counted
        labelled.append(paragraph._replace(label=f"{before}{count}") if is_counted else paragraph)
    return tuple(labelled)


def _annex(note: Note, noting: Noting, labels: Labels) -> Part | None:
    """Excerpts that are filed under no section, as quotations."""
    quotes = []
    for excerpt in note.excerpts:
        source = noting.source_of(excerpt.id)
        if excerpt.section is None and source is not None:
            words = Words(source.words(excerpt.start, excerpt.end))
            block = Block(Style.QUOTE, (words, Citation(excerpt.id)))
            quotes.append(_paragraph(block, -1, noting))
    filled = tuple(quote for quote in quotes if quote is not None)
    return Part(ANNEX, labels.annex, len(note.sections) + 1, filled) if filled else None


def _source_list(noting: Noting, labels: Labels) -> tuple[SourceEntry, ...]:
    """Sources that are cited, in the order of the note's sources."""
    listed = (source for source in noting.sources.values() if source.id in noting.cited)
    return tuple(SourceEntry(s.id, source_reference(s, labels), s.record) for s in listed)


def _summary(noting: Noting, labels: Labels) -> str:
    """What the note rests on, counted: sources, outlets, dates, grades, and the source cited most (ICD 206, E)."""
    records = [noting.sources[id_].record for id_ in noting.cited]
    dates = sorted(d for d in (r.published or r.updated for r in records) if d)
    grades = Counter(r.grade for r in records)
    rows = (
        (labels.period, " – ".join(dict.fromkeys(readable_date(d, labels) for d in dates[:1] + dates[-1:]))),
        (labels.most_cited, max(noting.cited, key=lambda id_: noting.cited[id_]) if len(records) > 1 else ""),
        (labels.grades, ", ".join(f"{grade} ({n})" for grade, n in sorted(grades.items()) if grade)),
        (labels.ungraded, str(grades[""]) if grades[""] else ""),
    )
    counted = (
        (labels.sources_cited, len(records)),
        (labels.outlets, len({r.outlet for r in records if r.outlet})),
        (labels.passages, sum(noting.cited.values())),
    )
    first = "".join(words[n > 1].format(n) for words, n in counted if n)
    return " ".join((f"{first}.", *(f"{label}{labels.colon}{value}." for label, value in rows if value)))


def _used_scale(note: Note, parts: tuple[Part, ...], options: Options) -> Scale | None:
    """The scale whose key is printed: the one of the recipe, where the analyst's own words use its terms."""
    if options.scale is None:
        return None
    paragraphs = (p for part in parts for p in part.paragraphs if p.style is not Style.QUOTE)
    texts = (piece.text for p in paragraphs for piece in p.pieces if isinstance(piece, Text))
    used = terms_in(options.scale, (note.title, note.front.bottom_line, *texts))
    return options.scale if used else None


def _evidence(note: Note, noting: Noting, options: Options) -> Evidence:
    """Articles and excerpts that may go out; excerpts filed nowhere and comments only where they are asked for."""
    cited = {id_ for section in note.sections for block in section.blocks for id_ in block.citations}
    excerpts = (e for e in note.excerpts if e.source in noting.sources)
    chosen = (e for e in excerpts if e.section is not None or e.id in cited or options.has_annex)
    plain = (e if options.has_comments or not e.comment else replace(e, comment="") for e in chosen)
    return Evidence(
        sources=tuple(noting.sources.values()),
        excerpts=tuple(replace(e, comment=legible(e.comment)) for e in plain),
        sections=tuple((s.key, one_line(s.title) or s.key) for s in note.sections),
    )


def _legible_text(words: Words) -> Text:
    text = legible(words.text)
    if not words.link and text is words.text:
        return words
    return replace(words, text=text, link=link_target(words.link) if words.link else "")
