"""A change: what watchers of the desk are told."""

from dataclasses import dataclass

from briefing.domain.note import Note


@dataclass(frozen=True, slots=True)
class Change:
    """The note before and after; parts that were not touched are the same objects in both.

    `origin` is who made the change (a pane skips its own); `label` names the step; `is_replayed` says that undo or redo
    made it.
    """

    before: Note
    after: Note
    origin: object = None
    label: str = ""
    is_replayed: bool = False
