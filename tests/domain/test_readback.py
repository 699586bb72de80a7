"""Whatever was edited, accepting everything gives the edited text, and accepting nothing changes nothing."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.domain.document import compose
from briefing.domain.note import Block, Note, Style, Words
from briefing.domain.readback import Edited, EditedDocument, Kind, Proposal, accept, read_back
from briefing.domain.template import blank
from tests import builders
from tests.notes import TEMPLATE, with_blocks

BLOCKS = st.lists(
    st.builds(
        lambda style, words: Block(style, (Words(" ".join(words)),)),
        st.sampled_from([Style.PARAGRAPH, Style.QUOTE, Style.HEADING]),
        st.lists(st.sampled_from(["harbour", "fees", "draft", "pilot", "winter", "bread"]), min_size=1, max_size=5),
    ),
    max_size=6,
)


def _note(agenda: list[Block], risks: list[Block]) -> Note:
    return with_blocks(with_blocks(blank(TEMPLATE, "n"), "agenda", *agenda), "risks", *risks)


def _edited(agenda: list[Block], risks: list[Block]) -> EditedDocument:
    found = {key: tuple(Edited(b) for b in blocks) for key, blocks in (("agenda", agenda), ("risks", risks))}
    return EditedDocument({**found, "security": (), "economics": (), "energy": ()})


@given(BLOCKS, BLOCKS, BLOCKS, BLOCKS)
def test_accepting_everything_gives_the_edited_text(
    a: list[Block], b: list[Block], c: list[Block], d: list[Block]
) -> None:
    note = _note(a, b)
    found = read_back(compose(note), _edited(c, d))
    after = accept(note, found.proposals)
    assert [list(after.section(key).blocks) for key in ("agenda", "risks")] == [c, d]
    assert accept(note, ()) is note


@given(BLOCKS, BLOCKS)
def test_an_unedited_text_proposes_nothing(a: list[Block], b: list[Block]) -> None:
    assert read_back(compose(_note(a, b)), _edited(a, b)).proposals == ()


def test_a_deleted_paragraph_and_a_new_one_are_told_apart_from_a_changed_one() -> None:
    first, second = (Block(runs=(Words(text),)) for text in ("the port is closed", "bread is dear this winter"))
    now = Block(runs=(Words("the port is open"),))
    found = read_back(compose(_note([first, second], [])), _edited([now], [])).proposals
    assert [(p.kind, p.index) for p in found] == [(Kind.CHANGED, 0), (Kind.REMOVED, 1)]


def test_a_paragraph_of_white_space_is_no_loss() -> None:
    blocks = [Block(runs=(Words("\n \t"),)), Block(runs=(Words("the port is closed"),))]
    assert read_back(compose(_note(blocks, [])), _edited(blocks[1:], [])).proposals == ()


def test_a_comment_is_kept_though_its_words_are_part_of_another() -> None:
    note = builders.note("S1: The pact holds.\nx1 S1 4-8 agenda exact / The northern one.\n# agenda\n> pact @x1")
    stands = note.section("agenda").blocks[0]
    said = Proposal(Kind.COMMENTED, "agenda", 0, stands, stands, ("north", "The northern one."))
    assert accept(note, [said]).excerpt("x1").comment == "The northern one.\nnorth"
