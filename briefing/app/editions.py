"""Editions: what was sent out is recorded in the note, can be compared word by word, and be written again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from briefing.app.desk import Desk
from briefing.app.export import composed, refuse_unwritable, written
from briefing.app.snapshots import snapshots
from briefing.domain.comparison import compare
from briefing.domain.differences import section_text
from briefing.domain.errors import WrongUse
from briefing.domain.note import Note, Section
from briefing.domain.options import Recipe
from briefing.domain.snapshot import Reason, Sent, Snapshot, taken
from briefing.io.atomic import write_bytes
from briefing.io.recipes import read_recipe, recipe_text
from briefing.io.writers import remarks_on


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a part of two notes: in both, only in the old one, or only in the new one."""

    old: str
    new: str

    @property
    def is_same(self) -> bool:
        """Whether both have these words, white space aside."""
        return self.old.split() == self.new.split()


def editions(desk: Desk) -> tuple[Snapshot, ...]:
    """All editions of the note, the oldest first."""
    return tuple(snapshot for snapshot in snapshots(desk) if snapshot.sent is not None)


def edition(desk: Desk, number: int) -> Snapshot:
    """An edition by its number, from 1; WrongUse if there is none."""
    found = editions(desk)
    if not 1 <= number <= len(found):
        known = f"there are {len(found)}" if found else "nothing was sent out yet"
        raise WrongUse(f"There is no edition {number}; {known}.")
    return found[number - 1]


def send(desk: Desk, path: Path, recipe: Recipe, now: datetime | None = None) -> tuple[str, ...]:
    """Write the note by a recipe and record it as an edition, to be kept when the note is saved; give remarks."""
    earlier = snapshots(desk)  # if they cannot be read, nothing is sent
    refuse_unwritable(path)
    document = composed(desk.note, recipe, path.suffix)
    data = written(document, path.suffix, recipe)
    write_bytes(path, data)
    at = (now or datetime.now(UTC)).astimezone().isoformat(timespec="seconds")
    sent = Sent(recipe_text(recipe), path.suffix.lower(), path.name, sha256(data).hexdigest())
    desk.snapshots = taken(earlier, Snapshot(desk.note, at, recipe.title, Reason.EDITION, sent))
    desk.has_news = True
    return remarks_on(document, path.suffix)


def write_again(found: Snapshot, path: Path) -> tuple[str, ...]:
    """Write an edition as it was sent out; a remark says so if the bytes are not the same any more."""
    if found.sent is None:
        raise WrongUse("This snapshot was not sent out, so there is no file to write again.")
    suffix = path.suffix.lower()
    if suffix != found.sent.suffix:
        raise WrongUse(f"The edition was sent out as {found.sent.suffix}; give a file name that ends so.")
    recipe = read_recipe(Path("recipe.toml"), found.sent.recipe)
    refuse_unwritable(path)
    data = written(composed(found.note, recipe, suffix), suffix, recipe)
    write_bytes(path, data)
    if sha256(data).hexdigest() == found.sent.sha256:
        return ()
    return ("The words are those of the edition, but the bytes are not: the program or its styles changed since.",)


def compared(old: Note, new: Note) -> Iterator[tuple[str, tuple[Passage, ...]]]:
    """The parts of two notes that differ, by their titles, word by word."""
    yield from _differing("", old.title, new.title)
    yield from _differing("Front matter", _front(old), _front(new))
    yield from _differing("Bottom line", old.front.bottom_line, new.front.bottom_line)
    then = {section.key: section for section in old.sections}
    now = {section.key: section for section in new.sections}
    for key in dict.fromkeys((*now, *then)):
        title = (now.get(key) or then[key]).title
        is_renamed = key in then and key in now and then[key].title != now[key].title
        yield from _differing(title, *(_text(found.get(key), has_title=is_renamed) for found in (then, now)))


def _text(section: Section | None, *, has_title: bool) -> str:
    if section is None:
        return ""
    return f"{section.title}\n{section_text(section)}" if has_title else section_text(section)


def _front(note: Note) -> str:
    """The front matter but for the bottom line, a line a field."""
    front = note.front
    fields = (front.audience, front.author, front.date, front.cutoff, front.reference, note.marking)
    return "\n".join(field for field in fields if field)


def _differing(title: str, old: str, new: str) -> Iterator[tuple[str, tuple[Passage, ...]]]:
    if old.split() != new.split():
        stretches = compare(old, new)
        yield title, tuple(Passage(old[s.old_start : s.old_end], new[s.new_start : s.new_end]) for s in stretches)
