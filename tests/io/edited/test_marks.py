"""Markdown that comes back: untouched, edited by hand, rewrapped, rewritten by pandoc."""

import shutil
import subprocess
import textwrap
from dataclasses import replace

import pytest

from briefing.domain.document import compose
from briefing.domain.edits import edit_record, write_body
from briefing.domain.errors import BriefingError
from briefing.domain.note import Block, Citation, Note, Style, Words
from briefing.domain.options import Citing, Counting, Options
from briefing.domain.readback import Kind, ReadBack, accept, read_back
from briefing.domain.source import Record
from briefing.io.edited.marks import read_marks
from briefing.io.writers.markdown import write
from tests import builders
from tests.notes import typed, whole_note
from tests.random_notes import random_note, random_options


def _read(note: Note, text: str, options: Options | None = None) -> ReadBack:
    sent = compose(note, options)
    return read_back(sent, read_marks(text.encode(), sent))


def _written(note: Note) -> str:
    return write(compose(note)).decode()


def test_an_untouched_note_proposes_nothing() -> None:
    assert _read(whole_note(), _written(whole_note())) == ReadBack(())


@pytest.mark.parametrize("seed", range(50))
def test_an_untouched_random_note_proposes_nothing(seed: int) -> None:
    for options in (None, random_options(seed)):
        sent = compose(replace(random_note(seed), marking="TLP:AMBER" if seed % 2 else ""), options)
        assert read_back(sent, read_marks(write(sent), sent)) == ReadBack(())


@pytest.mark.parametrize("citing", Citing)
@pytest.mark.parametrize("counting", Counting)
def test_numbers_in_titles_letters_of_german_and_brackets_in_comments_are_no_change(
    citing: Citing, counting: Counting
) -> None:
    note = builders.note("= Fees in 2025 and after\nS1: The pact holds.\nx1 S1 4-8 agenda exact / a [b] c\n# agenda")
    note = edit_record(note, "S1", Record(authors=("Anna Weiß",), published="2025-01-02"))
    note = write_body(
        note, "agenda", (Block(runs=(Words("back\\"), Citation("x1"), Words(" é", link="https://a.example/é"))),)
    )
    sent = compose(note, Options(citing=citing, counting=counting, has_comments=True))
    assert read_back(sent, read_marks(write(sent), sent)) == ReadBack(())


def test_typed_marks_are_text_and_real_ones_citations() -> None:
    assert _read(typed("[^s1p3] and [^x]: y"), _written(typed("[^s1p3] and [^x]: y"))).proposals == ()


def test_edits_by_hand_are_proposed_and_accepted() -> None:
    note = whole_note()
    text = _written(note)
    text = text.replace("Two sessions and a **joint statement**[^s1p3]", "Three sessions,\nand a _draft_[^s1p3][^new]")
    text = text.replace("- A signature", "A line of the editor.\n\n- A signature") + "\n[^new]: A note of the editor.\n"
    changed, added = _read(note, text).proposals
    assert changed.kind is Kind.CHANGED
    assert changed.after is not None
    assert changed.after.runs == (
        *(Words("Three sessions, and a "), Words("draft", italic=True), Citation("x3")),
        Words(" [A note of the editor.]"),
    )
    assert (added.kind, added.is_uncited) == (Kind.ADDED, True)
    after = accept(note, (changed, added)).section("agenda").blocks
    assert [b.text for b in after][:3] == [changed.after.text, "What each side wants", "A line of the editor."]
    assert after[3].style is Style.BULLET


def test_a_section_of_another_note_is_shown() -> None:
    found = _read(
        whole_note(), _written(whole_note()).replace("## Sources", "## Elsewhere\n\nPasted in.\n\n## Sources")
    )
    assert [edited.block.text for edited in found.unplaced] == ["Pasted in."]


def test_a_file_that_is_no_text_is_one_sentence() -> None:
    sent = compose(whole_note())
    with pytest.raises(BriefingError, match="not UTF-8"):
        read_marks(b"\xff\xfe\x00", sent)


def _wrapped(text: str) -> str:
    """Every paragraph broken as formatters do; footnotes go on without indentation."""
    wrapper = textwrap.TextWrapper(66, break_long_words=False, break_on_hyphens=False)
    return "\n".join("\n".join(wrapper.wrap(line)) for line in text.split("\n"))


@pytest.mark.parametrize("citing", list(Citing))
def test_paragraphs_and_footnotes_that_were_wrapped_are_no_change(citing: Citing) -> None:
    options = Options(citing=citing)
    text = write(compose(whole_note(), options)).decode()
    body, notes = text.split("\n## Security", 1)
    assert _read(whole_note(), f"{body}\n## Security{_wrapped(notes)}", options) == ReadBack(())


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
@pytest.mark.parametrize("form", ["markdown", "gfm"])
@pytest.mark.parametrize(
    "options",
    [
        Options(counting=Counting.HEADINGS, has_source_summary=True, has_annex=True),
        Options(counting=Counting.PARAGRAPHS, has_comments=True),
        Options(citing=Citing.AUTHOR_DATE, has_comments=True),
    ],
)
def test_what_pandoc_has_rewritten_is_no_change(options: Options, form: str) -> None:
    text = write(compose(whole_note(), options))
    command = ["pandoc", "--standalone", "--from", form, "--to", form]
    rewritten = subprocess.run(command, input=text, stdout=subprocess.PIPE, check=True).stdout.decode()
    assert _read(whole_note(), rewritten, options) == ReadBack(())


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("# Harbour summit: what to expect", "# Harbour summit", "title"),
        ("- **To:** The director", "- **To:** The minister", "audience"),
        ("**Bottom line:** A signature is likely.", "**Bottom line:** A signature is near.", "bottom_line"),
        ("## Energy", "## Gas", "energy"),
    ],
)
def test_titles_and_front_matter_are_proposed(old: str, new: str, place: str) -> None:
    text = _written(whole_note())
    assert old in text
    (proposal,) = _read(whole_note(), text.replace(old, new)).proposals
    assert proposal.field or proposal.section == place
    assert _read(accept(whole_note(), [proposal]), text.replace(old, new)).proposals == ()


def test_a_citation_in_the_text_that_is_moved_stays_a_citation() -> None:
    options = Options(citing=Citing.AUTHOR_DATE)
    text = write(compose(whole_note(), options)).decode()
    changed = text.replace("Two sessions and a **joint statement**", "Two sessions, a **joint statement**")
    (proposal,) = _read(whole_note(), changed, options).proposals
    assert proposal.after is not None
    assert proposal.after.citations == ("x3",)


@pytest.mark.parametrize("options", [None, Options(counting=Counting.PARAGRAPHS), Options(citing=Citing.AUTHOR_DATE)])
def test_a_paragraph_that_is_only_a_citation_comes_back_in_a_note_without_a_marking(options: Options | None) -> None:
    note = builders.note("S1: The pact holds.\nx1 S1 4-8 agenda exact\n# agenda\n- @x1\n@x1")
    sent = compose(note, options)
    assert read_back(sent, read_marks(write(sent), sent)) == ReadBack(())


def test_of_a_counted_paragraph_that_was_emptied_the_number_alone_is_nothing() -> None:
    note, options = builders.note("# agenda\nThe pact holds.\nIt is new."), Options(counting=Counting.PARAGRAPHS)
    text = write(compose(note, options)).decode().replace("**1.** The pact holds.", "**1.**")
    (removed,) = _read(note, text, options).proposals
    assert (removed.kind, removed.index) == (Kind.REMOVED, 0)
