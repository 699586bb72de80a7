"""The templates that can be used, those that come with the program and your own.

Your own are TOML files in the folder that is named last. --json gives one object:
{"templates": [{"name", "title", "description", "language", "marking", "path", "own",
                "sections": [{"key", "title", "guidance"}]}], "broken": [sentence...], "folder"}
"""

import sys
from argparse import ArgumentParser, Namespace

from briefing.cli.output import write_json
from briefing.io.places import config_folder
from briefing.io.templates import Listed, shelf


def add_arguments(parser: ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("--json", action="store_true", help="one JSON object")


def run(args: Namespace) -> int:
    """List them; broken ones are told on standard error and make the exit status 1."""
    found = shelf()
    folder = str(config_folder("templates"))
    if args.json:
        listed = [_plain(listed) for listed in found.listed]
        write_json({"templates": listed, "broken": list(found.broken), "folder": folder})
    else:
        for entry in found.listed:
            sections = ", ".join(slot.key for slot in entry.template.slots)
            sys.stdout.write(f"{entry.template.name:<14}{entry.template.description}\n{'':<14}{sections}\n")
        sys.stdout.write(f"Your own go to {folder}\n")
    for broken in found.broken:
        sys.stderr.write(f"briefing: {broken}\n")
    return 1 if found.broken else 0


def _plain(listed: Listed) -> dict[str, object]:
    template = listed.template
    return {
        "name": template.name,
        "title": template.title,
        "description": template.description,
        "language": template.language,
        "marking": template.marking,
        "path": str(listed.path),
        "own": listed.is_own,
        "sections": [{"key": s.key, "title": s.title, "guidance": s.guidance} for s in template.slots],
    }
