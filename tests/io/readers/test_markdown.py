from briefing.domain.source import Kind
from briefing.io.readers import read

NOTE = """---
title: The winter ferry
author: [Ada Stone, "Ben Field"]
date: 2025-03-07
lang: en_GB
---

# Costs

The ferry is **cheaper** than a bridge[^1] & a [road](https://road.example/).

> It sails at noon.

- one
- two

    code stays
    as it is

| Town | Share |
|------|-------|
| Northport | 60% |

<script>alert("no")</script>

[^1]: By the council's own figures.
"""


def test_markdown_is_read_as_words_without_marks() -> None:
    source = read(NOTE.encode(), "note.md")
    said = [(p.kind, source.text[p.start : p.end]) for p in source.passages]
    assert (Kind.HEADING, "Costs") in said
    assert (Kind.QUOTE, "It sails at noon.") in said
    assert (Kind.ITEM, "two") in said
    assert "cheaper than a bridge" in source.text
    assert "Northport\t60%" in source.text
    assert "By the council's own figures." in source.text
    assert "**" not in source.text
    assert "alert" not in source.text


def test_front_matter_tells_what_the_article_is() -> None:
    record = read(NOTE.encode(), "note.md").record
    assert record.title == "The winter ferry"
    assert record.authors == ("Ada Stone", "Ben Field")
    assert (record.published, record.language, record.media_type) == ("2025-03-07", "en-GB", "text/markdown")


def test_without_front_matter_the_first_heading_is_the_title() -> None:
    assert read(b"# Harbour\n\nThe ferry sails at noon.\n", "a.md").record.title == "Harbour"


def test_the_number_of_a_note_is_no_part_of_the_word_before_it() -> None:
    source = read(NOTE.encode(), "note.md")
    assert "cheaper than a bridge & a road." in source.text
    assert source.text.endswith("By the council's own figures.")


def test_front_matter_between_plus_signs_is_read_too() -> None:
    text = (
        '+++\ntitle = "The winter ferry"\ndate = 2025-03-07\nauthors = ["Ada Stone", "Ben Field"]\n+++\n\nIt sails.\n'
    )
    source = read(text.encode(), "note.md")
    assert (source.text, source.record.title, source.record.published) == (
        "It sails.",
        "The winter ferry",
        "2025-03-07",
    )
    assert source.record.authors == ("Ada Stone", "Ben Field")


def test_ordered_lists_and_notes_keep_their_numbers() -> None:
    source = read(b"Text.[^a]\n\n3. Three\n4. Four\n\n    Still four.\n\n- Bullet\n\n[^a]: A note.\n", "a.md")
    assert [source.text[p.start : p.end] for p in source.passages] == [
        *("Text.", "3. Three", "4. Four", "Still four.", "Bullet", "1. A note."),
    ]
