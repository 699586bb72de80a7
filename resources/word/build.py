"""Builds `reference.docx`, the house style of Word documents: run it after changing a number here.

    python resources/word/build.py [FILE]

Everything stands in styles; a document written on this reference needs no formatting of its own.
"""

import sys
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from styles import (
    ACCENT,
    EAST_FACE,
    FACE,
    FAINT,
    INK,
    LEVELS,
    LINK,
    SECTION_COLOURS,
    STEP,
    TINT,
    XML,
    W,
    indent,
    styles_part,
)

HERE = Path(__file__).resolve().parent

A4 = (11906, 16838)
MARGINS = {"top": 1474, "right": 1588, "bottom": 1361, "left": 1588, "header": 624, "footer": 567, "gutter": 0}

R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"


def level(number: int, shape: str, mark: str, *, style: str = "", left: str = "", colour: str = "") -> str:
    """One level of a list: its number format, its mark, the style it belongs to and where its text begins."""
    tied = f'<w:pStyle w:val="{style}"/>' if style else ""
    look = f'<w:rPr><w:color w:val="{colour}"/></w:rPr>' if colour else ""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{shape}"/>{tied}<w:lvlText w:val="{mark}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr>{left}</w:pPr>{look}</w:lvl>'
    )


def numbering_part() -> str:
    """Bullets and numbers, five levels each, tied to the list styles; counted headings and counted paragraphs."""
    formats = ("decimal", "lowerLetter", "lowerRoman", "decimal", "lowerLetter")
    definitions = ["", "", "", ""]
    for n in range(LEVELS):
        ending, left = (n + 1 if n else ""), indent(STEP * (n + 1), 0, STEP)
        bullet = level(n, "bullet", "•–"[n % 2], style=f"ListBullet{ending}", left=left, colour=FAINT)
        number = level(n, formats[n], f"%{n + 1}.", style=f"ListNumber{ending}", left=left, colour=FAINT)
        definitions[0] += bullet
        definitions[1] += number
    definitions[2] = level(0, "decimal", "%1", left=indent(567, 0, 567)) + level(
        1, "decimal", "%1.%2", left=indent(567, 0, 567)
    )
    definitions[3] = level(0, "decimal", "%1.", left=indent(567, 0, 567), colour=FAINT)
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        for n, levels in enumerate(definitions)
    )
    instances = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n - 1}"/></w:num>' for n in (1, 2))
    return f"{XML}<w:numbering {W}>{lists}{instances}</w:numbering>"


def notes_part(kind: str) -> str:
    """A part for notes with nothing but its separators."""
    separators = "".join(
        f'<w:{kind} w:type="{name}" w:id="{id_}"><w:p><w:r><w:{name}/></w:r></w:p></w:{kind}>'
        for id_, name in ((-1, "separator"), (0, "continuationSeparator"))
    )
    return f"{XML}<w:{kind}s {W} {R}>{separators}</w:{kind}s>"


def settings_part() -> str:
    """Word 2013 and later, our separators, nothing that asks or phones."""
    look = {"footnote": "", "endnote": '<w:numFmt w:val="decimal"/>'}
    notes = "".join(
        f'<w:{kind}Pr>{shape}<w:{kind} w:id="-1"/><w:{kind} w:id="0"/></w:{kind}Pr>' for kind, shape in look.items()
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
    """The two faces, with what may stand in for them."""
    faces = "".join(
        f'<w:font w:name="{face}"><w:altName w:val="{other}"/><w:charset w:val="{charset}"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>'
        for face, other, charset in ((FACE, "Liberation Sans", "00"), (EAST_FACE, "Noto Sans CJK JP", "80"))
    )
    return f"{XML}<w:fonts {W}>{faces}</w:fonts>"


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
        f'<a:fontScheme name="Briefing"><a:majorFont>{face}</a:majorFont>'
        f"<a:minorFont>{face}</a:minorFont></a:fontScheme>"
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
    rels += '<Default Extension="xml" ContentType="application/xml"/>'
    return f'{XML}<Types xmlns="{PACKAGE}/content-types">{rels}{rows}</Types>'


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
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "reference.docx")
