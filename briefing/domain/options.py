"""What a way out of the note may decide, and the recipe that gives a set of such decisions a name."""

from dataclasses import dataclass
from enum import StrEnum

from briefing.domain.scale import Scale


class Page(StrEnum):
    """The paper."""

    A4 = "a4"
    LETTER = "letter"


class Notes(StrEnum):
    """Where citations are written out."""

    FOOT = "foot"
    END = "end"


class Citing(StrEnum):
    """How a source is cited: in full the first time, always short, or by author and date in the text."""

    FULL = "full"
    SHORT = "short"
    AUTHOR_DATE = "author-date"


class Counting(StrEnum):
    """What is numbered."""

    NOTHING = "nothing"
    HEADINGS = "headings"
    PARAGRAPHS = "paragraphs"


@dataclass(frozen=True, slots=True)
class Options:
    """The decisions; the defaults are those of a plain export."""

    page: Page = Page.A4
    notes: Notes = Notes.FOOT
    citing: Citing = Citing.FULL
    counting: Counting = Counting.NOTHING
    has_empty_sections: bool = True
    has_source_list: bool = True
    has_source_summary: bool = False
    has_annex: bool = False  # of excerpts that are filed nowhere
    has_comments: bool = False
    has_anchors: bool = True  # what is needed to read an edited document back
    has_evidence: bool = False  # articles and excerpts themselves, for formats that carry them
    scale: Scale | None = None  # whose key is printed where its terms are used
    ceiling: str = ""  # the highest marking that may go out; empty: any
    standards: tuple[str, ...] = ()  # of PDF: ua-1, a-2b


@dataclass(frozen=True, slots=True)
class Recipe:
    """A named way out of a note.

    `reference` is the path of a Word document whose styles are taken; what goes out by a recipe for distribution
    (`is_edition`) is recorded in the note.
    """

    name: str
    title: str
    description: str = ""
    format: str = "docx"
    options: Options = Options()
    reference: str = ""
    is_edition: bool = False
