import json

import pytest

from briefing.domain.anchor import Anchor
from briefing.domain.errors import BriefingError
from briefing.io.imports import Imported, read_imports

QUOTE = {"type": "TextQuoteSelector", "exact": "the pact", "prefix": "signed ", "suffix": " today"}
PLACE = {"type": "TextPositionSelector", "start": 7, "end": 15}
FOUND = Anchor(7, 15, "the pact", "signed ", " today")


def _json(value: object) -> tuple[Imported, ...]:
    return read_imports(json.dumps(value).encode(), "export.json")


def _annotation(**more: object) -> dict[str, object]:
    target = {"source": "https://news.example/pact", "selector": [QUOTE, PLACE]}
    return {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "target": target, **more}


BODIES = [
    {"type": "TextualBody", "value": "security", "purpose": "tagging"},
    {"type": "TextualBody", "value": "Check the date.", "purpose": "commenting"},
]


@pytest.mark.parametrize(
    "wrapped",
    [
        _annotation(body=BODIES),
        [_annotation(body=BODIES)],
        {"type": "AnnotationPage", "items": [_annotation(body=BODIES)]},
        {"type": "AnnotationCollection", "first": {"type": "AnnotationPage", "items": [_annotation(body=BODIES)]}},
        {"@graph": [_annotation(body=BODIES)]},
    ],
)
def test_web_annotations_are_read_however_they_are_wrapped(wrapped: object) -> None:
    assert _json(wrapped) == (Imported(FOUND, "Check the date.", ("security",), "https://news.example/pact"),)


def test_web_annotations_may_come_one_a_line() -> None:
    lines = "\n".join(json.dumps(_annotation(bodyValue=words)) for words in ("One.", "Two."))
    assert [one.comment for one in read_imports(lines.encode(), "a.jsonl")] == ["One.", "Two."]


def test_a_selector_may_refine_another_and_a_body_may_be_a_string() -> None:
    target = {"source": {"id": "urn:x"}, "selector": {"type": "FragmentSelector", "value": "p2", "refinedBy": QUOTE}}
    assert _json(_annotation(target=target, body="So.")) == (
        Imported(Anchor(-1, -1, "the pact", "signed ", " today"), "So.", (), "urn:x"),
    )


@pytest.mark.parametrize("key", ["annotations", "rows"])
def test_hypothesis_exports_are_read_without_replies_and_page_notes(key: str) -> None:
    target = [{"source": "https://news.example/pact", "selector": [{"type": "RangeSelector"}, PLACE, QUOTE]}]
    rows = [
        {"uri": "https://news.example/pact", "text": "Check.", "tags": ["energy", "later"], "target": target},
        {"uri": "https://news.example/pact", "text": "A reply", "references": ["a"], "target": target},
        {"uri": "https://news.example/pact", "text": "On the page", "target": [{"source": "https://news.example"}]},
    ]
    assert _json({key: rows, "export_date": "2025-01-01"}) == (
        Imported(FOUND, "Check.", ("energy", "later"), "https://news.example/pact"),
    )


def test_zotero_items_are_read() -> None:
    item: dict[str, object] = {"itemType": "annotation", "annotationType": "highlight", "annotationText": "the pact"}
    item |= {"annotationComment": "So.", "tags": [{"tag": "risks"}]}
    reader = {"type": "underline", "text": "was kept", "comment": "", "tags": [{"name": "energy", "color": "#fff"}]}
    nested = [{"key": "A", "data": item}, {"data": {"itemType": "annotation", "annotationType": "ink"}}]
    found = _json([*nested, {"annotations": [reader]}])
    assert [(one.anchor.exact, one.comment, one.labels) for one in found] == [
        ("the pact", "So.", ("risks",)),
        ("was kept", "", ("energy",)),
    ]


NOTE = """<div class="zotero-note znv1"><h1>Annotations</h1>
<p><span class="highlight" data-annotation="%7B%22pageLabel%22%3A%223%22%7D">“the pact”</span>
<span class="citation" data-citation="%7B%7D">(<span class="citation-item">Example, p. 3</span>)</span>
Check <b>this</b>.</p>
<p><span class="highlight" data-annotation="%7B%7D">“was <i>kept</i>”</span></p></div>"""
MARKDOWN = """# Annotations

“the pact” ([Example, p. 3](zotero://select/library/items/A)) ([pdf](zotero://open-pdf/library/items/B)) Check this.

“was kept” ([Example, 2025, p. 4](zotero://select/library/items/A)) ([pdf](zotero://open-pdf/library/items/B?page=4))
"""


@pytest.mark.parametrize("text", [NOTE, MARKDOWN])
def test_notes_that_zotero_makes_from_annotations_are_read(text: str) -> None:
    found = read_imports(text.encode(), "note")
    assert [(one.anchor.exact, one.comment) for one in found] == [("the pact", "Check this."), ("was kept", "")]


@pytest.mark.parametrize(
    "table",
    [
        "Quote,Comment,Tags,URL\nthe pact,Check.,energy,https://x.example\n",
        "\ufeffURL;Tags;Quote;Comment\r\nhttps://x.example;energy;the pact;Check.\r\n",
        "tags\tcomment\tquote\turl\nenergy\tCheck.\tthe pact\thttps://x.example\n\n",
        "Dokument;Code;Kommentar;Zitat\nhttps://x.example;energy;Check.;the pact\n",
        "id,document,tag,content,memo\n7,https://x.example,energy,the pact,Check.\n",
    ],
)
def test_a_table_of_quotes_is_read_by_the_names_of_its_columns(table: str) -> None:
    expected = Imported(Anchor(-1, -1, "the pact"), "Check.", ("energy",), "https://x.example")
    assert read_imports(table.encode(), "quotes.csv") == (expected,)


def test_cells_of_a_table_may_hold_lines_positions_and_what_was_defused() -> None:
    table = 'quote,start,end,tags\n"\'=SUM of\nall",4,14,"a; b"\n"short row"\n'
    first, second = read_imports(table.encode(), "quotes.csv")
    assert (first.anchor, first.labels) == (Anchor(4, 14, "=SUM of\nall"), ("a", "b"))
    assert second.anchor == Anchor(-1, -1, "short row")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "no column of quotes"),
        (b"name,colour\nx,y\n", "no column of quotes"),
        (b"quote\n\n", "holds no annotation"),
        (b"{", "not whole JSON"),
        (b'{"a": 1}', "holds no annotation"),
        (b"[" * 200_000, "not whole JSON"),
        (b"<html><p>No highlights.", "holds no annotation"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "not an export"),
        (b"PK\3\4 and nothing more", "damaged or cut off"),
    ],
)
def test_what_is_no_export_is_refused_in_one_sentence(data: bytes, words: str) -> None:
    with pytest.raises(BriefingError, match=words):
        read_imports(data, "export")


HYPOTHESIS = "Created at,Author,Page,URL,Group,Type,Quote,Comment,Tags\n"


@pytest.mark.parametrize(
    ("table", "quote", "comment", "label"),
    [
        ("Zitat;Kommentar;Kategorie\nDie Fähre fährt;wichtig;Energie\n", "Die Fähre fährt", "wichtig", "Energie"),
        ("Citation;Remarque;Catégorie\nLe bac part;à voir;Énergie\n", "Le bac part", "à voir", "Énergie"),
        ("sep=|\nQuote|Note|Tag\nIt sails; daily|see it|Energy\n", "It sails; daily", "see it", "Energy"),
        ('"Name, full";Quote;Note;Tag\nx;It sails, daily;see it;Energy\n', "It sails, daily", "see it", "Energy"),
        ("Quote|Note|Tag\nIt sails|see it|Energy\n", "It sails", "see it", "Energy"),
        (
            f"{HYPOTHESIS}x,ada,Ferry,https://mill.example,Public,Annotation,It sails,see it,Energy\n",
            "It sails",
            "see it",
            "Energy",
        ),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_table_is_read_whatever_its_language_its_delimiter_and_its_encoding(
    table: str, quote: str, comment: str, label: str, encoding: str
) -> None:
    (found,) = read_imports(table.encode(encoding), "quotes.csv")
    assert (found.anchor.exact, found.comment, found.labels) == (quote, comment, (label,))


@pytest.mark.parametrize("quotation", ["„{}“", "«{}»", "“{}”", "»{}«", "« {} »"])
def test_a_note_of_zotero_in_markdown_is_read_with_the_quotation_marks_of_any_language(quotation: str) -> None:
    words = quotation.format("The ferry sails at noon")
    note = f"# Annotations\n\n{words} ([Stone, 2025, p. 1](zotero://select/x)) ([pdf](zotero://open-pdf/y)) see it\n"
    (found,) = read_imports(note.encode(), "note.md")
    assert (found.anchor.exact.strip(), found.comment) == ("The ferry sails at noon", "see it")
