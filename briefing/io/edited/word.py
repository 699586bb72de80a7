"""Word: paragraphs with their citations out of an edited DOCX, tracked changes taken as if accepted."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from briefing.domain.legible import legible, link_target
from briefing.domain.note import Block, Citation, Run, Style, Words, block
from briefing.domain.printed import Document, Mark
from briefing.domain.readback import Edited, EditedDocument
from briefing.io.edited.gathering import Gathering, Notes
from briefing.io.edited.wordfile import RELATED, W, WordFile
from briefing.io.writers.word.places import CITATION, SECTION, citation_place, section_place

_SKIPPED = frozenset(W + name for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText"))
_TRACKED = (W + "ins", W + "del", W + "moveTo", W + "moveFrom")
_NOTES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}
_BREAKS = {W + "br": "\n", W + "cr": "\n", W + "tab": "\t", W + "noBreakHyphen": "\u2011"}


def read_word(data: bytes, sent: Document) -> EditedDocument:
    """The paragraphs of an edited DOCX, by section; BriefingError if it is none."""
    return _Reading(WordFile(data), sent).document()


class _Reading:
    """Reads one document."""

    def __init__(self, file: WordFile, sent: Document) -> None:
        self._file = file
        self._sections = {section_place(part.key).lower(): part.key for part in sent.all_parts}
        pieces = (piece for part in sent.all_parts for p in part.paragraphs for piece in p.pieces)
        marks = [piece for piece in pieces if isinstance(piece, Mark)]
        cited = {mark.excerpt for mark in marks}
        self._excerpts = {citation_place(id_, 1).lower(): id_ for id_ in (*cited, *(e.id for e in sent.anchors))}
        said = (*(mark.comment for mark in marks), *(e.comment for e in sent.anchors))
        self._said = {" ".join(text.split()) for comment in said for text in (comment, *comment.split("\n"))}
        self._notes = Notes(sent)
        self._gathering = Gathering(sent)
        if file.note_id and file.note_id != sent.id:
            self._gathering.remark("The edited document was made from another note.")

    def document(self) -> EditedDocument:
        before: list[Run] = []  # of paragraphs whose end was deleted: they run on into the next
        authors, comments = list[str](), list[str]()
        for paragraph in self._paragraphs(self._file.body):
            read = block(Style.PARAGRAPH, _Inline(self, paragraph).runs()).runs
            runs = [*before, *self._notes.cited(read)]
            authors += _authors(paragraph)
            comments += self._comments(paragraph)
            if paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None and _words(runs).strip():
                before = runs
            else:
                self._read(paragraph, runs, Edited(Block(), tuple(comments), tuple(dict.fromkeys(authors))))
                before, authors, comments = [], [], []
        return self._gathering.done()

    def _paragraphs(self, parent: Any) -> Iterator[Any]:  # noqa: ANN401 (lxml's element)
        """All paragraphs in order, those in content controls, insertions and tables among them."""
        for child in parent:
            if child.tag == W + "p":
                if child.find(f"{W}pPr/{W}rPr/{W}moveFrom") is None:
                    yield child
            elif child.tag not in _SKIPPED and isinstance(child.tag, str):
                yield from self._paragraphs(child)

    def _read(self, paragraph: Any, runs: list[Run], said: Edited) -> None:  # noqa: ANN401 (lxml's element)
        shape = self._file.shape(paragraph)
        edited = replace(said, block=block(shape.style, runs, shape.level))
        gone = "".join(str(text.text or "") for text in paragraph.iter(W + "delText"))
        names = [str(mark.get(W + "name")).lower() for mark in paragraph.iter(W + "bookmarkStart")]
        key = next((self._sections[n] for n in names if n.startswith(SECTION) and n in self._sections), "")
        if gone.strip() and not _words(runs).strip() and not edited.block.citations:
            self._gathering.deleted(replace(edited, block=Block(shape.style, (Words(legible(gone)),))))
        if key or shape.is_section:
            self._gathering.open(edited, key)
        elif shape.added:
            self._read_added(shape.added, edited)
        else:
            self._gathering.add(edited)

    def _read_added(self, style: str, edited: Edited) -> None:
        """A paragraph in a style of what stands around the sections."""
        text = edited.block.text
        label, tab, value = text.partition("\t")
        if style == "title":
            self._gathering.title(edited)
        elif style == "bottom line":
            self._gathering.bottom_line(edited)
        elif style == "front matter" and tab:
            self._gathering.field(label, replace(edited, block=Block(Style.PARAGRAPH, (Words(value),))))
        elif style != "bottom line title" or not self._gathering.is_bottom_line(text):
            self._gathering.add(replace(edited, block=Block(Style.PARAGRAPH, edited.block.runs)))

    def _comments(self, paragraph: Any) -> tuple[str, ...]:  # noqa: ANN401 (lxml's element)
        """What others said: the comments that were sent along are not told again."""
        found = ((words, f"{who}: {words}" if who else words) for who, words in self._file.comments(paragraph))
        return tuple(named for words, named in found if not {" ".join(t.split()) for t in (words, named)} & self._said)

    def excerpt_of(self, bookmark: str) -> str:
        """The excerpt that a bookmark stands for; empty if it is none of the note's."""
        name = bookmark.lower()
        if name in self._excerpts:
            return self._excerpts[name]
        return self._excerpts.get(name.rpartition("_")[0], "")  # cited again: brief_x_7_2

    def cited(self, kind: str, id_: str) -> Run:
        """A note without a bookmark: known by its words, or else its words themselves."""
        words = self._file.note(kind, id_)
        excerpt = self._notes.excerpt_of(words)
        return Citation(excerpt) if excerpt else Words(f" [{words.strip()}]")

    def claimed(self, kind: str, id_: str, excerpt: str) -> Run:
        """A note whose bookmark names its excerpt; words that somebody changed in it are shown."""
        words = self._file.note(kind, id_)
        if not self._notes.is_known(words):
            self._gathering.unplaced(Edited(Block(runs=(Words(f"[{excerpt}] {words.strip()}"),))))
        return Citation(excerpt)

    def link(self, id_: str) -> str:
        """Where a link leads, if it may be followed."""
        return link_target(self._file.address(id_))


class _Inline:
    """Reads the runs of one paragraph; a bookmark of a citation claims the note mark, or the words, inside it."""

    def __init__(self, reading: _Reading, paragraph: Any) -> None:  # noqa: ANN401 (lxml's element)
        self._reading = reading
        self._paragraph = paragraph
        self._open: dict[str, str] = {}  # id of an open bookmark: its excerpt
        self._held: list[Run] = []  # words inside it
        self._has_mark = False

    def runs(self) -> Iterator[Run]:
        yield from self._walk(self._paragraph, "")
        yield from self._held

    def _walk(self, parent: Any, link: str) -> Iterator[Run]:  # noqa: ANN401 (lxml's element)
        for child in parent:
            tag = child.tag
            if tag in _SKIPPED or not isinstance(tag, str):
                continue
            if tag == W + "bookmarkStart":
                self._begin(child)
            elif tag == W + "bookmarkEnd":
                yield from self._end(child)
            elif tag == W + "r":
                yield from self._run(child, link)
            elif tag == W + "hyperlink":
                yield from self._walk(child, self._reading.link(str(child.get(f"{{{RELATED}}}id") or "")))
            else:
                yield from self._walk(child, link)

    def _begin(self, mark: Any) -> None:  # noqa: ANN401 (lxml's element)
        name = str(mark.get(W + "name"))
        excerpt = self._reading.excerpt_of(name) if name.lower().startswith(CITATION) else ""
        if excerpt:
            self._open[str(mark.get(W + "id"))] = excerpt
            self._has_mark = False

    def _end(self, mark: Any) -> Iterator[Run]:  # noqa: ANN401 (lxml's element)
        excerpt = self._open.pop(str(mark.get(W + "id")), "")
        if not excerpt:
            return
        held, self._held = self._held, []
        words = "".join(run.text for run in held if isinstance(run, Words))
        if self._has_mark:
            yield from held
        elif words.strip().startswith("("):
            yield Citation(excerpt)
        else:
            yield from held  # the mark was deleted and its bookmark left behind

    def _run(self, run: Any, link: str) -> Iterator[Run]:  # noqa: ANN401 (lxml's element)
        is_bold, is_italic = self._reading._file.emphasis(run)  # noqa: SLF001 (one reading, two classes)
        for child in run:
            kind = _NOTES.get(child.tag)
            if kind is not None:
                yield from self._kept(self._note(kind, str(child.get(W + "id"))))
            elif child.tag == W + "t" or child.tag in _BREAKS:
                text = legible(child.text or "") if child.tag == W + "t" else _BREAKS[child.tag]
                yield from self._kept(Words(text, is_bold, is_italic, link))

    def _kept(self, run: Run) -> Iterator[Run]:
        if self._open:
            self._held.append(run)
        else:
            yield run

    def _note(self, kind: str, id_: str) -> Run:
        if self._open and not self._has_mark:
            self._has_mark = True
            return self._reading.claimed(kind, id_, next(reversed(self._open.values())))
        return self._reading.cited(kind, id_)


def _authors(paragraph: Any) -> tuple[str, ...]:  # noqa: ANN401 (lxml's element)
    """Who changed a paragraph, as far as that was tracked."""
    names = (str(e.get(W + "author") or "") for tag in _TRACKED for e in paragraph.iter(tag))
    return tuple(dict.fromkeys(name for name in names if name))


def _words(runs: list[Run]) -> str:
    return "".join(run.text for run in runs if isinstance(run, Words))
