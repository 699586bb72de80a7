"""Builds `reference.docx`, the house style of Word documents: run it after changing a number here.

    python resources/word/build.py

Everything stands in styles; a document written on this reference needs no formatting of its own. Sizes are half
points, distances twentieths of a point (ECMA-376, Part 1, 17.18.74 and 17.18.81).
"""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

HERE = Path(__file__).resolve().parent

FACE = "Arial"  # on every office machine, and metrically the same as Liberation Sans elsewhere
INK, SOFT, FAINT, LINE = "1D2126", "3A4048", "666C75", "C9CED6"
ACCENT, TINT = "1F3A5F", "EEF2F7"
LINK = "0B5394"
SECTION_COLOURS = ("0072B2", "D55E00", "009E73", "AA4499", "B58900", "7A5C99", "3A7D8C", "A0522D", "5B7F1F")
A4 = (11906, 16838)
MARGINS = {"top": 1474, "right": 1588, "bottom": 1361, "left": 1588, "header": 624, "footer": 567, "gutter": 0}
LEVELS = 5  # of lists
STEP = 340  # indentation of one level

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"


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


def style(  # noqa: PLR0913 (a style is what it is called, what it follows and how it looks)
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
        style("BodyText", "Body Text", spacing(after=140, line=300)),
        style("Title", "Title", heading + title_rule + spacing(0, 160, 252), font(50, INK, bold=True), following="BodyText"),
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
        style("Quote", "Quote", bar.format(LINE) + spacing(80, 180, 288) + indent(340, 340), font(20, SOFT)),
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
    return "".join((
        style("FrontMatter", "Front Matter", "<w:keepLines/>" + tab.format(1985) + spacing(0, 30, 276) + indent(1985, 0, 1985), font(19)),
        style("BottomLineTitle", "Bottom Line Title", "<w:keepNext/><w:keepLines/>" + box + spacing(280, 20, 264) + indent(260, 200), label, following="BottomLine"),
        style("BottomLine", "Bottom Line", "<w:keepLines/>" + box + spacing(0, 60, 300) + indent(260, 200), font(23)),
        style("FootnoteText", "footnote text", note, font(16, SOFT), is_shown=False),
        style("EndnoteText", "endnote text", note, font(17, SOFT), is_shown=False),
        style("CommentText", "annotation text", spacing(after=40, line=252), font(18), is_shown=False),
        style("Bibliography", "Bibliography", "<w:keepLines/>" + tab.format(510) + spacing(0, 80, 276) + indent(510, 0, 510), font(19)),
        style("Header", "header", spacing(line=252), font(16, FAINT), is_shown=False),
        style("Footer", "footer", spacing(line=252), font(16, FAINT), is_shown=False),
    ))


def character_styles() -> str:
    """Emphasis, links, reference marks and labels."""
    raised = '<w:vertAlign w:val="superscript"/>'
    return "".join((
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
    ))


def styles_part() -> str:
    """All styles, and what holds where none says otherwise."""
    fonts = f'<w:rFonts w:ascii="{FACE}" w:hAnsi="{FACE}" w:cs="{FACE}"/>'
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val="21"/><w:szCs w:val="21"/>'
        '<w:lang w:val="en-GB" w:eastAsia="ja-JP" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
    )
    cells = '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>'
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    tables = (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        f'<w:uiPriority w:val="99"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{cells}</w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/></w:style>'
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders></w:tblPr></w:style>"
    )
    return f"{XML}<w:styles {W}>{defaults}{reading_styles()}{furniture_styles()}{character_styles()}{tables}</w:styles>"


def numbering_part() -> str:
    """Bullets and numbers, five levels each, tied to the list styles."""
    bullets = ("•", "–", "•", "–", "•")
    formats = ("decimal", "lowerLetter", "lowerRoman", "decimal", "lowerLetter")
    lists = []
    for number, kind in enumerate(("Bullet", "Number")):
        levels = ""
        for level in range(LEVELS):
            shape = "bullet" if kind == "Bullet" else formats[level]
            mark = bullets[level] if kind == "Bullet" else f"%{level + 1}."
            levels += (
                f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{shape}"/>'
                f'<w:pStyle w:val="List{kind}{level + 1 if level else ""}"/><w:lvlText w:val="{mark}"/>'
                f'<w:lvlJc w:val="left"/><w:pPr>{indent(STEP * (level + 1), 0, STEP)}</w:pPr>'
                f'<w:rPr><w:color w:val="{FAINT}"/></w:rPr></w:lvl>'
            )
        lists.append(
            f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        )
    instances = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n - 1}"/></w:num>' for n in (1, 2))
    return f"{XML}<w:numbering {W}>{''.join(lists)}{instances}</w:numbering>"


def notes_part(kind: str) -> str:
    """A part for notes with nothing but its separators."""
    separators = "".join(
        f'<w:{kind} w:type="{name}" w:id="{id_}"><w:p><w:r><w:{name}/></w:r></w:p></w:{kind}>'
        for id_, name in ((-1, "separator"), (0, "continuationSeparator"))
    )
    return f"{XML}<w:{kind}s {W} {R}>{separators}</w:{kind}s>"


def settings_part() -> str:
    """Word 2013 and later, our separators, nothing that asks or phones."""
    notes = "".join(
        f'<w:{kind}Pr><w:{kind} w:id="-1"/><w:{kind} w:id="0"/></w:{kind}Pr>' for kind in ("footnote", "endnote")
    )
    uri = "http://schemas.microsoft.com/office/word"
    compat = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="{uri}" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
            ("differentiateMultirowTableHeaders", 1),
        )
    )
    return (
        f'{XML}<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/>{notes}<w:compat>{compat}</w:compat>'
        '<w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def document_part() -> str:
    """An empty A4 page with its margins."""
    margins = " ".join(f'w:{side}="{value}"' for side, value in MARGINS.items())
    page = f'<w:pgSz w:w="{A4[0]}" w:h="{A4[1]}"/><w:pgMar {margins}/>'
    return f"{XML}<w:document {W} {R}><w:body><w:sectPr>{page}</w:sectPr></w:body></w:document>"


def core_part() -> str:
    """Core properties; a written document fills them."""
    names = (
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    )
    return f"{XML}<cp:coreProperties {names}><dc:title>Briefing house style</dc:title></cp:coreProperties>"


def app_part() -> str:
    """Which program made the file."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return f'{XML}<Properties xmlns="{kind}"><Application>Briefing</Application></Properties>'


def font_part() -> str:
    """The one face, with what may stand in for it."""
    return (
        f'{XML}<w:fonts {W}><w:font w:name="{FACE}"><w:altName w:val="Liberation Sans"/><w:charset w:val="00"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def theme_part() -> str:
    """The colours and the face of the house, as Word's own pickers offer them."""
    main = "http://schemas.openxmlformats.org/drawingml/2006/main"
    names = ("dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
    shades = (INK, "FFFFFF", ACCENT, TINT, *SECTION_COLOURS[:6])
    colours = "".join(f'<a:{n}><a:srgbClr val="{c}"/></a:{n}>' for n, c in zip(names, shades, strict=True))
    colours += f'<a:hlink><a:srgbClr val="{LINK}"/></a:hlink><a:folHlink><a:srgbClr val="{FAINT}"/></a:folHlink>'
    face = f'<a:latin typeface="{FACE}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    formats = (
        f"<a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
    )
    return (
        f'{XML}<a:theme xmlns:a="{main}" name="Briefing"><a:themeElements>'
        f'<a:clrScheme name="Briefing">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Briefing"><a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="Briefing">{formats}</a:fmtScheme></a:themeElements></a:theme>'
    )


PARTS = {
    "styles": styles_part,
    "numbering": numbering_part,
    "settings": settings_part,
    "fontTable": font_part,
    "footnotes": lambda: notes_part("footnote"),
    "endnotes": lambda: notes_part("endnote"),
    "theme": theme_part,
}


def relationships(targets: dict[str, str]) -> str:
    """A relationships part: target by type."""
    rows = "".join(
        f'<Relationship Id="rId{n}" Type="{kind}" Target="{target}"/>'
        for n, (target, kind) in enumerate(targets.items(), 1)
    )
    return f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


def content_types() -> str:
    """What each part is."""
    types = {f"/word/{name}.xml": TYPE.format(name) for name in PARTS}
    types["/word/theme.xml"] = "application/vnd.openxmlformats-officedocument.theme+xml"
    types["/word/document.xml"] = TYPE.format("document.main")
    types["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    types["/docProps/app.xml"] = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    rows = "".join(f'<Override PartName="{n}" ContentType="{t}"/>' for n, t in sorted(types.items()))
    rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return f'{XML}<Types xmlns="{PACKAGE}/content-types">{rels}<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>'


def build(target: Path) -> None:
    """Write the reference document; the same bytes every time."""
    root = {
        "word/document.xml": f"{OFFICE}/officeDocument",
        "docProps/core.xml": f"{PACKAGE}/relationships/metadata/core-properties",
        "docProps/app.xml": f"{OFFICE}/extended-properties",
    }
    entries = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relationships(root),
        "word/document.xml": document_part(),
        "word/_rels/document.xml.rels": relationships({f"{name}.xml": f"{OFFICE}/{name}" for name in PARTS}),
        **{f"word/{name}.xml": part() for name, part in PARTS.items()},
        "docProps/core.xml": core_part(),
        "docProps/app.xml": app_part(),
    }
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, text in entries.items():
            info = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type, info.create_system = ZIP_DEFLATED, 0
            archive.writestr(info, text.encode())


if __name__ == "__main__":
    build(HERE / "reference.docx")
