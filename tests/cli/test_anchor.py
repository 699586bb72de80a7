import io
import json
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import pytest

from briefing.cli import main

TEXT = "The pact was signed on Monday.\r\n\r\nNobody outside the ministry had read it 👩‍🚀 before the vote."


def _located(tmp_path: Path, capsys: pytest.CaptureFixture[str], *selectors: object) -> list[dict[str, Any]]:
    (tmp_path / "text.txt").write_bytes(TEXT.encode())
    lines = "\n".join(json.dumps(selector) for selector in selectors)
    (tmp_path / "selectors.jsonl").write_text(lines, "utf-8")
    arguments = ["anchor", str(tmp_path / "text.txt"), "--selectors", str(tmp_path / "selectors.jsonl"), "--json"]
    assert main(arguments) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_each_selector_gets_a_line_in_the_same_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = _located(
        tmp_path,
        capsys,
        {"id": "b", "exact": "Nobody outside", "prefix": "on Monday.\r\n\r\n", "suffix": " the ministry", "start": 34},
        {"id": 1, "exact": "The pact", "suffix": " was signed", "start": 400, "end": 408},
        {"id": None, "exact": "A sentence that was never printed in this paper"},
    )
    assert told == [
        {"id": "b", "start": 34, "end": 48, "found": "exact"},
        {"id": 1, "start": 0, "end": 8, "found": "moved"},
        {"id": None, "start": None, "end": None, "found": "lost"},
    ]


def test_positions_count_code_points_with_line_ends_as_they_stand(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = _located(
        tmp_path, capsys, {"exact": "before the vote."}, {"exact": "Monday.\n\nNobody outside the ministry"}
    )
    assert [TEXT[slice(one["start"], one["end"])] for one in told] == [
        "before the vote.",
        "Monday.\r\n\r\nNobody outside the ministry",
    ]
    assert [one["found"] for one in told] == ["moved", "changed"]


def test_a_position_without_words_is_believed_inside_the_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = _located(
        tmp_path, capsys, {"start": 4, "end": 8}, {"start": 4, "end": 800}, {"start": 4, "end": 8, "prefix": "no"}
    )
    assert [(one["start"], one["found"]) for one in told] == [(4, "exact"), (None, "lost"), (None, "lost")]


@pytest.mark.parametrize(
    ("line", "id_"),
    [
        ("{", None),
        ("[]", None),
        ('{"id": []}', None),
        ('{"id": NaN}', None),
        ('{"id": 7, "exact": 3}', 7),
        ('{"id": "b", "start": "3"}', "b"),
        ('{"id": "b", "start": 3.5}', "b"),
        ('{"id": "b", "start": true}', "b"),
        ("[" * 100_000, None),
    ],
)
def test_a_broken_line_is_named_and_answered_as_lost_and_holds_up_no_other(
    line: str, id_: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "text.txt").write_text("x y", "utf-8")
    (tmp_path / "selectors.jsonl").write_text(f'{{"exact": "x"}}\n{line}\r\n{{"exact": "y"}}\n', "utf-8")
    assert main(["anchor", str(tmp_path / "text.txt"), "--selectors", str(tmp_path / "selectors.jsonl"), "--json"]) == 1
    told = capsys.readouterr()
    assert [(one["id"], one["start"]) for one in map(json.loads, told.out.splitlines())] == [
        (None, 0),
        (id_, None),
        (None, 2),
    ]
    assert "Line 2 of the selectors" in told.err
    assert told.err.count("\n") == 1


def test_of_many_broken_lines_the_first_is_named_and_all_are_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "text.txt").write_text("x", "utf-8")
    (tmp_path / "selectors.jsonl").write_text("1\n2\n3", "utf-8")
    assert main(["anchor", str(tmp_path / "text.txt"), "--selectors", str(tmp_path / "selectors.jsonl")]) == 1
    assert "Line 1 of the selectors is not one JSON object. There are 3 such lines." in capsys.readouterr().err


@pytest.mark.parametrize("start", ["10.0", "1e1", "NaN", "Infinity", "null", "-4", "4000", "1" + "0" * 400])
def test_a_position_that_is_written_oddly_or_lies_outside_the_text_does_no_harm(
    start: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "text.txt").write_bytes(TEXT.encode())
    selector = f'{{"exact": "Nobody outside", "start": {start}, "end": {start}}}'
    (tmp_path / "selectors.jsonl").write_text(selector, "utf-8")
    assert main(["anchor", str(tmp_path / "text.txt"), "--selectors", str(tmp_path / "selectors.jsonl"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["start"] == TEXT.index("Nobody outside")


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_positions_are_those_of_the_file_in_whatever_form_it_is_written(
    form: Literal["NFC", "NFD"], mark: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = "Der Fi\u00adscher nennt den „Beschluß“ für\r\ndie Fähre ﬁnal 👩‍🚀, sagt er.\r\n"
    text = mark + unicodedata.normalize(form, said)
    (tmp_path / "text.txt").write_bytes(text.encode())
    wanted = {"Fischer": "Fi\u00adscher", '"Beschluß" für\ndie': "„Beschluß“ für\r\ndie", "final 👩‍🚀": "ﬁnal 👩‍🚀"}
    lines = "\n".join(json.dumps({"exact": words}) for words in wanted)
    (tmp_path / "selectors.jsonl").write_text(lines, "utf-8")
    assert main(["anchor", str(tmp_path / "text.txt"), "--selectors", str(tmp_path / "selectors.jsonl"), "--json"]) == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    there = [unicodedata.normalize(form, words) for words in wanted.values()]
    assert [text[one["start"] : one["end"]] for one in told] == there


def test_what_is_not_utf8_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "text.txt").write_bytes(b"caf\xe9")
    (tmp_path / "none.jsonl").write_bytes(b"\xff\xfe{")
    assert main(["anchor", str(tmp_path / "text.txt"), "--selectors", str(tmp_path / "none.jsonl")]) == 1
    assert "not UTF-8 (byte 3" in capsys.readouterr().err
    (tmp_path / "text.txt").write_bytes(b"cafe")
    assert main(["anchor", str(tmp_path / "text.txt"), "--selectors", str(tmp_path / "none.jsonl")]) == 1
    assert main(["anchor", str(tmp_path / "text.txt"), "--selectors", str(tmp_path / "missing.jsonl")]) == 1
    assert "is not there" in capsys.readouterr().err


def test_selectors_come_from_standard_input_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "text.txt").write_text(TEXT, "utf-8", newline="")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b'{"id": "a", "exact": "the vote"}\n\n')))
    assert main(["anchor", str(tmp_path / "text.txt"), "--selectors", "-"]) == 0
    assert capsys.readouterr().out == f"a\tmoved\t{TEXT.index('the vote')}\t{TEXT.index('the vote') + 8}\n"


def test_text_and_selectors_cannot_both_come_from_standard_input(refused: Callable[..., str]) -> None:
    assert "standard input" in refused(2, "anchor", "-", "--selectors", "-")
