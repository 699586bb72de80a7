from dataclasses import replace

from briefing.domain import edits
from briefing.domain.document import compose
from briefing.domain.options import Options
from briefing.io.writers.bibtex import write
from tests.notes import whole_note


def test_sources_are_entries_with_their_letters_protected() -> None:
    note = whole_note()
    record = replace(note.source("S2").record, title="50% of $1 & {more}_#", authors=("Ministry of Trade and Fees",))
    text = write(compose(edits.edit_record(note, "S2", record), Options(has_evidence=True))).decode()
    assert "@online{S1,\n  author = {First Author and Second Author},\n  title = {{Port deal nears}}," in text
    assert "  date = {2025-11-14},\n  year = {2025},\n  urldate = {2025-11-16},\n" in text
    assert r"title = {{50\% of \$1 \& \{more\}\_\#}}" in text
    assert "author = {{Ministry of Trade and Fees}}" in text
