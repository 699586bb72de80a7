"""Documents of many cited excerpts: reading and writing in one process, and against the finished parts alone."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

from briefing.domain import edits
from briefing.domain.anchor import describe
from briefing.domain.document import compose
from briefing.domain.note import Block, Excerpt, Note, Words
from briefing.domain.printed import Document
from briefing.domain.source import Kind, Passage, Record, Source
from briefing.domain.template import Slot, Template, blank
from tests.bench.row import Row, stopwatch

SIZES = (10, 100, 1000, 10_000)
_KEYS = ("agenda", "security", "economics", "defense", "energy", "risks")


@cache
def note_of(excerpts: int) -> Note:
    """A note whose sections hold quotations, each of a paragraph of its own."""
    draw = Random(excerpts)
    letters = "eeeeetttaaaoooiiinnnssshhrrdlucmfwypvbgkjqxz"
    words = ["".join(draw.choice(letters) for _ in range(draw.randint(2, 11))) for _ in range(4000)]
    paragraphs = [" ".join(draw.choice(words) for _ in range(28)) + "." for _ in range(excerpts)]
    text, passages, at = "\n".join(paragraphs), [], 0
    for paragraph in paragraphs:
        passages.append(Passage(Kind.PARAGRAPH, at, at + len(paragraph)))
        at += len(paragraph) + 1
    record = Record(title="An article", outlet="An outlet", published="2025-11-14", address="https://example.org/a")
    template = Template("bench", "Bench", slots=tuple(Slot(key, key.capitalize()) for key in _KEYS))
    note = edits.add_source(blank(template, "bench"), Source(text, tuple(passages), record))
    filed, bodies = [], {key: list[Block]() for key in _KEYS}
    for number, passage in enumerate(passages, 1):
        key = _KEYS[(number - 1) * len(_KEYS) // excerpts]
        filed.append(Excerpt(f"x{number}", "S1", key, describe(text, passage.start, passage.end)))
        bodies[key].append(edits.quote_block(note.sources[0], filed[-1]))
    sections = tuple(replace(section, blocks=tuple(bodies[section.key])) for section in note.sections)
    return replace(note, excerpts=tuple(filed), last_excerpt=excerpts, sections=sections)


@cache
def _document(excerpts: int) -> Document:
    return compose(note_of(excerpts))


@cache
def _parts(excerpts: int) -> dict[str, bytes]:
    from briefing.io.writers import docx  # noqa: PLC0415 (importing this file is cheap)

    with ZipFile(BytesIO(docx.write(_document(excerpts)))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _timed(work: Callable[[], object]) -> float:
    with stopwatch() as seconds:
        work()
    return seconds()


def _docx(excerpts: int) -> float:
    from briefing.io.writers import docx  # noqa: PLC0415 (importing this file is cheap)

    note = note_of(excerpts)
    return _timed(lambda: docx.write(compose(note)))


def _ten_times_a_tenth() -> float:
    return 10 * _docx(1000)


def _zip(excerpts: int) -> float:
    parts = _parts(excerpts)

    def pack() -> None:
        with ZipFile(BytesIO(), "w", ZIP_DEFLATED) as archive:
            for name, data in parts.items():
                archive.writestr(name, data)

    return _timed(pack)


def _markdown(excerpts: int) -> float:
    from briefing.io.writers import markdown  # noqa: PLC0415 (importing this file is cheap)

    document = _document(excerpts)
    return _timed(lambda: markdown.write(document))


def _escape_and_join(excerpts: int) -> float:
    from briefing.io.writers.marks.inline import literal  # noqa: PLC0415 (importing this file is cheap)

    document = _document(excerpts)
    pieces = [p for part in document.parts for paragraph in part.paragraphs for p in paragraph.pieces]
    pieces += [p for note in document.footnotes for p in note.pieces]
    texts = [piece.text for piece in pieces if isinstance(piece, Words)]
    return _timed(lambda: "\n\n".join(map(literal, texts)).encode())


def _pdf(excerpts: int) -> float:
    from briefing.io.writers.typeset.press import print_pdf, settled  # noqa: PLC0415 (importing this file is cheap)
    from briefing.io.writers.typeset.source import typst_source  # noqa: PLC0415 (likewise)

    note = note_of(excerpts)
    return _timed(lambda: print_pdf(settled(partial(typst_source, compose(note))), ()))


def _typst(excerpts: int) -> float:
    import typst  # noqa: PLC0415 (importing this file is cheap)

    from briefing.io.writers.typeset.source import typst_source  # noqa: PLC0415 (likewise)

    source = typst_source(_document(excerpts)).encode()
    return _timed(lambda: typst.compile(source, format="pdf"))


ROWS = (
    *(
        Row(
            f"docx-{size}",
            f"a note of {size} cited excerpts read and written as DOCX, in process",
            measure=partial(_docx, size),
            floor=partial(_zip, size),
            floor_words="packing its finished parts",
            bound=2.5 if size >= 1000 else None,
            runs=5,
        )
        for size in SIZES
    ),
    Row(
        "docx-growth",
        "a note of 10,000 cited excerpts read and written as DOCX; 1.12 is growth by the power of 1.05",
        measure=partial(_docx, 10_000),
        floor=_ten_times_a_tenth,
        floor_words="ten times what one of 1,000 takes",
        bound=10**0.05,
        runs=5,
    ),
    *(
        Row(
            f"markdown-{size}",
            f"a document of {size} cited excerpts written as Markdown, in process",
            measure=partial(_markdown, size),
            floor=partial(_escape_and_join, size),
            floor_words="escaping and joining its strings",
            bound=2,
            runs=5,
        )
        for size in SIZES
    ),
    Row(
        "pdf",
        "a note of two pages as PDF, in process",
        measure=partial(_pdf, 15),
        floor=partial(_typst, 15),
        floor_words="Typst alone on the same source",
        bound=3,
    ),
)
