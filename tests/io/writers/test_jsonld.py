import json

from briefing.domain.document import compose
from briefing.domain.options import Options
from briefing.io.writers.jsonld import write
from tests.notes import whole_note

ALL = Options(has_evidence=True, has_annex=True, has_comments=True)


def test_each_excerpt_is_an_annotation_with_both_selectors() -> None:
    note = whole_note()
    read = json.loads(write(compose(note, ALL)))
    assert read["@context"] == "http://www.w3.org/ns/anno.jsonld"
    items = read["first"]["items"]
    assert read["total"] == len(items) == len(note.excerpts)
    for item, excerpt in zip(items, note.excerpts, strict=True):
        position, quote = item["target"]["selector"]
        text = note.source(excerpt.source).text
        assert text[position["start"] : position["end"]] == quote["exact"] == excerpt.quote
        assert text[: position["start"]].endswith(quote["prefix"])
    assert items[2]["motivation"] == ["tagging", "commenting"]
    assert [body["value"] for body in items[2]["body"]] == ["Economics", "Check the sum."]
    assert items[0]["target"]["source"] == "https://example.org/port?deal=1&lang=en"
    assert items[5]["motivation"] == "highlighting"


def test_comments_and_unfiled_excerpts_stay_unless_asked_for() -> None:
    data = write(compose(whole_note(), Options(has_evidence=True)))
    assert json.loads(data)["total"] == 5
    assert b"Check the sum" not in data
