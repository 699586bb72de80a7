"""Rounds of a program that types and saves and is killed at a random moment; what it had typed must be there after.

python -m tests.fuzz.killed ROUNDS FOLDER
"""

import os
import random
import signal
import sys
import time
from functools import partial
from pathlib import Path

from briefing.app.opening import open_desk, write_note
from briefing.app.recovered import recoverable
from briefing.app.recovery import Recovery
from briefing.domain import edits
from briefing.domain.note import Note, Style, Words, block
from briefing.io.store import load, save
from tests.builders import note

PROMISE = 2.0  # seconds before the kill, up to which nothing is lost
LONGEST = 2.6  # seconds that a round takes
EVERY = 40  # edits between two saves


def work(path: Path, folder: Path, said: int) -> None:
    """Type and save without end; every edit is told with its time once it is made."""
    desk = open_desk(path)
    recovery = Recovery(desk, folder)
    number = _last(desk.note)
    while True:
        number += 1
        desk.do("Type", partial(_typed, number=number))
        os.write(said, f"{number} {time.monotonic()}\n".encode())
        if number % EVERY == 0:
            saved = write_note(desk.note, path, desk.stamp)
            desk.mark_saved(saved.note, saved.path, saved.stamp)
            recovery.note_saved()
        time.sleep(0.004)


def _typed(before: Note, number: int) -> Note:
    """The latest thirty paragraphs and a new one with a number."""
    typed = block(Style.PARAGRAPH, [Words(f"{number} and some words")])
    return edits.write_body(before, "risks", (*before.section("risks").blocks[-30:], typed))


def _last(typed: Note) -> int:
    blocks = typed.section("risks").blocks
    return int(blocks[-1].text.split()[0]) if blocks else 0


def round_of(path: Path, folder: Path, chance: random.Random) -> str:
    """Let a process work, kill it, and say what is wrong with what it left; nothing if all is well."""
    heard, said = os.pipe()
    process = os.fork()
    if not process:
        os.close(heard)
        work(path, folder, said)
    os.close(said)
    time.sleep(chance.uniform(0.0, LONGEST))
    os.kill(process, signal.SIGKILL)
    killed = time.monotonic()
    os.waitpid(process, 0)
    with os.fdopen(heard) as pipe:
        told = [line.split() for line in pipe.read().splitlines()]
    promised = max((int(number) for number, at in told if float(at) <= killed - PROMISE), default=0)
    try:
        copies = recoverable(folder)
        found = copies[0].take().note if copies else load(path).note
        load(path)
    except Exception as error:  # noqa: BLE001  # whatever it is, it is what this looks for
        return f"{type(error).__name__}: {error}"
    numbers = [int(b.text.split()[0]) for b in found.section("risks").blocks]
    if _last(found) < promised:
        return f"{promised} was promised, {_last(found)} is there"
    if numbers != list(range(numbers[0], numbers[0] + len(numbers))) if numbers else False:
        return f"there is a gap in {numbers}"
    path.unlink()
    save(found, path)
    for copy in copies:
        copy.dismiss()
    return ""


def main(rounds: int, folder: Path) -> int:
    """Do the rounds; the exit status is the number of those that lost something, 100 at most."""
    chance = random.Random(rounds)  # nothing secret
    path = folder / "note.brief"
    save(note("S1: The pact was signed.\n# energy\n> @S1:4-8\n# risks"), path)
    wrong = [reason for _ in range(rounds) if (reason := round_of(path, folder / "recovery", chance))]
    sys.stdout.write(f"{rounds} rounds, {_last(load(path).note)} edits, {len(wrong)} losses\n" + "\n".join(wrong))
    return min(len(wrong), 100)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), Path(sys.argv[2])))
