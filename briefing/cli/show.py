"""A note, its sources, its excerpts and what the checks find.

With --json, one object; positions are code points into the source's text, end exclusive:
  {"format", "id", "title", "template", "marking", "front": {...},
   "sections": [{"key", "title", "status", "blocks": [{"style", "text", "citations": [excerpt id...]}]}],
   "sources":  [{"id", "title", "authors": [...], "outlet", "published", "language", "address", "sha256",
                 "characters"}],
   "excerpts": [{"id", "source", "section" | null, "start", "end", "quote", "comment",
                 "found": "exact"|"moved"|"changed"|"lost"}],
   "findings": [{"check", "message", "section" | null, "block" | null, "excerpt" | null}]}
"""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from briefing.cli.notes import open_note
from briefing.cli.output import write_json
from briefing.domain.findings import findings
from briefing.domain.note import Block, Note, Style
from briefing.domain.references import chip
from briefing.io.note_json import FORMAT

_LEADS = {Style.QUOTE: "> ", Style.BULLET: "- ", Style.NUMBER: "1. ", Style.HEADING: "## ", Style.PARAGRAPH: ""}


def add_arguments(parser: ArgumentParser) -> None:
    """The note, and how to show it."""
    parser.add_argument("note", metavar="NOTE.brief", type=Path)
    parser.add_argument("--json", action="store_true", help="one JSON object instead of words to read")


def run(args: Namespace) -> None:
    """Write the note to standard output."""
    note = open_note(args.note).note
    if args.json:
        write_json(as_plain(note))
    else:
        sys.stdout.write("\n".join(_lines(note)) + "\n")


def as_plain(note: Note) -> dict[str, Any]:
    """The note as the object that --json promises."""
    return {
        "format": FORMAT,
        "id": note.id,
        "title": note.title,
        "template": note.template,
        "marking": note.marking,
        "front": asdict(note.front),
        "sections": [
            {"key": s.key, "title": s.title, "status": str(s.status), "blocks": [_plain_block(b) for b in s.blocks]}
            for s in note.sections
        ],
        "sources": [
            {
                "id": s.id,
                "title": s.record.title,
                "authors": list(s.record.authors),
                "outlet": s.record.outlet,
                "published": s.record.published,
                "language": s.record.language,
                "address": s.record.address,
                "sha256": s.record.sha256,
                "characters": len(s.text),
            }
            for s in note.sources
        ],
        "excerpts": [
            {
                "id": e.id,
                "source": e.source,
                "section": e.section,
                "start": e.start,
                "end": e.end,
                "quote": e.quote,
                "comment": e.comment,
                "found": str(e.found),
            }
            for e in note.excerpts
        ],
        "findings": [asdict(finding) for finding in findings(note)],
    }


def _plain_block(block: Block) -> dict[str, Any]:
    return {"style": str(block.style), "text": block.text, "citations": list(block.citations)}


def _lines(note: Note) -> Iterator[str]:
    """The note as a person would want to look it over."""
    yield (note.title or "Untitled note") + (f"  [{note.marking}]" if note.marking else "")
    for name, value in asdict(note.front).items():
        if value:
            yield f"{name.replace('_', ' ')}: {value}"
    chips = {e.id: chip(note.source(e.source), e) for e in note.excerpts}
    for number, section in enumerate(note.sections, 1):
        yield f"\n{number} {section.title}  ({section.key}, {section.status})"
        for block in section.blocks:
            cited = "".join(f" ({chips[name]})" for name in block.citations)
            yield f"  {'  ' * block.level}{_LEADS[block.style]}{block.text}{cited}"
    yield "\nSources"
    for source in note.sources:
        yield f"  {source.id}  {source.record.title or source.record.file_name}  ({len(source.text):,} characters)"
    yield "\nExcerpts"
    for excerpt in note.excerpts:
        said = f"  — {excerpt.comment}" if excerpt.comment else ""
        yield f"  {excerpt.id}  {chips[excerpt.id]}  {excerpt.section or 'unsorted'}  “{excerpt.quote}”{said}"
    for finding in findings(note):
        place = f"{finding.section}: " if finding.section else ""
        yield f"! {place}{finding.message}"
