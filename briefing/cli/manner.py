"""How an article is read, as far as it is said on the command line: for every command that reads articles."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence

from briefing.domain.errors import WrongUse
from briefing.domain.source import Source


def add_manner(parser: ArgumentParser) -> None:
    """The arguments that say how one article is read."""
    parser.add_argument("--encoding", default="", help="read text in this encoding instead of finding it out")
    parser.add_argument("--attachment", metavar="NAME", default="", help="read what is attached to a mail instead")
    parser.add_argument("--chapter", metavar="N", type=int, default=None, help="read one chapter of a book, from 1")
    parser.add_argument("--repair", action="store_true", help="put right what was decoded wrongly on its way")


def reader(args: Namespace, names: Sequence[str]) -> Callable[[str], Source]:
    """What reads an article by its name in the manner that was said, which holds for one article alone."""
    if len(names) > 1 and (args.encoding or args.attachment or args.chapter is not None or args.repair):
        raise WrongUse("How to read it can be said of one article only; name only that.")
    return lambda name: _read(name, args)


def _read(name: str, args: Namespace) -> Source:
    from briefing.app.intake import (  # noqa: PLC0415 - what is only asked for help reads nothing
        one_chapter,
        read_article,
        read_attached,
        repaired,
    )

    if args.attachment:
        source = read_attached(name, args.attachment, encoding=args.encoding)
    else:
        source = read_article(name, encoding=args.encoding)
    if args.chapter is not None:
        source = one_chapter(source, args.chapter)
    return repaired(source) if args.repair else source
