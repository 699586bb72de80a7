# ruff: noqa: E501 - XML is easier to see on one line

from io import BytesIO
from zipfile import ZipFile

from briefing.domain.source import Kind, Source
from briefing.io.readers import read

OASIS = "urn:oasis:names:tc:opendocument:xmlns"
N = " ".join(f'xmlns:{name}="{OASIS}:{name}:1.0"' for name in ("office", "text", "table", "style"))
N += f' xmlns:draw="{OASIS}:drawing:1.0" xmlns:svg="{OASIS}:svg-compatible:1.0"'


def p(words: str) -> str:
    return f"<text:p>{words}</text:p>"


def odt(body: str, automatic: str = "", styles: str = "") -> Source:
    """An OpenDocument text of a body, read."""
    stream = BytesIO()
    with ZipFile(stream, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr(
            "content.xml",
            f"<office:document-content {N}><office:automatic-styles>{automatic}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
        if styles:
            package.writestr("styles.xml", f"<office:document-styles {N}>{styles}</office:document-styles>")
    return read(stream.getvalue(), "ferry.odt")


def said(source: Source, *kinds: Kind) -> list[str]:
    return [source.text[p.start : p.end] for p in source.passages if not kinds or p.kind in kinds]


def test_words_in_frames_and_shapes_stand_after_the_paragraph_they_hang_on() -> None:
    frame = f"<draw:frame><draw:text-box>{p('In a frame.')}</draw:text-box></draw:frame>"
    shape = f"<draw:g><draw:custom-shape>{p('In a shape.')}{p('Its second line.')}</draw:custom-shape></draw:g>"
    words = ["The ferry sails.", "In a frame.", "In a shape.", "Its second line."]
    assert said(odt(p(f"The ferry{frame} sails.{shape}"))) == words


def test_what_is_said_of_a_picture_is_no_part_of_the_sentence_it_stands_in() -> None:
    picture = "<draw:frame><draw:image/><svg:title>A ship</svg:title><svg:desc>A white ship</svg:desc></draw:frame>"
    assert odt(p(f"The {picture}ferry sails.")).text == "The ferry sails."


def test_what_is_not_shown_is_not_read() -> None:
    hidden = (
        '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>'
    )
    body = (
        f'<text:section text:display="none">{p("Hidden.")}</text:section><text:section>{p("Seen.")}</text:section>'
        + p('It<text:span text:style-name="T1"> never</text:span> sails<text:hidden-text>Hidden.</text:hidden-text>.')
        + p("<text:ruby><text:ruby-base>港</text:ruby-base><text:ruby-text>みなと</text:ruby-text></text:ruby>")
    )
    assert said(odt(body, hidden)) == ["Seen.", "It sails.", "港"]


def test_indexes_and_running_heads_are_noise_and_notes_stand_at_the_end() -> None:
    note = f"<text:note><text:note-citation>1</text:note-citation><text:note-body>{p('A note.')}</text:note-body></text:note>"
    index = f"<text:alphabetical-index><text:index-body>{p('ferry, 1')}</text:index-body></text:alphabetical-index>"
    page = f"<style:header>{p('The Gazette')}</style:header><style:footer>{p('<text:page-number>7</text:page-number>')}</style:footer>"
    masters = f"<office:master-styles><style:master-page>{page}</style:master-page></office:master-styles>"
    source = odt(p(f"The ferry{note} sails.") + index, styles=masters)
    assert said(source) == ["The Gazette", "The ferry sails.", "ferry, 1", "1 A note."]
    assert said(source, Kind.NOISE) == ["The Gazette", "ferry, 1"]
