"""What would be read from an article: its title, authors, outlet, dates, language, text and passages.

With --json, one object:
  {"title", "authors": [...], "outlet", "published", "updated", "language", "address", "media_type", "text",
   "passages": [{"kind": "paragraph"|"heading"|"item"|"quote"|"noise", "start", "end", "page" | null, "label"}],
   "attachments": [name...], "chapters": [title...], "broken": true if the text was decoded wrongly on its way}
Positions are code points into the text, end exclusive; dates are ISO 8601 as precise as the article states them.
"""

import json
import sys
from argparse import ArgumentParser, Namespace

from briefing.app.intake import attached, chapters, is_broken
from briefing.cli.manner import add_manner, reader
from briefing.domain.source import Kind, Source


def add_arguments(parser: ArgumentParser) -> None:
    """The article, and how to show it."""
    parser.add_argument(
        "article", metavar="FILE|ADDRESS", help="the article: a file, or an address that begins with http"
    )
    add_manner(parser)
    parser.add_argument("--json", action="store_true", help="one JSON object instead of words to read")


def run(args: Namespace) -> None:
    """Read the article and write what was understood to standard output."""
    source = reader(args, [args.article])(args.article)
    sys.stdout.write(as_json(source) if args.json else as_words(source))


def as_json(source: Source) -> str:
    """The source as one JSON object and a line end."""
    record = source.record
    understood = {
        "title": record.title,
        "authors": list(record.authors),
        "outlet": record.outlet,
        "published": record.published,
        "updated": record.updated,
        "language": record.language,
        "address": record.address,
        "media_type": record.media_type,
        "text": source.text,
        "passages": [
            {"kind": str(p.kind), "start": p.start, "end": p.end, "page": p.page, "label": p.label}
            for p in source.passages
        ],
        "attachments": [name for name, _ in attached(source)],
        "chapters": list(chapters(source)),
        "broken": is_broken(source),
    }
    return json.dumps(understood, ensure_ascii=False) + "\n"


def as_words(source: Source) -> str:
    """The source as a person would want to look it over: what was understood, then the text without noise."""
    record = source.record
    facts = {
        "Title": record.title,
        "Authors": ", ".join(record.authors),
        "Outlet": record.outlet,
        "Published": record.published,
        "Updated": record.updated,
        "Language": record.language,
        "Address": record.address,
        "Attached": ", ".join(name for name, _ in attached(source)),
    }
    lines = [f"{name + ':':<11}{value}" for name, value in facts.items() if value]
    lines += [f"Chapter {i}: {title}" for i, title in enumerate(chapters(source), start=1)]
    for passage, number in zip(source.passages, source.numbers, strict=True):
        if passage.kind is not Kind.NOISE:
            lines += ["", f"{number or '':>4}  {source.words(passage.start, passage.end)}"]
    folded = sum(passage.kind is Kind.NOISE for passage in source.passages)
    if is_broken(source):
        lines += ["", "(Some of the text was decoded wrongly on its way; --repair puts it right.)"]
    return "\n".join(lines) + (f"\n\n({folded} passages of page noise are folded away.)\n" if folded else "\n")
