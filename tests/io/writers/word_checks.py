"""What no validator looks for: broken internal links, unknown styles, ids and names that stand twice."""

import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def parts(data: bytes) -> dict[str, bytes]:
    """The members of a DOCX by name."""
    with ZipFile(BytesIO(data)) as archive:
        names = archive.namelist()
        assert len(set(names)) == len(names)
        return {name: archive.read(name) for name in names}


def faults(data: bytes) -> list[str]:
    """One sentence for every fault found."""
    members = parts(data)
    trees = {name: etree.fromstring(blob) for name, blob in members.items() if name.endswith((".xml", ".rels"))}
    styles = {str(style.get(f"{W}styleId")) for style in trees["word/styles.xml"].iter(f"{W}style")}
    document = trees["word/document.xml"]
    places = [str(mark.get(f"{W}name")) for mark in document.iter(f"{W}bookmarkStart")]
    found = [f"the bookmark {name} stands {n} times" for name, n in Counter(places).items() if n > 1]
    found += [f"the bookmark {name} is not a name" for name in places if not re.fullmatch(r"[A-Za-z]\w{0,39}", name)]
    found += _repeated("bookmark id", [str(m.get(f"{W}id")) for m in document.iter(f"{W}bookmarkStart")])
    found += _repeated("style", [str(style.get(f"{W}styleId")) for style in trees["word/styles.xml"].iter(f"{W}style")])
    for name, tree in trees.items():
        used = {str(e.get(f"{W}val")) for kind in ("pStyle", "rStyle", "tblStyle") for e in tree.iter(f"{W}{kind}")}
        found += [f"{name} uses the unknown style {style}" for style in sorted(used - styles)]
        anchors = {str(link.get(f"{W}anchor", "")) for link in tree.iter(f"{W}hyperlink")} - {""}
        found += [f"{name} links to {anchor}, which is not there" for anchor in sorted(anchors - set(places))]
        found += [f"{name} has no relationship {id_}" for id_ in sorted(_asked(tree) - _related(name, trees))]
    return found + list(_broken_notes(trees)) + list(_broken_lists(trees))


def _repeated(kind: str, ids: list[str]) -> list[str]:
    return [f"the {kind} {id_} stands {n} times" for id_, n in Counter(ids).items() if n > 1]


def _asked(tree: etree._Element) -> set[str]:
    return {str(value) for element in tree.iter() for key, value in element.attrib.items() if str(key).startswith(R)}


def _related(name: str, trees: dict[str, etree._Element]) -> set[str]:
    folder, _, file = name.rpartition("/")
    rels = trees.get(f"{folder}/_rels/{file}.rels")
    ids = [] if rels is None else [str(rel.get("Id")) for rel in rels]
    assert len(set(ids)) == len(ids)
    return set(ids)


def _broken_notes(trees: dict[str, etree._Element]) -> Iterator[str]:
    for kind in ("footnote", "endnote"):
        part = trees.get(f"word/{kind}s.xml")
        there = [] if part is None else [str(note.get(f"{W}id")) for note in part.iter(f"{W}{kind}")]
        yield from _repeated(kind, there)
        marked = [str(mark.get(f"{W}id")) for mark in trees["word/document.xml"].iter(f"{W}{kind}Reference")]
        if sorted(marked) != sorted(id_ for id_ in there if int(id_) > 0):
            yield f"marks and {kind}s do not match"


def _broken_lists(trees: dict[str, etree._Element]) -> Iterator[str]:
    numbering = trees["word/numbering.xml"]
    there = [str(number.get(f"{W}numId")) for number in numbering.iter(f"{W}num")]
    yield from _repeated("list", there)
    for tree in (trees["word/document.xml"], trees["word/styles.xml"]):
        for number in tree.iter(f"{W}numId"):
            if str(number.get(f"{W}val")) not in there:
                yield f"the list {number.get(f'{W}val')} is not there"
