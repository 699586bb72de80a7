"""Random notes and ways out: the same seed gives the same note, however odd."""

from random import Random

from briefing.domain import edits
from briefing.domain.note import Block, Citation, Front, Note, Run, Style, Words
from briefing.domain.options import Citing, Counting, Notes, Options, Page
from briefing.domain.scale import Band, Scale
from briefing.domain.source import Record
from briefing.domain.template import Slot, Template, blank
from tests.notes import source

_KEYS = ("agenda", "security", "economics", "a-" + "k" * 38)
_WORDS = (
    *("harbour", "fees", "draft", "likely", "almost certain", "“quoted”", "R&D", "<b>", "*", "_x_", "$5", "#", "1."),
    *(
        "漢字",
        "مرحبا",
        "שלום",
        "😀",
        "é",
        "a\u00a0b",
        "w" * 300,
        "=1+1",
        "]]>",
        "\t",
        "\n",
        "\x07",
        "\ud800",
        "%%",
        "==",
        "\\",
    ),
)
_LINKS = (
    "",
    "",
    "",
    "https://example.org/a?b=c&d=é#f",
    "http://x y",
    "mailto:a@example.org",
    "javascript:x",
    "https://[",
)
_MARKINGS = ("", "TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED", "EYES & <ONLY>")
_LANGUAGES = ("en", "de", "fr", "ar", "ja", "", "not a tag", "en-US")
SCALE = Scale("s", "Terms", "A source", (Band(("likely", "probable"), "55–80 %"), Band(("almost certain",), "95–99 %")))


def random_note(seed: int) -> Note:
    """A note that may hold anything."""
    draw = Random(seed)
    slots = tuple(Slot(key, _text(draw, 3)) for key in _KEYS[: draw.randint(0, 4)])
    note = blank(Template("t", "T", language=draw.choice(_LANGUAGES), slots=slots), _text(draw, 2))
    note = edits.set_marking(edits.retitle(note, _text(draw, 8)), draw.choice(_MARKINGS))
    fields = [_text(draw, draw.randint(0, 4)) for _ in range(3)]
    front = Front(
        fields[0],
        fields[1],
        draw.choice(("2025-11-17", "", "soon")),
        "",
        fields[2],
        _text(draw, 20),
        note.front.language,
    )
    note = edits.set_front(note, front)
    for _ in range(draw.randint(0, 3)):
        note = edits.add_source(note, source("\n".join(_plain(draw) for _ in range(draw.randint(1, 6))), _record(draw)))
    keys = [section.key for section in note.sections]
    for _ in range(draw.randint(0, 8) if note.sources else 0):
        chosen = draw.choice(note.sources)
        start = draw.randrange(len(chosen.text))
        end = draw.randint(start + 1, len(chosen.text))
        note = edits.file_excerpt(
            note, chosen.id, start, end, draw.choice([*keys, None]), _text(draw, draw.randint(0, 5))
        )
    for key in keys:
        blocks = [_block(draw, note) for _ in range(draw.randint(0, 6))]
        note = edits.write_body(note, key, (*blocks, *note.section(key).blocks))
    return note


def random_options(seed: int) -> Options:
    """Any set of decisions."""
    draw = Random(seed)
    return Options(
        page=draw.choice(list(Page)),
        notes=draw.choice(list(Notes)),
        citing=draw.choice(list(Citing)),
        counting=draw.choice(list(Counting)),
        has_empty_sections=draw.random() < 0.5,
        has_source_list=draw.random() < 0.5,
        has_source_summary=draw.random() < 0.5,
        has_annex=draw.random() < 0.5,
        has_comments=draw.random() < 0.5,
        has_anchors=draw.random() < 0.5,
        scale=draw.choice([None, SCALE]),
        ceiling=draw.choice(["", "", "TLP:AMBER"]),
    )


def _text(draw: Random, words: int) -> str:
    return " ".join(draw.choice(_WORDS) for _ in range(words))


def _plain(draw: Random) -> str:
    """A line of an article: sources hold no control characters."""
    kept = [word for word in _WORDS if word.isprintable()]
    return " ".join(draw.choice(kept) for _ in range(draw.randint(1, 12)))


def _record(draw: Random) -> Record:
    return Record(
        title=_text(draw, draw.randint(0, 6)),
        authors=tuple(_text(draw, 2) for _ in range(draw.randint(0, 3))),
        outlet=_text(draw, draw.randint(0, 2)),
        published=draw.choice(("", "2025", "2025-11", "2025-11-14T10:00+01:00", "yesterday")),
        retrieved=draw.choice(("", "2025-11-16")),
        language=draw.choice(_LANGUAGES),
        address=draw.choice(_LINKS),
        reliability=draw.choice(("", "B")),
        marking=draw.choice(_MARKINGS),
    )


def _block(draw: Random, note: Note) -> Block:
    runs: list[Run] = []
    for _ in range(draw.randint(0, 4)):
        if note.excerpts and draw.random() < 0.3:
            runs.append(Citation(draw.choice(note.excerpts).id))
        else:
            is_bold, is_italic = draw.random() < 0.3, draw.random() < 0.3
            runs.append(Words(_text(draw, draw.randint(1, 6)), is_bold, is_italic, draw.choice(_LINKS)))
    return Block(draw.choice(list(Style)), tuple(runs), draw.randint(0, 3))
