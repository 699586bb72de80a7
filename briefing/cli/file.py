"""File a quotation under a section of a note, with a quote block at its end.

The quotation is found although white space, quotation marks, dashes or letter case differ; where it does not stand in
a source, nothing is filed and the nearest passage is named.
"""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from briefing.cli.notes import editing, save_note
from briefing.domain.edits import file_excerpt
from briefing.domain.errors import BriefingError, QuoteNotFound
from briefing.domain.quotes import find_quote
from briefing.domain.references import chip
from briefing.domain.source import Source


def add_arguments(parser: ArgumentParser) -> None:
    """The note, the quotation and where it goes."""
    parser.add_argument("note", metavar="NOTE.brief", type=Path)
    parser.add_argument("--section", metavar="KEY", required=True, help="key of the section; “unsorted” for none")
    parser.add_argument("--quote", metavar="TEXT", required=True, help="the words as they stand in the source")
    parser.add_argument("--source", metavar="S1", default="", help="the source to look in; all of them unless given")
    parser.add_argument("--comment", metavar="TEXT", default="", help="what you have to say about it")


def run(args: Namespace) -> None:
    """File it, save the note, and say where it was found."""
    with editing(args.note) as opened:
        note = opened.note
        section = None if args.section == "unsorted" else note.section(args.section).key
        source, start, end = _found(_candidates(note.sources, args.source and note.source(args.source)), args.quote)
        note = file_excerpt(note, source.id, start, end, section, args.comment)
        save_note(note, args.note, opened)
    excerpt = note.excerpts[-1]
    sys.stdout.write(f"{excerpt.id}  {chip(source, excerpt)}  {start}-{end}  {args.section}\n")


def _candidates(sources: Sequence[Source], chosen: Source | str) -> Sequence[Source]:
    if isinstance(chosen, Source):
        return (chosen,)
    if not sources:
        raise BriefingError("The note has no sources; add an article first.")
    return sources


def _found(sources: Sequence[Source], quote: str) -> tuple[Source, int, int]:
    """The first source in which the quotation stands, and where."""
    refusals: list[QuoteNotFound] = []
    for source in sources:
        try:
            return (source, *find_quote(source.text, quote))
        except QuoteNotFound as refusal:
            refusals.append(QuoteNotFound(f"{source.id}: {refusal}" if len(sources) > 1 else str(refusal)))
    raise QuoteNotFound(" ".join(map(str, refusals)))
