"""A whole note to write out: every kind of block, two sources, one of them in another language."""

from dataclasses import replace

from briefing.domain import edits
from briefing.domain.note import Block, Citation, Front, Note, Style, Words
from briefing.domain.source import Kind, Passage, Record, Source
from briefing.domain.template import Slot, Template, blank

PORT = """The two ministers meet on Tuesday in the old customs house, after a week of talks about berths and pilots.
Police have closed the inner harbour until Thursday.
The port agreement covers twelve berths and is worth about $480 million over ten years, the draft says.
A gas link between the two grids has been studied since 2019, but no company has offered to pay for it.
Officials said that the fees for transit would remain “as they are for now”.
Naval exercises planned for the same week were put off by a fortnight."""
FEES = """Die Regierung nennt den Hafenvertrag wechselseitig.
Händler bezweifeln, dass die Leitung vor 2029 fertig wird."""

TEMPLATE = Template(
    "default",
    "Briefing note",
    slots=tuple(Slot(key, key.capitalize()) for key in ("agenda", "security", "economics", "energy", "risks")),
)


def source(text: str, record: Record | None = None) -> Source:
    """A source with one paragraph a line."""
    passages, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            passages.append(Passage(Kind.PARAGRAPH, at, at + len(line)))
        at += len(line) + 1
    return Source(text, tuple(passages), record or Record())


def filed(note: Note, source_id: str, words: str, section: str | None, comment: str = "") -> Note:
    """A note with the paragraph that holds some words filed."""
    text = note.source(source_id).text
    at = text.index(words)
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at) % (len(text) + 1)
    return edits.file_excerpt(note, source_id, start, end, section, comment)


def with_blocks(note: Note, key: str, *blocks: Block) -> Note:
    """A note with blocks before what stands in a section."""
    return edits.write_body(note, key, (*blocks, *note.section(key).blocks))


def typed(*texts: str, style: Style = Style.PARAGRAPH) -> Note:
    """A note whose first section holds what was typed, one block a text."""
    note = blank(TEMPLATE, "n-typed")
    return with_blocks(note, "agenda", *(Block(style, (Words(text),)) for text in texts))


def whole_note() -> Note:
    """Everything that a note can hold."""
    port = Record(
        title="Port deal nears",
        authors=("First Author", "Second Author"),
        outlet="Harbour Courier",
        published="2025-11-14",
        retrieved="2025-11-16",
        address="https://example.org/port?deal=1&lang=en",
        language="en",
        reliability="B",
        credibility="2",
    )
    fees = Record(title="Was der Vertrag kostet", outlet="Hafenblatt", published="2025-11-12", language="de")
    note = replace(blank(TEMPLATE, "n-whole"), title="Harbour summit: what to expect", marking="TLP:AMBER")
    front = Front("The director", "The desk", "2025-11-17", "2025-11-16", "ND/114", "A signature is likely.\nNo date.")
    note = edits.add_source(edits.add_source(edits.set_front(note, front), source(PORT, port)), source(FEES, fees))
    for words, key in (("ministers", "agenda"), ("Police", "security"), ("port agreement", "economics")):
        note = filed(note, "S1", words, key, "Check the sum." if key == "economics" else "")
    note = filed(filed(note, "S1", "gas link", "energy"), "S2", "Händler", "energy")
    note = filed(note, "S2", "Regierung", None)
    note = with_blocks(
        note,
        "agenda",
        Block(Style.PARAGRAPH, (Words("Two sessions and a "), Words("joint statement", bold=True), Citation("x3"))),
        Block(Style.HEADING, (Words("What each side wants"),)),
        Block(Style.BULLET, (Words("A signature before the vote"), Citation("x1"), Citation("x3"))),
        Block(Style.BULLET, (Words("and a sentence on "), Words("the link", italic=True)), 1),
    )
    return with_blocks(
        note,
        "risks",
        Block(Style.NUMBER, (Words("The statement is put off."),)),
        Block(Style.NUMBER, (Words("In steps,"),), 1),
        Block(Style.NUMBER, (Words("See the "), Words("draft", link="https://example.org/a draft (v2).pdf"))),
    )
