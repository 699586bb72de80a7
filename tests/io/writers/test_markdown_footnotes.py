"""markdown-it with its footnotes finds every note of a written document, none twice and none left over."""

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from briefing.domain.document import compose
from briefing.io.writers import markdown
from tests.notes import whole_note


def test_every_mark_leads_to_its_note_and_every_note_has_its_words() -> None:
    document = compose(whole_note())
    tokens = MarkdownIt("commonmark").use(footnote_plugin).parse(markdown.write(document).decode())
    inline = [child for token in tokens for child in token.children or ()]
    marks = [token.meta["label"] for token in inline if token.type == "footnote_ref"]
    notes = [token.meta["label"] for token in tokens if token.type == "footnote_open"]
    labels = [footnote.label for footnote in document.footnotes]
    assert labels
    assert marks == notes == labels
    assert not any("[^" in token.content for token in inline if token.type == "text")
