import unicodedata
from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.domain.anchor import Anchor, Found, Match, describe
from briefing.domain.folding import continues, fold
from briefing.domain.locating import locate, locate_all

OLD = (
    "The harbour authority raised its tariff for the third time since spring. Pilots had warned of it for months. "
    "The council will vote on the matter in April, and nobody expects it to object.\n\n"
    "Shipping lines answered within a day. Two of them moved their calls to the northern port, where the tariff "
    "has not changed since it opened. The council will vote on the matter in April.\n\n"
    "For the town the loss is small at first. Cranes stand idle on Mondays, and the cafés near the quay close early. "
    "Officials say that the winter timetable was planned long before."
)


def _anchor(words: str, nth: int = 0) -> Anchor:
    at = -1
    for _ in range(nth + 1):
        at = OLD.index(words, at + 1)
    return describe(OLD, at, at + len(words))


def _found(text: str, words: str, nth: int = 0) -> tuple[str | None, Found]:
    match = locate(text, _anchor(words, nth))
    return (None if match.start is None else text[match.start : match.end]), match.found


@pytest.mark.parametrize(
    ("old", "new", "quote", "stands"),
    [
        ("months", "weeks", "Pilots had warned of it for months.", "Pilots had warned of it for weeks."),
        (
            "Pilots had",
            "The pilots have",
            "Pilots had warned of it for months.",
            "The pilots have warned of it for months.",
        ),
        (
            "moved their calls",
            "quietly, and without a word to the press, moved all of their calls",
            "Two of them moved their calls to the northern port",
            "Two of them quietly, and without a word to the press, moved all of their calls to the northern port",
        ),
        (
            ", where the tariff has not changed since it opened",
            "",
            "Two of them moved their calls to the northern port, where the tariff has not changed since it opened.",
            "Two of them moved their calls to the northern port.",
        ),
        ("cafés", "cafe\u0301s", "the cafés near the quay", "the cafe\u0301s near the quay"),
        (
            " within a day. Two",
            "\n\nwithin a\u00a0day.\n\nTwo",
            "within a day. Two of them",
            "within a\u00a0day.\n\nTwo of them",
        ),
        ("harbour", "harbor", "harbour", "harbor"),
    ],
)
def test_an_edited_quote_is_found_with_its_new_bounds(old: str, new: str, quote: str, stands: str) -> None:
    assert _found("A new lead was added.\n\n" + OLD.replace(old, new), quote) == (stands, Found.CHANGED)


def test_a_repeated_sentence_is_told_apart_by_its_context() -> None:
    shifted = "A new lead.\n\n" + OLD
    second = locate(shifted, _anchor("The council will vote on the matter in April", 1))
    assert second.start == shifted.rindex("The council will vote")
    assert second.found is Found.MOVED


def test_a_deleted_quote_is_lost_although_the_same_words_stand_where_another_quote_was() -> None:
    text = OLD.replace("The council will vote on the matter in April, and nobody expects it to object.", "")
    words = "The council will vote on the matter in April"
    around = [_anchor("since it opened. The council will"), _anchor("For the town"), _anchor("Pilots had")]
    first, second, *_ = locate_all(text, [_anchor(words), _anchor(words, 1), *around])
    assert first.found is Found.LOST
    assert second.start == text.index(words)


def test_a_deleted_sentence_is_lost_although_a_like_one_stands_elsewhere() -> None:
    text = OLD.replace("Pilots had warned of it for months. ", "") + " Dockers had not spoken of it for years."
    assert _found(text, "Pilots had warned of it for months.")[1] is Found.LOST


def test_a_deleted_word_is_lost_although_it_stands_elsewhere() -> None:
    assert _found(OLD.replace("Cranes stand idle on Mondays, and the", "The"), "the", 0)[0] == "the"
    assert _found(OLD.replace("raised its tariff for", "was paid for"), "tariff", 0)[1] is Found.LOST


def test_a_moved_paragraph_takes_its_quotes_along() -> None:
    first, second, third = OLD.split("\n\n")
    text = f"{third}\n\n{first}\n\n{second}"
    assert _found(text, "Cranes stand idle on Mondays") == ("Cranes stand idle on Mondays", Found.MOVED)
    assert _found(text, first) == (first, Found.MOVED)


def test_neighbours_found_surely_tell_like_passages_apart() -> None:
    lines = [f"Entry {number}: the ferry left at dawn with freight for {town}." for number, town in enumerate(TOWNS)]
    old = "\n".join(lines)
    anchors = [_quoted(old, line, "the ferry left at dawn with freight") for line in lines]
    anchors += [describe(old, old.index(town), old.index(town) + len(town)) for town in TOWNS]
    new = old.replace("Entry", "No").replace(lines[2].replace("Entry", "No") + "\n", "")
    for anchor, match in zip(anchors, locate_all(new, anchors), strict=True):
        if anchor.start // 60 == anchors[2].start // 60 and TOWNS[2] in old[anchor.start - 60 : anchor.end + 60]:
            continue
        assert match.start is not None
        assert new[match.start : match.end] == anchor.exact


TOWNS = ("Aalby", "Borsund", "Carnhaven", "Dorrick", "Eastmoor", "Fellwick", "Garthness", "Holmfleet")


def _quoted(text: str, line: str, words: str) -> Anchor:
    start = text.index(line) + line.index(words)
    return describe(text, start, start + len(words))


def test_many_anchors_are_found_as_each_alone_in_the_same_text() -> None:
    anchors = [describe(OLD, at, at + 25) for at in range(0, len(OLD) - 25, 11)]
    assert locate_all(OLD, anchors) == tuple(Match(Found.EXACT, a.start, a.end) for a in anchors)
    assert locate_all(OLD, []) == ()


@pytest.mark.parametrize("text", ["", " ", "a", "…", "\u0301", "👩‍🚀"])
def test_a_text_with_nothing_in_it_loses_every_anchor(text: str) -> None:
    assert locate(text, _anchor("Pilots had warned")).found is Found.LOST


PARTS = st.text(alphabet="ab é\u0301.\n👩‍🚀ﬁß\u00ad-", max_size=40)


@given(PARTS, PARTS, PARTS, PARTS, st.integers(-3, 90))
def test_whatever_is_asked_the_answer_lies_in_the_text(
    text: str, exact: str, prefix: str, suffix: str, at: int
) -> None:
    match = locate(text, Anchor(at, at + len(exact), exact, prefix, suffix))
    if match.start is None or match.end is None:
        assert match == Match(Found.LOST)
    else:
        assert 0 <= match.start <= match.end <= len(text)
        assert (text[match.start : match.end] == exact) == (match.found in (Found.EXACT, Found.MOVED)) or not exact


def test_a_bare_word_that_stands_everywhere_is_found_at_its_old_place_alone() -> None:
    text = "the tide " * 3_000
    anchor = Anchor(18_000, 18_003, "the")
    assert locate(text, anchor).start == 18_000
    assert locate("A new lead. " + text, anchor).found is Found.LOST


@pytest.mark.parametrize(
    ("old", "quote", "word", "other"),
    [
        ("港务局三月提高了关税。领港员早已警告过。", "领港员早已警告过", "早已", ""),
        ("ท่าเรือขึ้นค่าธรรมเนียมในเดือนมีนาคม", "ค่าธรรมเนียมในเดือน", "ใน", "ทุก"),
        ("رفعت هيئة الميناء رسومها في آذار", "الميناء رسومها", "رسومها", "كل رسومها"),
        ("הרשות העלתה את התעריף במרץ שוב", "העלתה את התעריף", "את", "אז את"),
    ],
)  # fmt: skip
def test_an_edited_quote_is_found_in_any_script(old: str, quote: str, word: str, other: str) -> None:
    new = old.replace(word, other)
    match = locate(new, describe(old, old.index(quote), old.index(quote) + len(quote)))
    assert match.start is not None
    assert new[match.start : match.end] == quote.replace(word, other)
    assert match.found is Found.CHANGED


def test_a_phrase_of_which_half_is_left_is_found_between_the_words_that_stood_around_it() -> None:
    text = OLD.replace("the winter timetable was planned", "the yearly winter plan was planned")
    assert _found(text, "winter timetable") == ("winter plan", Found.CHANGED)


def test_a_phrase_that_was_cut_out_is_lost_though_the_words_around_it_stand() -> None:
    text = OLD.replace("the winter timetable was planned", "the calls were planned")
    assert _found(text, "winter timetable") == (None, Found.LOST)


def test_a_very_long_quote_is_found_whole_in_a_text_that_says_the_same_again_and_again() -> None:
    parts = ("the ferry", "the mill", "a harbour", "the minister", "paper", "ice", "the pact", "no vessel")
    ways = ("sails to", "waits for", "pays", "leaves", "is part of", "comes after")
    dice = Random(3)
    said = [f"{dice.choice(parts)} {dice.choice(ways)} {dice.choice(parts)} {number % 60}." for number in range(3000)]
    old, new = " ".join(said), " ".join(["New."] * 9 + said[:900] + ["This was changed."] + said[903:])
    start, end = len(" ".join(said[:400])) + 1, len(" ".join(said[:1100]))
    match = locate(new, describe(old, start, end))
    assert match.start is not None
    assert new[match.start : match.end] == " ".join([*said[400:900], "This was changed.", *said[903:1100]])


def test_of_many_like_places_of_an_edited_quote_the_nearest_is_taken() -> None:
    old = "The ferry sails at noon for the mill. " * 500
    anchor = describe(old, 9500, 9500 + 38)
    edited = Anchor(anchor.start, anchor.end, anchor.exact.replace("noon", "noun"), anchor.prefix, anchor.suffix)
    assert locate(old, edited).start in range(9500 - 1, 9500 + 2)


def test_a_short_quote_that_was_cut_out_is_lost_though_the_words_before_it_stand_elsewhere() -> None:
    old = "Pilots may use the side door. Guests may use the main door after dark.\n\n" + OLD
    new = "Guests have the main hall. The lamps stay lit after dusk.\n\n" + OLD
    at = old.index("main door")
    assert locate(new, describe(old, at, at + len("main"))).found is Found.LOST
    assert locate("Again. " + old, describe(old, at, at + len("main"))).start == at + 7


def test_an_edited_quote_is_lost_where_nothing_but_a_phrase_like_it_stands_elsewhere() -> None:
    old = OLD + " Rent for their boats was due. In that case it falls to the guild to collect it."
    new = OLD + " The bridge may close early. In that case a ferry will run from the old quay until dusk."
    at = old.index("In that case it")
    assert locate(new, describe(old, at, at + len("In that case it"))).found is Found.LOST


def test_a_long_quote_of_which_much_is_left_is_found_though_nothing_around_it_stands() -> None:
    quote = "Two of them moved their calls to the northern port, where the tariff has not changed since it opened."
    edited = "Some moved every weekly call to that northern port, whose dues have not changed since it opened."
    others = " ".join(f"{town} sells {number} nets." for town in TOWNS for number in range(12))
    new = f"{others}\n\n{edited}\n\n{others}"
    match = locate(new, _anchor(quote))
    assert match.start is not None
    assert new[match.start : match.end] == edited


def _bare(words: str, nth: int = 0) -> Anchor:
    anchor = _anchor(words, nth)
    return Anchor(anchor.start, anchor.end, anchor.exact)


def test_bare_quotes_that_stand_once_tell_where_bare_words_are_expected() -> None:
    new = "The fee is paid in April. " * 30 + OLD.replace("On the matter in April, and", "")
    around = [_bare("Shipping lines answered within a day"), _bare("has not changed since it opened")]
    *_, second = locate_all(new, [*around, _bare("Cranes stand idle on Mondays"), _bare("in April", 1)])
    assert second.start == new.rindex("in April")


def test_a_bare_word_that_was_cut_out_is_lost_though_it_stands_far_off() -> None:
    new = OLD.replace("The harbour authority", "It") + " And nobody spoke for the other side."
    at = OLD.index("harbour") - 4
    assert locate(new.replace("the third", "a third"), Anchor(at, at + 3, "the")).found is Found.LOST
    assert locate(OLD, Anchor(at + 1, at + 4, "he ")).start == at + 1


def _ledger() -> list[str]:
    """Lines that say the same of other towns, goods and numbers."""
    dice = Random(7)
    goods = ("timber", "salt", "herring", "coal", "wool")
    return [
        f"{dice.choice(TOWNS)} sold {dice.randint(2, 90)} loads of {dice.choice(goods)} to {dice.choice(TOWNS)} "
        f"for {dice.randint(1, 12)} crowns a load."
        for _ in range(80)
    ]


@pytest.mark.parametrize("is_bare", [False, True])
def test_a_line_cut_out_of_many_like_it_is_mostly_lost(*, is_bare: bool) -> None:
    lines = _ledger()
    old = " ".join(lines)
    lost = 0
    for at in range(5, 75):
        said = _quoted(old, lines[at], lines[at])
        anchor = Anchor(-1, -1, said.exact, *(("", "") if is_bare else (said.prefix, said.suffix)))
        lost += locate(" ".join(lines[:at] + lines[at + 1 :]), anchor).found is Found.LOST
    assert lost >= 40


def test_a_line_edited_among_many_like_it_is_found() -> None:
    lines = _ledger()
    old = " ".join(lines)
    for at in range(5, 75, 5):
        edited = lines[at].replace("sold", "has sold").replace("a load", "each")
        new = " ".join([*lines[:at], edited, *lines[at + 1 :]])
        match = locate(new, _quoted(old, lines[at], lines[at]))
        assert match.start is not None
        assert new[match.start : match.end] == edited


def test_a_sentence_that_was_moved_is_found_though_its_old_place_has_closed() -> None:
    said = "Cranes stand idle on Mondays, and the cafés near the quay close early. "
    new = OLD.replace(said, "") + " ".join(_ledger()) + " " + said
    assert _found(new, said.strip()) == (said.strip(), Found.MOVED)


SAID = st.lists(
    st.sampled_from(
        ["harbour", "final", "Évian", "naïve", "don't", "fähre", "“tide”", "港务局", "كتاب", "👩‍🚀", "A-B", "No. 7"]
    ),
    min_size=6,
    max_size=12,
)
WAYS = (
    lambda text: text,
    lambda text: text.replace("\n", "\r\n"),
    lambda text: unicodedata.normalize("NFD", text),
    lambda text: text.replace("fi", "ﬁ").replace("ou", "o\u00adu"),
    lambda text: text.upper(),
    lambda text: text.translate({0x27: 0x2019, 0x201C: 0x22, 0x201D: 0x22, 0x2D: 0x2010, 0x20: 0xA0}),
)


@given(before=SAID, said=SAID, behind=SAID, way=st.sampled_from(WAYS), knows_context=st.booleans())
def test_a_quote_is_found_from_end_to_end_in_whatever_way_its_text_is_written(
    *, before: list[str], said: list[str], behind: list[str], way: Callable[[str], str], knows_context: bool
) -> None:
    head, quote, tail = ("\n".join(words) for words in (before, said, behind))
    old = f"Ahead: {head} opens {quote} closes {tail}"
    start = old.index(quote, len(head) + 13)
    anchor = describe(old, start, start + len(quote))
    if not knows_context:
        anchor = Anchor(anchor.start, anchor.end, anchor.exact)
    new = way(old)
    match = locate(new, anchor)
    if match.start is not None and match.end is not None:
        assert fold(new[match.start : match.end]).strip() == fold(quote)
        assert not continues(new, match.start)
        assert not continues(new, match.end)
    if knows_context:
        assert (match.start, match.end) == (len(way(old[:start])), len(way(old[: start + len(quote)])))


def test_what_was_put_between_a_quote_and_the_words_before_it_is_no_part_of_it() -> None:
    byline = (
        "Text by A. Berg, a.berg@post.se 2016, with help from the harbour desk and its many readers\n\nThe answer\n\n"
    )
    new = OLD.replace("Shipping lines answered within a day", byline + "Shipping lines answered within two days")
    assert _found(new, "Shipping lines answered within a day.") == (
        "Shipping lines answered within two days.",
        Found.CHANGED,
    )
