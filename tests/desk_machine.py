"""The desk, driven at random and held to a plain model."""

import tempfile
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from briefing.app.change import Change
from briefing.app.desk import Desk
from briefing.domain import document, edits, soundness
from briefing.domain.errors import WrongUse
from briefing.domain.note import Block, Citation, Note, Section, Status, Style, Words, block
from briefing.domain.source import Kind
from briefing.io import store
from tests.builders import blocks, draw, words
from tests.builders import source as article
from tests.plain_desk import BlockShape, PlainDesk, PlainNote, joined

KEYS = ("energy", "risks", "agenda")
CITED = ("x1", "x2", "x3", "x4", "x99")
BODY = st.lists(blocks(CITED), max_size=4)
SHARE = st.floats(0, 1, exclude_max=True)
LETTER = st.sampled_from(["a", "é", "👍🏽"])
PAUSE = st.sampled_from([0.1, 0.5, 0.75])  # seconds; steps join up to half a second


def shape(b: Block) -> BlockShape:
    """A block as the model has it."""
    runs = [
        ("cite", run.excerpt) if isinstance(run, Citation) else ("words", run.text, run.bold, run.italic, run.link)
        for run in b.runs
    ]
    return {"style": str(b.style), "level": b.level, "runs": joined(runs)}


def plain(drawn: Note) -> PlainNote:
    """A note as the model has it."""
    return PlainNote(
        title=drawn.title,
        marking=drawn.marking,
        author=drawn.front.author,
        sections={s.key: {"status": str(s.status), "blocks": [shape(b) for b in s.blocks]} for s in drawn.sections},
        sources={
            s.id: {
                "text": s.text,
                "title": s.record.title,
                "passages": [[str(p.kind), p.start, p.end] for p in s.passages],
            }
            for s in drawn.sources
        },
        excerpts={
            e.id: {name: getattr(e, name) for name in ("source", "start", "end", "section", "comment")}
            for e in drawn.excerpts
        },
        last_source=drawn.last_source,
        last_excerpt=drawn.last_excerpt,
    )


def bounds(text: str) -> list[tuple[int, int]]:
    """Where the paragraphs of an article are."""
    return [(p.start, p.end) for p in article(text).passages]


class DeskMachine(RuleBasedStateMachine):
    """Every edit, undo, redo, save and reload on a real desk and on the model."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "machine.brief"
        self.stamp: Any = None
        self.now = 100.0
        self.changes = 0
        blank = Note("machine", sections=tuple(Section(key, key.capitalize()) for key in KEYS))
        self.desk = Desk(blank, clock=lambda: self.now)
        self.model = PlainDesk(plain(blank))
        self.desk.watch(self._watch)

    def teardown(self) -> None:
        self.folder.cleanup()

    def _watch(self, change: Change) -> None:
        assert change.after is self.desk.note
        assert change.before is not change.after
        self.changes += 1

    def _do(
        self, label: str, edit: Callable[[Note], Note], again: Callable[[PlainNote], object], merge: str = ""
    ) -> None:
        before, told = self.desk.note, self.changes
        self.desk.do(label, edit, merge=(merge,) if merge else ())
        old = deepcopy(self.model.note)
        again(self.model.note)
        self.model.step(label, old, merge, self.now)
        assert self.changes == told + (self.desk.note is not before)
        if not merge:
            self.now += 1.0

    def _excerpt(self, share: float) -> str:
        return list(self.model.note.excerpts)[int(share * len(self.model.note.excerpts))]

    def _place(self, name: str, one: float, two: float) -> tuple[int, int]:
        length = len(self.model.note.sources[name]["text"])
        start, end = sorted((int(one * length), int(two * length)))
        return start, end + 1

    @initialize(text=words(4, 20))
    def begin_with_an_article(self, text: str) -> None:
        self.add_source(text)

    @precondition(lambda self: len(self.model.note.sources) < 3)
    @rule(text=st.lists(words(), min_size=1, max_size=3).map("\n".join))
    def add_source(self, text: str) -> None:
        self._do("add", lambda n: edits.add_source(n, article(text)), lambda m: m.add_source(text, bounds(text)))

    @precondition(lambda self: self.model.note.sources)
    @rule(share=SHARE, one=SHARE, two=SHARE, key=st.sampled_from([*KEYS, None]), comment=st.sampled_from(["", "Hm."]))
    def file(self, share: float, one: float, two: float, key: str | None, comment: str) -> None:
        name = list(self.model.note.sources)[int(share * len(self.model.note.sources))]
        start, end = self._place(name, one, two)
        self._do(
            "file",
            lambda n: edits.file_excerpt(n, name, start, end, key, comment),
            lambda m: m.file(name, start, end, key, comment),
        )

    @precondition(lambda self: self.model.note.excerpts)
    @rule(share=SHARE, key=st.sampled_from([*KEYS, None]))
    def move_excerpt(self, share: float, key: str | None) -> None:
        name = self._excerpt(share)
        self._do("move", lambda n: edits.move_excerpt(n, name, key), lambda m: m.move(name, key))

    @precondition(lambda self: self.model.note.excerpts)
    @rule(share=SHARE, one=SHARE, two=SHARE)
    def shift(self, share: float, one: float, two: float) -> None:
        name = self._excerpt(share)
        start, end = self._place(self.model.note.excerpts[name]["source"], one, two)
        self._do("shift", lambda n: edits.shift_excerpt(n, name, start, end), lambda m: m.shift(name, start, end))

    @precondition(lambda self: self.model.note.excerpts)
    @rule(share=SHARE)
    def remove(self, share: float) -> None:
        name = self._excerpt(share)
        self._do("remove", lambda n: edits.remove_excerpt(n, name), lambda m: m.remove(name))

    @precondition(lambda self: self.model.note.excerpts)
    @rule(share=SHARE, comment=st.sampled_from(["", "Hm.", "Doubtful."]))
    def comment(self, share: float, comment: str) -> None:
        name = self._excerpt(share)
        self._do(
            "comment",
            lambda n: edits.comment_excerpt(n, name, comment),
            lambda m: m.excerpts[name].update(comment=comment),
        )

    @rule(key=st.sampled_from(KEYS), body=BODY)
    def write(self, key: str, body: list[Block]) -> None:
        self._write("write", key, body)

    @precondition(lambda self: self.model.note.sources)
    @rule(key=st.sampled_from(KEYS))
    def file_everything(self, key: str) -> None:
        name, first = next(iter(self.model.note.sources.items()))
        end = len(first["text"])
        self._do("file", lambda n: edits.file_excerpt(n, name, 0, end, key), lambda m: m.file(name, 0, end, key, ""))

    @rule(key=st.sampled_from(KEYS), typed=st.lists(st.tuples(LETTER, PAUSE, st.booleans()), max_size=4))
    def type_letters(self, key: str, typed: list[tuple[str, float, bool]]) -> None:
        for letter, pause, is_sealed in typed:
            if is_sealed:
                self.seal()
            self.now += pause
            body = [*self.desk.note.section(key).blocks, Block(Style.PARAGRAPH, (Words(letter),))]
            self._write("type", key, body, merge=key)

    @precondition(lambda self: self.model.note.excerpts)
    @rule(key=st.sampled_from(KEYS), share=SHARE, letter=LETTER, style=st.sampled_from([Style.QUOTE, Style.BULLET]))
    def cite(self, key: str, share: float, letter: str, style: Style) -> None:
        cited = Block(style, (Citation(self._excerpt(share)), Words(letter), Citation(self._excerpt(share))))
        self._write("cite", key, [*self.desk.note.section(key).blocks, cited])

    @precondition(lambda self: self.model.note.excerpts)
    @rule(key=st.sampled_from(KEYS), share=SHARE, letter=LETTER)
    def quote_in_own_words(self, key: str, share: float, letter: str) -> None:
        quoted = Block(Style.QUOTE, (Words(letter), Citation(self._excerpt(share))))
        self._write("cite", key, [*self.desk.note.section(key).blocks, quoted])

    @rule(key=st.sampled_from(KEYS), index=st.integers(0, 3), letter=LETTER)
    def type_into_a_block(self, key: str, index: int, letter: str) -> None:
        body = list(self.desk.note.section(key).blocks)
        if index < len(body):
            body[index] = block(body[index].style, (Words(letter), *body[index].runs), body[index].level)
            self._write("write", key, body)

    def _write(self, label: str, key: str, body: list[Block], merge: str = "") -> None:
        shapes = [shape(b) for b in body]
        self._do(label, lambda n: edits.write_body(n, key, body), lambda m: m.write(key, shapes), merge)

    @rule(key=st.sampled_from(KEYS), to=st.sampled_from(KEYS), one=SHARE, two=SHARE)
    def move_block(self, key: str, to: str, one: float, two: float) -> None:
        count = len(self.model.note.sections[key]["blocks"])
        if count:
            index, at = int(one * count), int(two * (len(self.model.note.sections[to]["blocks"]) + 1))
            self._do(
                "move block",
                lambda n: edits.move_block(n, key, index, to, at),
                lambda m: m.move_block(key, index, to, at),
            )

    @rule(key=st.sampled_from(KEYS), status=st.sampled_from(Status))
    def set_status(self, key: str, status: Status) -> None:
        self._do(
            "status",
            lambda n: edits.set_status(n, key, status),
            lambda m: m.sections[key].update(status=str(status)),
        )

    @rule(title=words(1, 3), field=st.sampled_from(["title", "marking", "author"]))
    def retitle(self, title: str, field: str) -> None:
        edit: dict[str, Callable[[Note], Note]] = {
            "title": lambda n: edits.retitle(n, title),
            "marking": lambda n: edits.set_marking(n, title),
            "author": lambda n: edits.set_front(n, replace(n.front, author=title)),
        }
        self._do(field, edit[field], lambda m: setattr(m, field, title))

    @rule(share=SHARE, kind=st.sampled_from([Kind.NOISE, Kind.PARAGRAPH, Kind.HEADING]))
    def mark_passage(self, share: float, kind: Kind) -> None:
        if not self.model.note.sources:
            return
        name, first = next(iter(self.model.note.sources.items()))
        index = int(share * len(first["passages"]))

        def again(m: PlainNote) -> None:
            m.sources[name]["passages"][index][0] = str(kind)

        self._do("mark", lambda n: edits.mark_passage(n, name, index, kind), again)

    @precondition(lambda self: self.model.note.sources)
    @rule(title=words(1, 3))
    def edit_record(self, title: str) -> None:
        name = next(iter(self.model.note.sources))
        record = replace(self.desk.note.source(name).record, title=title)
        self._do("record", lambda n: edits.edit_record(n, name, record), lambda m: m.sources[name].update(title=title))

    @rule()
    def undo(self) -> None:
        self.desk.undo()
        self.model.undo()

    @rule()
    def redo(self) -> None:
        self.desk.redo()
        self.model.redo()

    @rule(times=st.integers(2, 3))
    def go_back_and_forth(self, times: int) -> None:
        for move in ["undo"] * times + ["redo"] * times:
            getattr(self.desk, move)()
            getattr(self.model, move)()

    @rule()
    def seal(self) -> None:
        self.desk.seal()
        self.model.typing = None

    @rule()
    def save_and_reload(self) -> None:
        self.stamp = store.save(self.desk.note, self.path, self.stamp)
        self.desk.mark_saved(self.desk.note, self.path)
        self.model.saved, self.model.typing = deepcopy(self.model.note), None
        loaded = store.load(self.path)
        assert loaded.damage == ()
        assert loaded.note == self.desk.note, f"{draw(loaded.note)}\n\n{draw(self.desk.note)}"

    @rule()
    def compose(self) -> None:
        composed = document.compose(self.desk.note)
        cited = [
            run[1]
            for section in self.model.note.sections.values()
            for b in section["blocks"]
            for run in b["runs"]
            if run[0] == "cite"
        ]
        assert [footnote.excerpt for footnote in composed.footnotes] == cited
        assert [footnote.number for footnote in composed.footnotes] == list(range(1, len(cited) + 1))

    @rule(key=st.sampled_from(KEYS))
    def refuse_what_is_not_there(self, key: str) -> None:
        before, label, told = self.desk.note, self.desk.undo_label, self.changes
        wrong: list[Callable[[Note], Note]] = [
            lambda n: edits.write_body(n, "sport", ()),
            lambda n: edits.file_excerpt(n, "S9", 0, 1, key),
            lambda n: edits.file_excerpt(n, "S1", 0, 10**9, key),
            lambda n: edits.remove_excerpt(n, "x99"),
            lambda n: edits.move_block(n, key, 99, key, 0),
        ]
        for edit in wrong:
            with pytest.raises(WrongUse):
                self.desk.do("wrong", edit)
        assert (self.desk.note, self.desk.undo_label, self.changes) == (before, label, told)

    @invariant()
    def the_desk_is_as_the_model_says(self) -> None:
        assert plain(self.desk.note) == self.model.note, draw(self.desk.note)
        assert list(soundness.unsound(self.desk.note)) == []
        assert self.desk.is_dirty == (self.model.note != self.model.saved)
        assert self.desk.undo_label == (self.model.done[-1][0] if self.model.done else "")
        assert self.desk.redo_label == (self.model.undone[-1][0] if self.model.undone else "")
