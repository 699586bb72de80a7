"""What a way out leaves behind: said before anything is written, so that nobody is surprised by a file."""

from typing import NamedTuple

from briefing.domain.marking import is_above
from briefing.domain.note import Note
from briefing.domain.options import Options


class LeftOut(NamedTuple):
    """One kind of thing that stays behind, with the names of those that do."""

    kind: str  # comments, unfiled, empty, above, uncited, anchors
    words: str
    names: tuple[str, ...] = ()


def left_out(note: Note, options: Options, format_: str = "docx") -> tuple[LeftOut, ...]:
    """Everything of a note that some options leave out of a file of a format, in the order of its weight."""
    above = tuple(s.id for s in note.sources if is_above(s.record.marking, options.ceiling))
    cited = {id_ for section in note.sections for block in section.blocks for id_ in block.citations}
    sources = {e.source for e in note.excerpts if e.id in cited}
    unfiled = tuple(e.id for e in note.excerpts if e.section is None)
    rows = (
        LeftOut("above", f"Sources above {options.ceiling}, with their quotations", above),
        LeftOut("unfiled", "Excerpts filed nowhere", () if options.has_annex else unfiled),
        LeftOut(
            "comments",
            "Comments on excerpts",
            () if options.has_comments else tuple(e.id for e in note.excerpts if e.comment.strip()),
        ),
        LeftOut(
            "empty",
            "Sections without content",
            () if options.has_empty_sections else tuple(s.title for s in note.sections if not s.has_content),
        ),
        LeftOut("uncited", "Sources that nothing cites", tuple(s.id for s in note.sources if s.id not in sources)),
        LeftOut(
            "anchors",
            "Anchors for reading an edited document back",
            () if options.has_anchors or format_ != "docx" else tuple(e.id for e in note.excerpts if e.id in cited),
        ),
    )
    return tuple(row for row in rows if row.names)
