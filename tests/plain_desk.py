"""A plain model of the desk: lists and dictionaries, whole copies for undo, nothing clever.

It says again, in the simplest words there are, what every edit should do; the state machine holds the desk to it.
"""

import re
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

BlockShape = dict[str, Any]  # style, level, runs: [("words", text, bold, italic, link) | ("cite", id)]


@dataclass
class PlainNote:
    """The note as lists and dictionaries."""

    title: str = ""
    marking: str = ""
    author: str = ""
    sections: dict[str, dict[str, Any]] = field(default_factory=dict)  # key: {"status", "blocks"}
    sources: dict[str, dict[str, Any]] = field(default_factory=dict)  # id: {"text", "title", "passages"}
    excerpts: dict[str, dict[str, Any]] = field(default_factory=dict)  # in order
    last_source: int = 0
    last_excerpt: int = 0

    def add_source(self, text: str, bounds: list[tuple[int, int]]) -> None:
        self.last_source += 1
        passages = [["paragraph", start, end] for start, end in bounds]
        self.sources[f"S{self.last_source}"] = {"text": text, "title": "", "passages": passages}

    def reading(self, source: str, start: int, end: int) -> str:
        """The words of a passage: noise left out, one line a paragraph, white space folded."""
        text = self.sources[source]["text"]
        lines = []
        for kind, first, last in self.sources[source]["passages"]:
            line = re.sub(r"[ \t\n]+", " ", text[max(start, first) : max(0, min(end, last))]).strip(" ")
            if kind != "noise" and first < end and last > start and line:
                lines.append(line)
        return "\n".join(lines) or re.sub(r"[ \t\n]+", " ", text[start:end]).strip(" ")

    def quote(self, name: str) -> BlockShape:
        e = self.excerpts[name]
        words = self.reading(e["source"], e["start"], e["end"])
        runs = [("words", words, False, False, "")] if words else []
        return {"style": "quote", "level": 0, "runs": [*runs, ("cite", name)]}

    def file(self, source: str, start: int, end: int, section: str | None, comment: str) -> None:
        self.last_excerpt += 1
        name = f"x{self.last_excerpt}"
        place = {"source": source, "start": start, "end": end}
        self.excerpts[name] = {**place, "section": section, "comment": comment}
        if section is not None:
            self.append(section, self.quote(name))

    def append(self, section: str, block: BlockShape) -> None:
        blocks = self.sections[section]["blocks"]
        while blocks and not blocks[-1]["runs"]:
            blocks.pop()
        blocks.append(block)

    def move(self, name: str, section: str | None) -> None:
        if self.excerpts[name]["section"] == section:
            return
        self.excerpts[name]["section"] = section
        pure = self.quote(name)
        for part in self.sections.values():
            part["blocks"] = [b for b in part["blocks"] if b != pure]
        if section is not None:
            self.append(section, pure)

    def shift(self, name: str, start: int, end: int) -> None:
        e = self.excerpts[name]
        if (e["start"], e["end"]) == (start, end):
            return
        old = self.reading(e["source"], e["start"], e["end"])
        e["start"], e["end"] = start, end
        new = self.quote(name)["runs"]
        for part in self.sections.values():
            for block in part["blocks"]:
                cites = [run[1] for run in block["runs"] if run[0] == "cite"]
                words = "".join(run[1] for run in block["runs"] if run[0] == "words")
                if block["style"] == "quote" and cites == [name] and words == old:
                    block["runs"] = new

    def remove(self, name: str) -> None:
        pure = self.quote(name)
        del self.excerpts[name]
        for part in self.sections.values():
            part["blocks"] = [b for b in part["blocks"] if b != pure]
            for block in part["blocks"]:
                block["runs"] = joined([run for run in block["runs"] if run != ("cite", name)])

    def write(self, section: str, blocks: list[BlockShape]) -> None:
        written = deepcopy(blocks)
        for block in written:
            block["runs"] = joined([r for r in block["runs"] if r[0] == "words" or r[1] in self.excerpts])
        self.sections[section]["blocks"] = written

    def move_block(self, section: str, index: int, to: str, at: int) -> None:
        moved = self.sections[section]["blocks"][index]
        self.sections[section]["blocks"][index] = None
        self.sections[to]["blocks"].insert(at, moved)
        self.sections[section]["blocks"].remove(None)


def joined(runs: list[Any]) -> list[Any]:
    """Runs with neighbouring words of one format made one."""
    tidy: list[Any] = []
    for run in runs:
        if tidy and run[0] == "words" and tidy[-1][0] == "words" and run[2:] == tidy[-1][2:]:
            tidy[-1] = ("words", tidy[-1][1] + run[1], *run[2:])
        else:
            tidy.append(run)
    return tidy


@dataclass
class PlainDesk:
    """The note with whole copies of it before every step."""

    note: PlainNote
    saved: PlainNote = field(init=False)
    done: list[tuple[str, PlainNote]] = field(default_factory=list)
    undone: list[tuple[str, PlainNote]] = field(default_factory=list)
    typing: tuple[str, float] | None = None  # what is being typed in, and when last

    def __post_init__(self) -> None:
        self.saved = deepcopy(self.note)

    def step(self, label: str, before: PlainNote, merge: str = "", at: float = 0.0) -> None:
        """Count a change of the note as a step, or as part of the last one while the same thing is being typed."""
        if before == self.note:
            return
        joins = merge and self.typing is not None and self.typing[0] == merge and at - self.typing[1] <= 0.5
        if not joins:
            self.done.append((label, before))
        self.undone.clear()
        self.typing = (merge, at) if merge else None

    def undo(self) -> None:
        if self.done:
            label, before = self.done.pop()
            self.undone.append((label, self.note))
            self.note = before
        self.typing = None

    def redo(self) -> None:
        if self.undone:
            label, after = self.undone.pop()
            self.done.append((label, self.note))
            self.note = after
        self.typing = None
