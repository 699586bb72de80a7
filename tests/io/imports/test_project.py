import zipfile
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

import pytest

from briefing.domain.errors import BriefingError
from briefing.io.imports import read_imports

TEXT = "Rockets 🚀🚀 were seen.\nThe pact was signed in Évian.\n\nNobody 👩‍🚀 spoke of it."
QUOTES = ("The pact was signed", "Nobody 👩‍🚀 spoke")
GUID = "00000000-0000-4000-8000-00000000000"


def project(text: str, places: list[tuple[int, int]], names: list[str], *, is_inline: bool = False) -> bytes:
    selections = "".join(
        f'<PlainTextSelection guid="{GUID}4" name={quoteattr(name)} startPosition="{start}" endPosition="{end}">'
        f"<Description>Look here.</Description>"
        f'<Coding guid="{GUID}5"><CodeRef targetGUID="{GUID}1"/></Coding>'
        f'<NoteRef targetGUID="{GUID}6"/></PlainTextSelection>'
        for (start, end), name in zip(places, names, strict=True)
    )
    content = f"<PlainTextContent>{escape(text)}</PlainTextContent>" if is_inline else ""
    path = "" if is_inline else f'plainTextPath="internal://{GUID}3.txt"'
    project = (
        '<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" name="P" origin="X">'
        f'<CodeBook><Codes><Code guid="{GUID}0" name="All" isCodable="true">'
        f'<Code guid="{GUID}1" name="Security" isCodable="true"/></Code></Codes></CodeBook>'
        f'<Sources><TextSource guid="{GUID}3" name="Interview" {path}>{content}{selections}</TextSource></Sources>'
        f'<Notes><Note guid="{GUID}6" name="Memo"><PlainTextContent>A memo.</PlainTextContent></Note></Notes></Project>'
    )
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("project.qde", project)
        if not is_inline:
            packed.writestr(f"Sources/{GUID}3.txt", text.encode("utf-8-sig"))
    return buffer.getvalue()


def _utf16(text: str, at: int) -> int:
    return len(text[:at].encode("utf-16-le")) // 2


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("is_utf16", [False, True])
@pytest.mark.parametrize("is_named", [False, True])
def test_selections_are_read_in_the_units_that_fit_their_words(
    line_end: str, *, is_utf16: bool, is_named: bool
) -> None:
    text = TEXT.replace("\n", line_end)
    places = [(text.index(quote), text.index(quote) + len(quote)) for quote in QUOTES]
    counted = [(_utf16(text, start), _utf16(text, end)) for start, end in places] if is_utf16 else places
    names = [quote[:17] + "..." if is_named else "" for quote in QUOTES]
    found = read_imports(project(text, counted, names), "a.qdpx")
    assert tuple(one.anchor.exact for one in found) == QUOTES
    assert [TEXT[one.anchor.start : one.anchor.end] for one in found] == list(QUOTES)
    assert {(one.labels, one.comment, one.source) for one in found} == {
        (("Security",), "Look here.\nA memo.", "Interview")
    }


def test_positions_that_do_not_count_the_carriage_returns_are_understood() -> None:
    text = TEXT.replace("\n", "\r\n")
    places = [(TEXT.index(quote), TEXT.index(quote) + len(quote)) for quote in QUOTES]
    found = read_imports(project(text, places, ["", ""]), "a.qdpx")
    assert tuple(one.anchor.exact for one in found) == QUOTES


def test_a_text_may_stand_inside_the_project_file() -> None:
    places = [(TEXT.index(QUOTES[0]), TEXT.index(QUOTES[0]) + len(QUOTES[0]))]
    (found,) = read_imports(project(TEXT, places, [""], is_inline=True), "a.qdpx")
    assert found.anchor.exact == QUOTES[0]


def test_without_its_text_a_selection_is_known_by_its_name_alone() -> None:
    data = project("", [(5, 9), (900, 4)], [QUOTES[0], QUOTES[1]])
    assert [(one.anchor.exact, one.anchor.start) for one in read_imports(data, "a.qdpx")] == [(q, -1) for q in QUOTES]


def test_a_container_without_a_project_and_one_with_entities_are_refused() -> None:
    for name, content, words in (
        ("readme.txt", "x", "without a project"),
        ("project.qde", '<!DOCTYPE p [<!ENTITY a "aaaa">]><Project>&a;</Project>', "declares entities"),
        ("project.qde", "<Project", "damaged or cut off"),
    ):
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w") as packed:
            packed.writestr(name, content)
        with pytest.raises(BriefingError, match=words):
            read_imports(buffer.getvalue(), "a.qdpx")
