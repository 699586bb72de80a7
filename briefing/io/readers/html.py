"""HTML: the article of a page, with the rest of the page's text folded as noise where it stands."""

import re
from dataclasses import replace

from briefing.domain.errors import BriefingError
from briefing.domain.noise import is_furniture, names_in, publication_in, repeated, update_in
from briefing.domain.source import Kind, Record, Source
from briefing.domain.text import ends_sentence, fold
from briefing.domain.titles import repeats
from briefing.io.readers.blocks import Block, Tree, blocks_of, build, demoted
from briefing.io.readers.edges import edged
from briefing.io.readers.encoding import LIMIT_CHARACTERS, declared_in, decode, decode_as
from briefing.io.readers.facts import Facts
from briefing.io.readers.main_text import is_main, loose_parts
from briefing.io.readers.series import whole_series

LIMIT_TAGS = 500_000
_DATA = re.compile(r"(?<=[\"'(=])data:[\w/+.-]{0,60};base64,[A-Za-z0-9+/=\s%]{200,}")  # pictures inside the page
_LONG_TAG = re.compile(r"<([A-Za-z][\w:-]{0,40})\s[^<>]{20000,}>")  # with so many attributes that parsing takes hours
_NESTING = re.compile(
    r"</?(?:div|section|article|blockquote|ul|ol|li|table|tbody|tr|td|th|dl|dd|center)\b[^<>]*>", re.IGNORECASE
)
_CONTROLS = bytes({*range(32), 127} - {*b"\t\n\r\f"})  # which a tree may hold, but no words set in it
_CLOSED_ROOT = re.compile(r"(<html\b[^<>]{0,500}?)\s*/>", re.IGNORECASE)  # which would end the page where it begins
_SUBSET = re.compile(r"<!doctype[^<>\[]{0,500}\[[^\]]*\]\s*>", re.IGNORECASE)  # declarations that HTML does not know
_START = 5000  # characters in which a page begins
_INLINE = re.compile(r"</?(?:span|font|b|i|em|strong|u|a|small|big|sub|sup|label)\b[^<>]*>", re.IGNORECASE)
_FRAGMENT_HEAD = 15  # blocks of a copied part among which a byline may stand
_VERSE, _VERSES = 80, 6  # characters of a verse at most; verses at least
_SUNG = 0.7  # of the lines are verses
_LONGEST_WORDS = 10_000_000  # characters without a tag, beyond which the parser drops them
_HEAD = 8  # blocks at the beginning of an article among which a byline and a date may stand


def read(data: bytes, encoding: str = "", address: str = "") -> Source:
    """A page as a source; the encoding is what the analyst chose, or declared, or found out."""
    return read_page(decode_as(data, encoding) if encoding else decode(data, declared_in(data))[0], address)


def read_page(text: str, address: str = "") -> Source:
    """The text of a page as a source."""
    tree = parse(text)
    blocks = blocks_of(tree)
    if sum(len(block.text) for block in blocks) > LIMIT_CHARACTERS:
        raise BriefingError("The page has more than 20 million characters; cut out the article instead.")
    main = is_main(tree, blocks)
    record = Facts(tree, blocks, address or _saved_from(text), main).record()
    if main is None:
        article = [Block(part) for part in loose_parts(tree)]
        return build([*article, *map(demoted, _shown(blocks))], record)
    main = whole_series(edged(main, blocks, record.title), blocks, record)
    return build(_judged(blocks, main, record), record)


def read_fragment(text: str) -> Source:
    """A part of a page that was copied: all of it was wanted, so only furniture is folded."""
    blocks = [block for block in blocks_of(parse(text)) if not block.hidden]
    captions = repeated([block.text for block in blocks])
    judged = [
        demoted(b) if i in captions or is_furniture(b.text) or update_in(b.text) else b for i, b in enumerate(blocks)
    ]
    source = build(judged)
    headings = [block.text for block in judged if block.kind is Kind.HEADING]
    lines = [block.text for block in blocks]
    updated = next(filter(None, map(update_in, lines)), "")
    record = Record(
        title=fold((headings or [""])[0]),
        authors=next(filter(None, map(names_in, lines[:_FRAGMENT_HEAD])), ()),
        published=next(filter(None, map(publication_in, lines)), "") or updated,
        updated=updated,
        media_type="text/html",
    )
    return replace(source, record=record)


def parse(text: str) -> Tree:
    """The tree of a page; nothing is loaded, nothing is run."""
    from lxml import etree, html  # noqa: PLC0415 - loaded when the first page is read

    if ";base64," in text:
        text = _DATA.sub("", text)
    if "<!doctype" in text[:_START].lower():
        text = _SUBSET.sub("", text[:_START]) + text[_START:]
    if "<html" in text[:_START].lower():
        text = _CLOSED_ROOT.sub(r"\1>", text[:_START]) + text[_START:]
    text = _LONG_TAG.sub(r"<\1>", text)
    if len(text) > _LONGEST_WORDS and max(map(len, text.split("<"))) > _LONGEST_WORDS:
        raise BriefingError("A paragraph of the page has more than 10 million characters; cut out the article instead.")
    if text.count("<") > LIMIT_TAGS:
        raise BriefingError("The page has more elements than any article; copy the article and paste it instead.")
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True, encoding="utf-8")
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=html.HtmlElement))  # not one a tag
    try:
        tree = html.document_fromstring(_encoded(text), parser=parser)
        if any("depth" in entry.message for entry in parser.error_log.filter_from_fatals()):
            flat = _INLINE.sub("", _NESTING.sub("<p>", text))  # the parser gave up: without what nests, nothing is lost
            tree = html.document_fromstring(_encoded(flat), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise BriefingError("The page holds no text that could be read.") from error
    return tree


def _encoded(text: str) -> bytes:
    """The text in UTF-8, without the characters that a tree cannot hold; a form feed is a space."""
    text = text.replace("\ufffe", "").replace("\uffff", "").replace("\f", " ")
    return text.encode("utf-8", "replace").translate(None, _CONTROLS)


def _judged(blocks: list[Block], main: list[bool], record: Record) -> list[Block]:
    """The blocks in order: those of the article as what they are, all others that were shown as noise."""
    kept = [i for i, is_kept in enumerate(main) if is_kept]
    captions = _captions(kept, blocks)
    first = set(kept[:_HEAD])
    judged = []
    for i, block in enumerate(blocks):
        if main[i] and i not in captions and not _is_noise(block, record, in_head=i in first):
            judged.append(block)
        elif main[i] or not block.hidden:
            judged.append(demoted(block))
    return judged


def _captions(kept: list[int], blocks: list[Block]) -> set[int]:
    """The lines among an article's blocks that are captions shown again; in verses they are a refrain."""
    lines = [i for i in kept if blocks[i].kind is Kind.PARAGRAPH and not _is_set(blocks[i])]
    verses = sum(len(blocks[i].text) <= _VERSE and not ends_sentence(blocks[i].text) for i in lines)
    if verses >= max(_VERSES, _SUNG * len(lines)):
        return set()
    return {lines[i] for i in repeated([blocks[i].text for i in lines])}


def _is_set(block: Block) -> bool:
    """Whether a block is set as it stands: the row of a table, lines of its own, or code."""
    return "\t" in block.text or "\n" in block.text or (block.element is not None and block.element.tag == "pre")


def _is_noise(block: Block, record: Record, *, in_head: bool) -> bool:
    """Whether a block that stands among the article's is furniture, or says again what the record says."""
    if is_furniture(block.text) or update_in(block.text):
        return True
    if not in_head:
        return False
    return bool(repeats(block.text, record.title) or names_in(block.text) or publication_in(block.text))


def _shown(blocks: list[Block]) -> list[Block]:
    return [block for block in blocks if not block.hidden]


def _saved_from(text: str) -> str:
    """The address that browsers note at the head of a page they save."""
    start = text.find("<!-- saved from url=", 0, 2000)
    if start < 0:
        return ""
    words = text[start : text.find("-->", start)].partition(")")[2].strip()
    return words if words.startswith(("http://", "https://")) else ""
