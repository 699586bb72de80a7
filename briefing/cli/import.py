"""Take over excerpts that others made in another program, and file them under sections of a note.

FILE is an export of annotations: W3C Web Annotation (JSON-LD), Hypothesis (JSON), Zotero (JSON, or a note made from
annotations as HTML or Markdown), a REFI-QDA project (QDPX), or a table (CSV) with a column “quote” and, where known,
“comment”, “tags”, “url”, “prefix”, “suffix”, “start”, “end”. Each passage is found in the sources of the note; what
stands in none of them is not filed but listed. A label that is the key or title of a section goes there by itself.

With --json, one object: {"filed": [excerpt id...], "present": [excerpt id...], "lost": [{"quote", "source"}]}
"""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path

from briefing.app.imports import Taken, read_file, take_over
from briefing.cli.notes import editing, save_note
from briefing.cli.output import write_json
from briefing.domain.errors import BriefingError, WrongUse
from briefing.domain.references import chip

_UNSORTED = "unsorted"
_SHOWN = 80  # code points of a quote that was not found


def add_arguments(parser: ArgumentParser) -> None:
    """The note, the export, and what goes where."""
    parser.add_argument("note", metavar="NOTE.brief", type=Path)
    parser.add_argument("export", metavar="FILE", type=Path, help="the annotations")
    parser.add_argument(
        "--map", metavar="LABEL=KEY", action="append", default=[], help="file a label under a section; may be repeated"
    )
    parser.add_argument(
        "--section", metavar="KEY", default=_UNSORTED, help="where all others go; unsorted unless given"
    )
    parser.add_argument("--source", metavar="S1", default="", help="the source they are from; any unless given")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of words to read")


def run(args: Namespace) -> None:
    """File them, save the note, and say what came of it."""
    with editing(args.note) as opened:
        otherwise = None if args.section == _UNSORTED else opened.note.section(args.section).key
        imported = read_file(args.export)
        taken = take_over(opened.note, imported, _mapping(args.map), otherwise=otherwise, source=args.source)
        if not taken.filed and not taken.present:
            raise BriefingError(f"None of the {len(imported)} passages stands in the sources; nothing was filed.")
        if taken.filed:
            save_note(taken.note, args.note, opened)
    if args.json:
        lost = [{"quote": one.anchor.exact, "source": one.source} for one in taken.lost]
        write_json({"filed": list(taken.filed), "present": list(taken.present), "lost": lost})
    else:
        sys.stdout.write("".join(f"{line}\n" for line in _lines(taken)))


def _mapping(pairs: Iterable[str]) -> dict[str, str | None]:
    mapping: dict[str, str | None] = {}
    for pair in pairs:
        label, is_pair, key = pair.rpartition("=")
        if not is_pair or not label.strip():
            raise WrongUse(f"“{pair}” is not LABEL=KEY.")
        mapping[label.strip()] = None if key.strip() == _UNSORTED else key.strip()
    return mapping


def _lines(taken: Taken) -> Iterator[str]:
    for name in taken.filed:
        excerpt = taken.note.excerpt(name)
        where = chip(taken.note.source(excerpt.source), excerpt)
        yield f"{name}  {where}  {excerpt.section or _UNSORTED}  {excerpt.found}"
    yield from (f"{name}  was there already" for name in taken.present)
    for one in taken.lost:
        quote = " ".join(one.anchor.exact.split())
        yield f"not found: “{quote if len(quote) <= _SHOWN else quote[:_SHOWN] + '…'}”"
