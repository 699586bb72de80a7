"""What a PDF tells of itself: its title as seen or stated, its authors and dates, the address it was printed from."""

import re
from collections.abc import Mapping, Sequence

from briefing.domain.noise import names_in, publication_in, update_in
from briefing.domain.source import Kind, Record
from briefing.domain.text import fold, word_count
from briefing.domain.titles import outlet_in, without_outlet
from briefing.io.readers.blocks import Block
from briefing.io.readers.facts import tag_of

_HEAD = 12  # blocks at the beginning among which a byline and a date may stand
_SHORTEST = 4  # characters of a title
_NUMBERED = 3  # pages with numbers, of which one could also be a year
_FOLIO = re.compile(r"[^\w]*(\d{1,5})[^\w]*")
_FULL = 3  # words of a title; a masthead has fewer
_MARKED = 2  # the level of a heading that is surely one
_PROGRAM = re.compile(r"^microsoft (?:word|powerpoint|excel|publisher) ?[-–] ?", re.IGNORECASE)
_FILE = re.compile(
    r"(?:https?|file|about|data|chrome-extension|blob)\\?:\S*|www\.\S+|(?:[a-z]:)?[\\/].*"
    r"|.*\.(?:docx?|odt|rtf|pdf|indd|qxd|html?|pptx?|xlsx?|txt|md|tex|dvi|ps|ai|php|aspx?|jpe?g|png|tiff?|pages|wpd)"
    r"|\S*[\d_]\S*|\S+(?:-\S+){2,}|\S*_\S*(?:\s\S*_\S*)*",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(
    r"\W*(?:untitled|unbenannt|ohne titel|sans (?:titre|nom)|sin título|senza (?:titolo|nome)|sem título|naamloos"
    r"|без имени|(?:microsoft|adobe)(?: \w+)?|powerpoint|(?:powerpoint )?(?:presentation|präsentation|présentation)"
    r"|(?:pdf )?(?:document|dokument|documento)|print(?:ing|out)?|layout|slide|folie|no job name|template|vorlage"
    r"|modèle|title|titel|titre|blank|page|book|mappe|scan(?:ned)?|fax|new tab|full page (?:photo|fax)|pdf)\b\W*\d*\W*",
    re.IGNORECASE,
)
_PRINTED = re.compile(r"(?:.*\s)?(https?://\S{4,})(?:\s+(?:page\s)?\d+\s?(?:/|of|von|sur|de)\s?\d+)?", re.IGNORECASE)


def record_of(blocks: Sequence[Block], told: Mapping[str, str]) -> Record:
    """What the blocks of a PDF and its own properties tell of it."""
    head = [block.text for block in blocks[:_HEAD]]
    address = _printed_from(blocks)
    return Record(
        title=_title(blocks, told.get("Title", ""), address),
        outlet=outlet_in((told.get("Title", ""),), _host(address)),
        authors=next(filter(None, map(names_in, head)), ()) or _people(told.get("Author", "")),
        published=next(filter(None, map(publication_in, head)), ""),
        updated=next(filter(None, map(update_in, head)), ""),
        language=tag_of(told.get("Lang", "")),
        address=address,
        media_type="application/pdf",
    )


def page_labels(blocks: Sequence[Block], told: Sequence[str]) -> dict[int, str]:
    """What the pages are called where they are not counted from 1: as the PDF tells, or as the pages are numbered."""
    labels = {page: label for page, label in enumerate(map(fold, told), 1) if label}
    if labels:
        return {page: label for page, label in labels.items() if label != str(page)}
    printed = [(int(bare), block.page) for block in blocks if block.page and (bare := _printed_number(block))]
    steps = {number - page for number, page in printed}
    step = steps.pop() if len(steps) == 1 and len({page for _, page in printed}) >= _NUMBERED else 0
    last = max((block.page or 0 for block in blocks), default=0)
    return {page: str(page + step) for page in range(1, last + 1) if step and page + step > 0}


def _printed_number(block: Block) -> str:
    """The number of a page, where a block at its edge is no more than that."""
    found = _FOLIO.fullmatch(fold(block.text)) if block.kind is Kind.NOISE else None
    return found[1] if found else ""


def _title(blocks: Sequence[Block], told: str, address: str) -> str:
    """The headline that is seen where it and the stated title do not agree, for programs state what they like."""
    first = [block for block in blocks if block.page == blocks[0].page and block.kind is not Kind.NOISE]
    headings = [block for block in first if block.kind is Kind.HEADING]
    stated = without_outlet(_PROGRAM.sub("", told), host=_host(address))
    if _is_name(stated):
        confirmed = [block.text for block in headings if _bare(stated) in _bare(block.text)]
        if confirmed:
            return min(confirmed, key=len)
        if word_count(stated) >= _FULL and _bare(stated) in "".join(_bare(block.text) for block in first):
            return stated
    seen = _headline(headings)
    if seen is None:
        return stated if _is_name(stated) else ""
    return stated if _is_name(stated) and seen.level > _MARKED and _bare(seen.text) not in _bare(told) else seen.text


def _headline(headings: Sequence[Block]) -> Block | None:
    """The largest heading, rather of some words than a masthead above it."""
    for level in sorted({block.level for block in headings}):
        full = [block for block in headings if block.level == level and word_count(block.text) >= _FULL]
        if full:
            return full[0]
    return min(headings, key=lambda block: block.level, default=None)


def _host(address: str) -> str:
    return address.partition("://")[2].partition("/")[0]


def _is_name(stated: str) -> bool:
    """Whether a stated title is one: no file, no address, nothing that a program puts there by itself."""
    is_long = len(stated) >= _SHORTEST and any(map(str.isalpha, stated))
    return is_long and not _FILE.fullmatch(stated) and not _NO_TITLE.fullmatch(stated)


def _bare(words: str) -> str:
    return "".join(filter(str.isalnum, words.casefold()))


def _printed_from(blocks: Sequence[Block]) -> str:
    """The address that a browser printed at the edge of every page; empty where it is none, or not the same on all."""
    edges = [fold(block.text) for block in blocks if block.kind is Kind.NOISE]
    found = {match[1] for match in map(_PRINTED.fullmatch, edges) if match}
    address = found.pop() if len(found) == 1 else ""
    return "" if address.endswith(("…", "...")) else address


def _people(words: str) -> tuple[str, ...]:
    parts = [part.strip() for part in words.replace(" and ", ";").split(";")]
    return tuple(part for part in parts if part and any(map(str.isalpha, part)))
