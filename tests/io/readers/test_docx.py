# ruff: noqa: E501 - XML is easier to see on one line

from io import BytesIO
from zipfile import ZipFile

from briefing.domain.source import Kind, Source
from briefing.io.readers import read

W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
)
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def p(words: str, style: str = "", extra: str = "") -> str:
    styled = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{styled}<w:r><w:t>{words}</w:t></w:r>{extra}</w:p>"


def docx(body: str, **parts: str | bytes) -> bytes:
    """A Word document of a body and, by name, further parts of the main one, whose ids are r0, r1 and so on."""
    relations = "".join(
        f'<Relationship Id="r{i}" Type="{RELATIONS}/{name.rstrip("0123456789")}" Target="{name}.xml"/>'
        for i, name in enumerate(parts)
    )
    stream = BytesIO()
    with ZipFile(stream, "w") as package:
        package.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" '
            f'Type="{RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        package.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        package.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>',
        )
        for name, xml in parts.items():
            package.writestr(f"word/{name}.xml", xml)
    return stream.getvalue()


def said(source: Source, *kinds: Kind) -> list[str]:
    return [source.text[p.start : p.end] for p in source.passages if not kinds or p.kind in kinds]


def test_text_boxes_are_read_once_after_their_paragraph() -> None:
    box = f"<w:txbxContent>{p('In the box.')}</w:txbxContent>"
    shape = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert said(read(docx(p("Beside it.", extra=shape) + p("Below.")))) == ["Beside it.", "In the box.", "Below."]


def test_content_controls_links_and_tracked_changes_are_read_as_they_stand() -> None:
    body = (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{p('In a control.')}</w:sdtContent></w:sdt>"
        "<w:p><w:hyperlink><w:r><w:t>A link</w:t></w:r></w:hyperlink><w:ins><w:r><w:t>, put in</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>, taken out</w:delText></w:r></w:del><w:sdt><w:sdtContent><w:r><w:t>, chosen.</w:t></w:r>"
        "</w:sdtContent></w:sdt><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
    )
    assert said(read(docx(body))) == ["In a control.", "A link, put in, chosen."]


def test_rows_of_tables_are_lines_and_nested_tables_are_not_lost() -> None:
    def cell(inner: str) -> str:
        return f"<w:tc>{inner}</w:tc>"

    inner = f"<w:tbl><w:tr>{cell(p('deep'))}{cell(p('down'))}</w:tr></w:tbl>"
    body = f"<w:tbl><w:tr>{cell(p('Town'))}{cell(p('Share'))}</w:tr><w:tr>{cell(p('one') + p('two'))}{cell(inner)}</w:tr></w:tbl>"
    assert said(read(docx(body))) == ["Town\tShare", "one", "two", "deep\tdown"]


def test_notes_stand_at_the_end_and_running_heads_are_noise() -> None:
    notes = f'<w:footnotes {W}><w:footnote w:type="separator">{p("-")}</w:footnote><w:footnote>{p("A note.")}</w:footnote></w:footnotes>'
    head = f"<w:hdr {W}>{p('HARBOUR PAPERS')}</w:hdr>"
    source = read(docx(p("The text."), footnotes=notes, header1=head, header2=head))
    assert said(source, Kind.NOISE) == ["HARBOUR PAPERS"]
    assert said(source, Kind.PARAGRAPH) == ["The text.", "1 A note."]


def test_headings_are_known_by_the_outline_of_their_style_whatever_its_name() -> None:
    styles = (
        f'<w:styles {W}><w:style w:type="paragraph" w:styleId="a"><w:name w:val="Kapitel"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>'
        '</w:style><w:style w:type="paragraph" w:styleId="b"><w:name w:val="Own"/><w:basedOn w:val="a"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="c"><w:name w:val="Circle"/><w:basedOn w:val="c"/></w:style></w:styles>'
    )
    source = read(docx(p("First", "a") + p("Second", "b") + p("Third", "c"), styles=styles))
    assert said(source, Kind.HEADING) == ["First", "Second"]


def test_tabs_breaks_and_hidden_words_are_told() -> None:
    body = (
        "<w:p><w:r><w:t>one</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t></w:r>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r></w:p>"
    )
    assert said(read(docx(body))) == ["one\ttwo\nthree"]


def test_a_running_head_that_says_what_was_said_is_not_repeated() -> None:
    head, foot = (f"<w:{tag} {W}>{p('Report on the ferry')}{p('For the council')}</w:{tag}>" for tag in ("hdr", "ftr"))
    source = read(docx(p("Report on the ferry") + p("The text."), header1=head, footer1=foot))
    assert source.text == "For the council\n\nReport on the ferry\n\nThe text."


def test_the_words_of_a_diagram_are_read_after_the_paragraph_it_hangs_on() -> None:
    names = 'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    drawn = f'<w:r><w:drawing><dgm:relIds {names} xmlns:r="{RELATIONS}" r:dm="r0" r:lo="r9"/></w:drawing></w:r>'
    points = "".join(
        f"<dgm:pt><dgm:t><a:p><a:r><a:t>{half}</a:t></a:r><a:r><a:t>{rest}</a:t></a:r></a:p></dgm:t></dgm:pt>"
        for half, rest in (("Two ", "harbours"), ("One ", "ferry"))
    )
    data = f"<dgm:dataModel {names}><dgm:ptLst>{points}<dgm:pt/></dgm:ptLst></dgm:dataModel>"
    body = p("The plan:", extra=drawn) + p("So far.")
    assert said(read(docx(body, diagramData=data))) == ["The plan:", "Two harbours", "One ferry", "So far."]


def test_a_document_that_stands_inside_another_is_read_where_it_stands() -> None:
    body = p("Before.") + f'<w:altChunk xmlns:r="{RELATIONS}" r:id="r0"/>' + p("After.")
    page = "<html><body><h1>The ferry</h1><p>It sails.</p></body></html>"
    mail = f"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n{page}\n--x--"
    words = ["Before.", "The ferry", "It sails.", "After."]
    assert said(read(docx(body, aFChunk=page))) == words
    assert said(read(docx(body, aFChunk=docx(p("The ferry") + p("It sails."))))) == words
    assert said(read(docx(body, aFChunk="The ferry sails."))) == ["Before.", "The ferry sails.", "After."]
    assert [word in said(read(docx(body, aFChunk=mail))) for word in words] == [True] * 4
    within = docx(body, aFChunk=docx(f'<w:altChunk xmlns:r="{RELATIONS}" r:id="r0"/>' + p("Once."), aFChunk=page))
    assert said(read(within)) == ["Before.", "Once.", "After."]


def test_a_number_that_was_taken_away_makes_no_item() -> None:
    body = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr></w:pPr><w:r><w:t>It sails.</w:t></w:r></w:p>'
    assert said(read(docx(body)), Kind.PARAGRAPH) == ["It sails."]


def test_numbers_that_word_counts_stand_before_their_paragraphs_and_not_in_the_title() -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:numFmt w:val="decimal"/><w:lvlText w:val="{words}"/></w:lvl>'
        for at, words in enumerate(("%1", "%1.%2."))
    )
    numbering = (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    heading = (
        '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 1"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    item = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'
    )
    body = p("Freight", "h") + item.format("It sails.") + item.format("It carries paper.") + p("Costs", "h")
    source = read(docx(body, styles=f"<w:styles {W}>{heading}</w:styles>", numbering=numbering), "a.docx")
    assert said(source) == ["1 Freight", "1.1. It sails.", "1.2. It carries paper.", "2 Costs"]
    assert source.record.title == "Freight"
