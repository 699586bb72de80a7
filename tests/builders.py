"""Notes drawn as text, and text drawn from notes, so that a failure shows two drawings.

    = Title
    S1: First paragraph.
      : Second paragraph.
    x1 S1 4-8 energy exact        an excerpt that has been filed, with its comment after a slash
    # energy                      a section; behind a slash its status
    > pact @x1                    a quote block with its citation
    - **bold** and //italic//     a bullet; two spaces before it for every level
    1. numbered
    ## heading
    own words @x1

`> @S1:4-8` files code points [4, 8) of S1 in the section and draws its quote block.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from hypothesis import strategies as st

from briefing.domain import edits
from briefing.domain.anchor import Found, describe
from briefing.domain.note import Block, Citation, Excerpt, Note, Run, Section, Status, Style, Words, block
from briefing.domain.source import Kind, Passage, Record, Source

_LEADS = {Style.QUOTE: "> ", Style.BULLET: "- ", Style.NUMBER: "1. ", Style.HEADING: "## ", Style.PARAGRAPH: ""}
_BLOCK = re.compile(r"(?P<indent> *)(?P<lead>> |- |1\. |## |)(?P<text>.*)", re.DOTALL)
_RUN = re.compile(r" ?@(?P<cite>x\d+)|\*\*(?P<bold>.+?)\*\*|//(?P<italic>.+?)//")
_FILED = re.compile(r"> @(S\d+):(\d+)-(\d+)")
_EXCERPT = re.compile(r"(x\d+) (S\d+) (\d+)-(\d+) (\S+) (\w+)(?: / (.*))?")


def source(text: str, title: str = "", kind: Kind = Kind.PARAGRAPH) -> Source:
    """An article with a paragraph for every line of a text."""
    lines = re.finditer(r"\S[^\n]*", text)
    passages = tuple(Passage(kind, line.start(), line.start() + len(line[0].rstrip())) for line in lines)
    return Source(text, passages, Record(title=title), text.encode("utf-8", "replace"))


def note(drawing: str) -> Note:
    """The note that a drawing shows."""
    drawn = Note("drawn")
    key = ""
    for line in drawing.strip("\n").split("\n"):
        drawn, key = _add(drawn, key, line)
    return drawn


def draw(drawn: Note) -> str:
    """A note as a drawing."""
    return "\n".join(_lines(drawn))


def _add(drawn: Note, key: str, line: str) -> tuple[Note, str]:
    if line.startswith("= "):
        return edits.retitle(drawn, line[2:]), key
    if re.match(r"S\d+: ", line):
        return edits.add_source(drawn, source(line.split(": ", 1)[1])), key
    if line.startswith("  : "):
        last = drawn.sources[-1]
        longer = replace(source(f"{last.text}\n{line[4:]}"), id=last.id)
        return replace(drawn, sources=(*drawn.sources[:-1], longer)), key
    if excerpt := _EXCERPT.fullmatch(line):
        return _with_excerpt(drawn, excerpt), key
    return _add_to_section(drawn, key, line)


def _add_to_section(drawn: Note, key: str, line: str) -> tuple[Note, str]:
    if line.startswith("# "):
        key, _, status = line[2:].partition(" / ")
        section = Section(key, key.capitalize(), status=Status(status or "to do"))
        return replace(drawn, sections=(*drawn.sections, section)), key
    if filed := _FILED.fullmatch(line):
        return edits.file_excerpt(drawn, filed[1], int(filed[2]), int(filed[3]), key), key
    blocks = (*drawn.section(key).blocks, _block(line))
    return edits.write_body(drawn, key, blocks), key


def _with_excerpt(drawn: Note, line: re.Match[str]) -> Note:
    name, source_id, start, end, section, found, comment = line.groups()
    anchor = describe(drawn.source(source_id).text, int(start), int(end))
    excerpt = Excerpt(name, source_id, None if section == "-" else section, anchor, comment or "", Found(found))
    number = max(drawn.last_excerpt, int(name[1:]))
    return replace(drawn, excerpts=(*drawn.excerpts, excerpt), last_excerpt=number)


def _block(line: str) -> Block:
    parts = _BLOCK.fullmatch(line.replace("⏎", "\n"))
    assert parts is not None
    style = next(style for style, lead in _LEADS.items() if lead == parts["lead"])
    runs: list[Run] = []
    at = 0
    for run in _RUN.finditer(parts["text"]):
        runs.append(Words(parts["text"][at : run.start()]))
        runs.append(Citation(run["cite"]) if run["cite"] else _formatted(run))
        at = run.end()
    return block(style, [*runs, Words(parts["text"][at:])], len(parts["indent"]) // 2)


def _formatted(run: re.Match[str]) -> Words:
    return Words(run["bold"] or run["italic"], bold=bool(run["bold"]), italic=bool(run["italic"]))


def _lines(drawn: Note) -> Iterator[str]:
    if drawn.title:
        yield f"= {drawn.title}"
    for article in drawn.sources:
        for index, line in enumerate(article.text.split("\n")):
            yield f"  : {line}" if index else f"{article.id}: {line}"
    for e in drawn.excerpts:
        comment = f" / {e.comment}" if e.comment else ""
        yield f"{e.id} {e.source} {e.start}-{e.end} {e.section or '-'} {e.found}{comment}"
    for section in drawn.sections:
        yield f"# {section.key}" + (f" / {section.status}" if section.status is not Status.TODO else "")
        yield from (_drawn_block(b) for b in section.blocks)


def _drawn_block(b: Block) -> str:
    text = "".join(_drawn_run(run, index) for index, run in enumerate(b.runs))
    return "  " * b.level + _LEADS[b.style] + text.replace("\n", "⏎")


def _drawn_run(run: Run, index: int) -> str:
    if isinstance(run, Citation):
        return f"{' ' if index else ''}@{run.excerpt}"
    mark = ("**" if run.bold else "") + ("//" if run.italic else "") + ("__" if run.link else "")
    return mark + run.text + mark[::-1]


# Letters, digits, emoji with joiners and skin tones, combining marks, right to left, no-break spaces.
_LATIN = ["pact", "Tokyo ", "was signed", ". ", " ", "“", "”", "é", "e\u0301", "ß", "ﬁ", "25,000", "x", "I"]
_FAR = ["👍🏽", "👩\u200d👩\u200d👧", "🇯🇵", "शक्ति", "שָׁלוֹם", "السلام", "日米首脳"]
_ODD = ["\u00a0", "\u202f", "\u2011", "\u200f", "\u200d", "<b>", "*", "\\"]
PIECES = st.sampled_from(_LATIN + _FAR + _ODD)


def words(min_size: int = 1, max_size: int = 12) -> st.SearchStrategy[str]:
    """One line of mixed writing, never blank."""
    return st.lists(PIECES, min_size=min_size, max_size=max_size).map("".join).filter(str.strip)


def sources() -> st.SearchStrategy[Source]:
    """Articles of one to four paragraphs."""
    return st.lists(words(), min_size=1, max_size=4).map("\n\n".join).map(source)


def blocks(excerpts: tuple[str, ...] = ()) -> st.SearchStrategy[Block]:
    """Blocks of every style that may cite the excerpts."""
    typed = st.builds(
        Words,
        words(),
        bold=st.booleans(),
        italic=st.booleans(),
        link=st.sampled_from(["", "https://example.org/a?b=1"]),
    )
    cited = st.sampled_from(excerpts).map(Citation) if excerpts else st.nothing()
    runs: st.SearchStrategy[list[Run]] = st.lists(st.one_of(typed, cited), max_size=4)
    return st.builds(block, st.sampled_from(Style), runs, st.integers(0, 3))
