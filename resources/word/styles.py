"""The styles of the house: type scale, colours and distances of Word documents.

Sizes are half points, distances twentieths of a point (ECMA-376, Part 1, 17.18.74 and 17.18.81).
"""

FACE = "Arial"  # on every office machine, and metrically the same as Liberation Sans elsewhere
EAST_FACE = "Yu Gothic"  # for Chinese, Japanese and Korean, upright and plain like the other; Word fills what it lacks
INK, SOFT, FAINT, LINE = "1D2126", "3A4048", "666C75", "C9CED6"
ACCENT, TINT = "1F3A5F", "EEF2F7"
LINK = "0B5394"
SECTION_COLOURS = ("0072B2", "D55E00", "009E73", "AA4499", "B58900", "7A5C99", "3A7D8C", "A0522D", "5B7F1F")
LEVELS = 5  # of lists
STEP = 340  # indentation of one level
SIDES = ("top", "left", "bottom", "right")

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def spacing(before: int = 0, after: int = 0, line: int = 0) -> str:
    """Space around a paragraph; `line` in 240ths of a line."""
    lines = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{lines}/>'


def indent(left: int, right: int = 0, hanging: int = 0) -> str:
    """Indentation of a paragraph."""
    hang = f' w:hanging="{hanging}"' if hanging else ""
    return f'<w:ind w:left="{left}" w:right="{right}"{hang}/>'


def edge(side: str, colour: str, size: int, space: int) -> str:
    """One border of a paragraph; size in eighths of a point, space in points."""
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'


def font(size: int = 0, colour: str = "", *, bold: bool = False, italic: bool = False, extra: str = "") -> str:
    """Run properties in the order of the schema; `extra` is letter spacing and the like, between colour and size."""
    parts = ["<w:b/><w:bCs/>" if bold else "", "<w:i/><w:iCs/>" if italic else ""]
    parts += [f'<w:color w:val="{colour}"/>' if colour else "", extra]
    parts += [f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else ""]
    return "".join(parts)


def style(
    id_: str,
    name: str,
    paragraph: str = "",
    run: str = "",
    *,
    based: str = "Normal",
    following: str = "",
    is_shown: bool = True,
) -> str:
    """A paragraph style."""
    head = f'<w:name w:val="{name}"/>' + (f'<w:basedOn w:val="{based}"/>' if based else "")
    head += f'<w:next w:val="{following}"/>' if following else ""
    head += '<w:uiPriority w:val="1"/><w:qFormat/>' if is_shown else '<w:uiPriority w:val="99"/><w:unhideWhenUsed/>'
    default = ' w:default="1"' if id_ == "Normal" else ""
    custom = "" if name in BUILT_IN else ' w:customStyle="1"'
    body = (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "") + (f"<w:rPr>{run}</w:rPr>" if run else "")
    return f'<w:style w:type="paragraph"{default}{custom} w:styleId="{id_}">{head}{body}</w:style>'


def character(id_: str, name: str, run: str) -> str:
    """A character style."""
    default = ' w:default="1"' if id_ == "DefaultParagraphFont" else ""
    custom = "" if name in BUILT_IN else ' w:customStyle="1"'
    based = "" if default else '<w:basedOn w:val="DefaultParagraphFont"/>'
    body = f"<w:rPr>{run}</w:rPr>" if run else ""
    return (
        f'<w:style w:type="character"{default}{custom} w:styleId="{id_}"><w:name w:val="{name}"/>{based}'
        f'<w:uiPriority w:val="1"/>{body}</w:style>'
    )


LIST_NAMES = [f"List {kind}{f' {n}' if n > 1 else ''}" for kind in ("Bullet", "Number") for n in range(1, LEVELS + 1)]
BUILT_IN = {
    *("Normal", "Title", "Subtitle", "heading 1", "heading 2", "heading 3", "Body Text", "Quote", "footnote text"),
    *("endnote text", "footnote reference", "endnote reference", "Hyperlink", "header", "footer", "Bibliography"),
    *("Default Paragraph Font", "Strong", "Emphasis", "Intense Emphasis", "No List", "Normal Table", "Table Grid"),
    *("annotation text", "annotation reference", "page number", *LIST_NAMES),
}


def reading_styles() -> str:
    """Title, headings, text, lists and quotes."""
    bar = "<w:pBdr>" + edge("left", "{}", 24, 10) + "</w:pBdr>"
    heading = "<w:keepNext/><w:keepLines/>"
    title_rule = "<w:pBdr>" + edge("top", ACCENT, 24, 12) + "</w:pBdr>"
    styles = [
        style("Normal", "Normal", spacing(after=120, line=300), font(21, INK), based=""),
        style("BodyText", "Body Text", spacing(120, 140, 300)),  # before: behind a list; the larger distance counts
        style(
            "Title",
            "Title",
            heading + title_rule + spacing(0, 200, 252),
            font(50, INK, bold=True),
            following="BodyText",
        ),
        style("Subtitle", "Subtitle", heading + spacing(0, 200), font(26, FAINT), following="BodyText"),
        style(
            "Heading1",
            "heading 1",
            heading + spacing(400, 120, 264) + '<w:outlineLvl w:val="0"/>',
            font(30, ACCENT, bold=True),
            following="BodyText",
        ),
        style(
            "Heading2",
            "heading 2",
            heading + spacing(240, 80, 264) + '<w:outlineLvl w:val="1"/>',
            font(23, INK, bold=True),
            following="BodyText",
        ),
        style(
            "Heading3",
            "heading 3",
            heading + spacing(200, 60, 264) + '<w:outlineLvl w:val="2"/>',
            font(21, FAINT, bold=True),
            following="BodyText",
        ),
        style("Quote", "Quote", bar.format(LINE) + spacing(120, 180, 288) + indent(340, 340), font(20, SOFT)),
    ]
    styles += [
        style(f"QuoteSection{n}", f"Quote Section {n}", bar.format(colour), based="Quote")
        for n, colour in enumerate(SECTION_COLOURS, 1)
    ]
    for kind, number in (("Bullet", 1), ("Number", 2)):
        for level in range(LEVELS):
            id_ = f"List{kind}{level + 1 if level else ''}"
            name = f"List {kind}{f' {level + 1}' if level else ''}"
            numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
            styles.append(style(id_, name, numbering + spacing(after=80, line=300)))
    return "".join(styles)


def furniture_styles() -> str:
    """Front matter, bottom line, notes, sources, headers and footers."""
    box = "<w:pBdr>" + edge("top", TINT, 4, 7) + edge("left", ACCENT, 36, 10) + edge("bottom", TINT, 4, 7)
    box += edge("right", TINT, 4, 8) + f'</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/>'
    tab = '<w:tabs><w:tab w:val="left" w:pos="{}"/></w:tabs>'
    label = font(17, ACCENT, bold=True, extra='<w:spacing w:val="12"/>')
    note = spacing(after=50, line=252)
    return "".join(
        (
            style(
                "FrontMatter",
                "Front Matter",
                "<w:keepLines/>" + tab.format(2381) + spacing(0, 30, 276) + indent(2381, 0, 2381),
                font(19),
            ),
            style(
                "BottomLineTitle",
                "Bottom Line Title",
                "<w:keepNext/><w:keepLines/>" + box + spacing(280, 60, 264) + indent(260, 200),
                label,
                following="BottomLine",
            ),
            style(
                "BottomLine", "Bottom Line", "<w:keepLines/>" + box + spacing(0, 60, 300) + indent(260, 200), font(23)
            ),
            style("FootnoteText", "footnote text", note, font(16, SOFT), is_shown=False),
            style("EndnoteText", "endnote text", note, font(17, SOFT), is_shown=False),
            style("CommentText", "annotation text", spacing(after=40, line=252), font(18), is_shown=False),
            style(
                "Bibliography",
                "Bibliography",
                "<w:keepLines/>" + tab.format(510) + spacing(0, 80, 276) + indent(510, 0, 510),
                font(19),
            ),
            style("TableHead", "Table Head", "<w:keepNext/>" + spacing(40, 40, 264), font(18, ACCENT, bold=True)),
            style("TableText", "Table Text", "<w:keepNext/>" + spacing(40, 40, 264), font(18)),
            style("TableNote", "Table Note", spacing(60, 120, 264), font(16, FAINT)),
            style("Header", "header", spacing(line=252), font(16, FAINT), is_shown=False),
            style("Footer", "footer", spacing(line=252), font(16, FAINT), is_shown=False),
        )
    )


def character_styles() -> str:
    """Emphasis, links, reference marks and labels."""
    raised = '<w:vertAlign w:val="superscript"/>'
    return "".join(
        (
            character("DefaultParagraphFont", "Default Paragraph Font", ""),
            character("Strong", "Strong", font(bold=True)),
            character("Emphasis", "Emphasis", font(italic=True)),
            character("IntenseEmphasis", "Intense Emphasis", font(bold=True, italic=True)),
            character("Hyperlink", "Hyperlink", f'<w:color w:val="{LINK}"/><w:u w:val="single"/>'),
            character("FootnoteReference", "footnote reference", raised),
            character("EndnoteReference", "endnote reference", raised),
            character("CommentReference", "annotation reference", font(16)),
            character("PageNumber", "page number", ""),
            character("FrontLabel", "Front Label", font(0, FAINT)),
            character("HeaderTitle", "Header Title", font(0, FAINT)),
            character("Marking", "Marking", font(24, bold=True)),
        )
    )


def styles_part() -> str:
    """All styles, and what holds where none says otherwise."""
    fonts = f'<w:rFonts w:ascii="{FACE}" w:hAnsi="{FACE}" w:eastAsia="{EAST_FACE}" w:cs="{FACE}"/>'
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val="21"/><w:szCs w:val="21"/>'
        '<w:lang w:val="en-GB" w:eastAsia="ja-JP" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
    )
    cells = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in zip(SIDES, (0, 108, 0, 108), strict=True)
    )
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>' for side in ("top", "bottom", "insideH")
    )
    tables = (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        f"<w:tblCellMar>{cells}</w:tblCellMar></w:tblPr></w:style>"
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/></w:style>'
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders></w:tblPr></w:style>"
    )
    return f"{XML}<w:styles {W}>{defaults}{reading_styles()}{furniture_styles()}{character_styles()}{tables}</w:styles>"
