"""Faults planted in the program, each of which the state machine over the desk must notice."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from briefing.domain import document, edits, history, note, source
from briefing.io import note_json, source_members, store
from tests.desk_machine import DeskMachine

Plant = Callable[[Any], Any]
History, Source = history.History, source.Source

FAULTS: dict[str, tuple[object, str, Plant]] = {
    "an excerpt ends one letter early": (edits, "describe", lambda f: lambda t, a, b: f(t, a, max(a + 1, b - 1))),
    "quote blocks do not follow": (edits, "_requoted", lambda _: lambda old, *_: old),
    "quote blocks that were edited follow too": (edits, "_requoted", lambda _: _requoted_always),
    "citations stay behind": (edits, "_uncited", lambda _: lambda old, _: old),
    "unknown citations are kept": (edits, "_only_known", lambda _: lambda old, _: old),
    "filing leaves blank blocks": (edits, "_without_blank_tail", lambda _: lambda blocks: blocks),
    "a block moves one too far up": (
        edits,
        "move_block",
        lambda f: lambda n, *a: f(n, *a[:3], max(0, a[3] - 1)),
    ),
    "a status is not set": (edits, "set_status", lambda _: lambda n, *_: n),
    "ids are given again": (
        edits,
        "remove_excerpt",
        lambda f: lambda n, x: _forgetful(f(n, x)),
    ),
    "noise is quoted": (Source, "words", lambda f: lambda s, a, b: f(_without_noise(s), a, b)),
    "undo takes two steps": (History, "undo", lambda f: lambda self: f(f(self))),
    "undo keeps what it took": (History, "undo", lambda f: lambda self: replace(f(self), done=self.done)),
    "redo forgets the rest": (History, "redo", lambda f: lambda self: replace(f(self), undone=())),
    "everything typed is one step": (history, "JOIN_WITHIN", lambda _: 1e9),
    "nothing typed is one step": (history, "JOIN_WITHIN", lambda _: -1.0),
    "a step keeps what was undone": (
        History,
        "commit",
        lambda f: lambda s, *a: replace(f(s, *a), undone=s.undone),
    ),
    "sealing does nothing": (History, "seal", lambda _: lambda self: self),
    "what was saved is forgotten": (History, "mark_saved", lambda _: lambda self, _: self.seal()),
    "comments are not saved": (note_json, "encode_note", lambda f: lambda n, parts: f(_without_comments(n), parts)),
    "passages are cut off": (source_members, "decode_passages", lambda f: lambda data: f(data)[:1]),
    "levels are flattened": (edits, "block", lambda f: lambda style, runs, level=0: f(style, runs, min(level, 2))),
    "a footnote is left out": (
        document,
        "_paragraph",
        lambda f: lambda b, *rest: f(replace(b, runs=b.runs[:2]), *rest),
    ),
    "a stale copy is saved": (store, "parts_of", lambda f: lambda s, _: f(replace(s, text=s.text[::-1]), None)),
}


def _requoted_always(old: note.Block, words: Mapping[str, tuple[str, str]]) -> note.Block:
    if old.style is not note.Style.QUOTE or len(old.citations) != 1 or old.citations[0] not in words:
        return old
    return note.block(old.style, (note.Words(words[old.citations[0]][1]), note.Citation(old.citations[0])), old.level)


def _forgetful(full: note.Note) -> note.Note:
    return replace(full, last_excerpt=full.last_excerpt - 1)


def _without_noise(noisy: source.Source) -> source.Source:
    passages = tuple(replace(p, kind=source.Kind.PARAGRAPH) for p in noisy.passages)
    return replace(noisy, passages=passages)


def _without_comments(full: note.Note) -> note.Note:
    return replace(full, excerpts=tuple(replace(e, comment="") for e in full.excerpts))


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_does_not_survive(fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    place, name, plant = FAULTS[fault]
    monkeypatch.setattr(place, name, plant(getattr(place, name)))
    hunting = settings(
        max_examples=5000,  # the hunt ends at the first find
        stateful_step_count=40,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate],
        database=None,
        derandomize=True,
        report_multiple_bugs=False,
        print_blob=False,
    )
    with pytest.raises(AssertionError):
        run_state_machine_as_test(DeskMachine, settings=hunting)
