"""Show what others changed in a DOCX or Markdown document that was made from a note.

Nothing is applied unless --accept says which proposals: their numbers (--accept 1,3) or all. A comment goes to the
excerpt that its paragraph cites; one on a paragraph that cites nothing is shown only.
--json gives one object:
{"proposals": [{"number", "kind": "changed"|"added"|"removed"|"moved"|"commented"|"retitled"|"front",
                "section", "block", "field": "title"|"audience"|... | null,
                "before": text | null, "after": text | null, "comments", "authors", "uncited", "to": section | null}],
 "unplaced": [text...], "remarks": [sentence...], "accepted": [number...]}
"""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from briefing.app.desk import Desk
from briefing.app.opening import write_note
from briefing.app.readback import read_back_file
from briefing.app.snapshots import take
from briefing.cli.notes import editing, open_note
from briefing.cli.output import write_json
from briefing.domain.errors import WrongUse
from briefing.domain.options import Options
from briefing.domain.readback import Kind, Proposal, ReadBack, accept
from briefing.domain.snapshot import Reason
from briefing.io.recipes import find_recipe
from briefing.io.store import Loaded


def add_arguments(parser: ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("note", metavar="NOTE.brief", type=Path)
    parser.add_argument("edited", metavar="EDITED", type=Path, help="the edited .docx or .md")
    parser.add_argument("--recipe", metavar="R", default="", help="the recipe by which it was sent out")
    parser.add_argument("--accept", metavar="N,N|all", default="", help="proposals to make in the note")
    parser.add_argument("--json", action="store_true", help="one JSON object")


def run(args: Namespace) -> None:
    """Read the document, tell the proposals, and make those that are accepted."""
    options = find_recipe(args.recipe, open_note(args.note).note).options if args.recipe else None
    if args.accept:
        with editing(args.note) as opened:
            found, chosen = _accepted(opened, args, options)
    else:
        found, chosen = read_back_file(open_note(args.note).note, args.edited, options), []
    if args.json:
        write_json(_plain(found, chosen))
    else:
        _tell(found, chosen)


def _accepted(opened: Loaded, args: Namespace, options: Options | None) -> tuple[ReadBack, list[int]]:
    """Make the proposals that are accepted; the state before them is kept as a snapshot."""
    found = read_back_file(opened.note, args.edited, options)
    chosen = _chosen(args.accept, found.proposals)
    if chosen:
        desk = Desk(opened.note, args.note, stamp=opened.stamp)
        take(desk, reason=Reason.READ_BACK)
        note = accept(opened.note, [found.proposals[number - 1] for number in chosen])
        write_note(note, args.note, opened.stamp, snapshots=desk.snapshots)
    return found, chosen


def _chosen(words: str, proposals: Sequence[Proposal]) -> list[int]:
    if words == "all":
        return [number for number, proposal in enumerate(proposals, 1) if proposal.is_takeable]
    most = len(proposals)
    parts = [part for part in words.split(",") if part.strip()]
    if not all(part.strip().isdecimal() and 1 <= int(part) <= most for part in parts):
        raise WrongUse(f"“{words}” does not name proposals; give numbers from 1 to {most}, or all.")
    numbers = list(dict.fromkeys(int(part) for part in parts))
    if homeless := next((n for n in numbers if not proposals[n - 1].is_takeable), None):
        raise WrongUse(f"Proposal {homeless} is a comment on a paragraph that cites nothing; there is no place for it.")
    return numbers


def _plain(found: ReadBack, chosen: Sequence[int]) -> dict[str, object]:
    return {
        "proposals": [_proposal(number, proposal) for number, proposal in enumerate(found.proposals, 1)],
        "unplaced": [edited.block.text for edited in found.unplaced],
        "remarks": list(found.remarks),
        "accepted": list(chosen),
    }


def _proposal(number: int, proposal: Proposal) -> dict[str, object]:
    return {
        "number": number,
        "kind": proposal.kind.value,
        "section": proposal.section,
        "block": proposal.index,
        "before": proposal.before.text if proposal.before else None,
        "after": proposal.after.text if proposal.after else None,
        "comments": list(proposal.comments),
        "authors": list(proposal.authors),
        "uncited": proposal.is_uncited,
        "to": proposal.to_section or None,
        "field": proposal.field or None,
    }


def _tell(found: ReadBack, chosen: Sequence[int]) -> None:
    for number, proposal in enumerate(found.proposals, 1):
        where = proposal.section or f"the {proposal.field.replace('_', ' ')}"
        where += f" → {proposal.to_section}" if proposal.to_section else ""
        marks = {"accepted": number in chosen, "uncited": proposal.is_uncited, "form only": proposal.is_of_form}
        notes = [*(mark for mark, is_set in marks.items() if is_set), *(f"by {who}" for who in proposal.authors)]
        said = f" ({', '.join(notes)})" if notes else ""
        kind = Kind.CHANGED if proposal.kind is Kind.FRONT else proposal.kind
        sys.stdout.write(f"{number}. {kind} in {where}{said}\n")
        if proposal.before is not None:
            sys.stdout.write(f"   - {proposal.before.text}\n")
        if proposal.after is not None and proposal.after != proposal.before:
            sys.stdout.write(f"   + {proposal.after.text}\n")
        for comment in proposal.comments:
            sys.stdout.write(f"   “{comment}”\n")
    for edited in found.unplaced:
        sys.stdout.write(f"Not placed: {edited.block.text}\n")
        sys.stdout.writelines(f"   “{comment}”\n" for comment in edited.comments)
    for remark in found.remarks:
        sys.stdout.write(f"{remark}\n")
    if not found.proposals and not found.unplaced and not found.remarks:
        sys.stdout.write("Nothing was changed.\n")
