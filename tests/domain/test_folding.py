import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.domain.folding import Folded, continues, fold

LETTERS = "aB éñßİﬁ…½Å한글👩‍🚀🇫🇷שלוםسلام\u0301\u0323\u00a0\u00ad\u200b\u202f\n\t“”‘’«»–—-'\"ﬃŉǅ"
TEXTS = st.text(alphabet=st.one_of(st.sampled_from(LETTERS), st.characters(codec="utf-8")), max_size=60)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('it\'s "so"', "it’s “so”"),
        ("first - second", "first\u2014second"),
        ("one two", "one\u00a0\n\t two"),
        ("cooperation", "co\u00adopera\u00adtion"),
        ("efficient", "e\ufb03cient"),
        ("re\u0301sume\u0301", "R\u00e9sum\u00e9"),
        ("strasse", "STRA\u00dfE"),
        ("and so on...", "And so on…"),
        ("\u1112\u1161\u11ab", "\ud55c"),
        ("سلام", "ســلام"),
    ],
)
def test_forms_of_the_same_words_fold_to_the_same_text(typed: str, printed: str) -> None:
    assert fold(typed) == fold(printed)


def test_accents_are_part_of_the_word() -> None:
    assert fold("resume") != fold("résumé")


@given(TEXTS)
def test_unicode_forms_of_a_text_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))


@given(TEXTS)
def test_the_map_covers_the_source_and_never_runs_backwards(text: str) -> None:
    folded = Folded(text)
    starts = [folded.source_start(at) for at in range(len(folded.text) + 1)]
    ends = [folded.source_end(at) for at in range(len(folded.text) + 1)]
    assert starts == sorted(starts)
    assert ends == sorted(ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(starts, ends[1:], strict=False))


@given(TEXTS, st.data())
def test_a_piece_of_the_text_folds_to_what_stands_at_its_place(text: str, data: st.DataObject) -> None:
    folded = Folded(text)
    at = data.draw(st.integers(0, len(text)))
    position = folded.position(at)
    assert 0 <= position <= len(folded.text)
    if position < len(folded.text):
        assert folded.source_start(position) <= at or folded.source_end(position) <= at


@given(st.text(alphabet="abc DEF,.", max_size=40), st.text(alphabet=LETTERS, max_size=20))
def test_plain_letters_map_to_themselves(plain: str, before: str) -> None:
    words = "x" + "".join(plain.split()) + "x"
    folded = Folded(before + "x" + words)
    at = folded.text.rindex(words.casefold())
    assert (before + "x" + words)[folded.source_start(at) : folded.source_end(at + len(words))] == words


def test_a_mark_continues_the_letter_before_it() -> None:
    folded = fold("caf\u00e9")
    assert continues(folded, 4)
    assert not continues(folded, 3)
