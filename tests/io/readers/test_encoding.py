import codecs

import pytest

from briefing.domain.errors import BriefingError
from briefing.io.readers import read
from briefing.io.readers.encoding import LIMIT_CHARACTERS, declared_in, decode, decode_as, is_binary, text_in

SAMPLES = {
    "cp1252": "Die Fähre überquert den Hafen – „zu spät“, sagte der Bürgermeister, größer und schöner für 5 €.",
    "cp1251": "Паром продолжит ходить зимой, сообщили в пятницу власти двух портовых городов на севере.",
    "koi8-r": "Паром продолжит ходить зимой, сообщили в пятницу власти двух портовых городов на севере.",
    "shift_jis": "二つの港町は金曜日、共同で運航する連絡船を冬の間も続けることで合意したと発表した。",
    "euc-jp": "二つの港町は金曜日、共同で運航する連絡船を冬の間も続けることで合意したと発表した。",
    "gb18030": "两个港口城市星期五同意冬季继续运营共同的渡轮，结束了秋天以来关于费用的争论。",
    "big5": "兩個港口城市星期五同意冬季繼續營運共同的渡輪，結束了秋天以來關於費用的爭論。",
    "euc-kr": "두 항구 도시는 금요일 겨울에도 공동 여객선을 계속 운항하기로 합의했다고 밝혔다.",
    "iso2022_jp": "二つの港町は金曜日、共同で運航する連絡船を冬の間も続けることで合意したと発表した。",
    "iso2022_kr": "두 항구 도시는 금요일 겨울에도 공동 여객선을 계속 운항하기로 합의했다고 밝혔다.",
    "hz": "两个港口城市星期五同意冬季继续运营共同的渡轮，结束了秋天以来关于费用的争论。",
    "utf-7": "It’s “cheaper than a bridge”, the mayor said — and quicker than any road around the bay.",
    "cp866": "Паром продолжит ходить зимой, сообщили в пятницу власти двух портовых городов на севере.",
    "cp1253": "Τα δύο λιμάνια συμφώνησαν την Παρασκευή να συνεχίσουν το κοινό πλοίο τον χειμώνα.",
    "cp1250": "Przystań pozostanie otwarta przez całą zimę, ogłosiły w piątek władze miasta, żeby łódź mogła pływać.",
}


@pytest.mark.parametrize("encoding", SAMPLES)
def test_the_encoding_of_running_text_is_found_out(encoding: str) -> None:
    data = (SAMPLES[encoding] * 3).encode(encoding)
    assert not is_binary(data)
    assert decode(data)[0] == SAMPLES[encoding] * 3


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("marked", [True, False])
def test_wide_encodings_are_told_with_and_without_a_mark(encoding: str, *, marked: bool) -> None:
    mark = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
    mark |= {"utf-32-le": codecs.BOM_UTF32_LE, "utf-32-be": codecs.BOM_UTF32_BE}
    data = (mark[encoding] if marked else b"") + SAMPLES["cp1252"].encode(encoding)
    assert not is_binary(data)
    assert decode(data) == (SAMPLES["cp1252"], encoding)


WIDE = ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]
WORDS = {
    "uk": "Пором ходитиме взимку, повідомила влада двох портових міст; люди задоволені.\n",
    "el": SAMPLES["cp1253"],
    "ja": SAMPLES["shift_jis"],
    "zh": SAMPLES["gb18030"],
    "ko": SAMPLES["euc-kr"],
    "fa": "مسافران می\u200cگویند که کشتی در زمستان نیز می\u200cرود و بندرها باز می\u200cمانند.",
    "en": "The ferry sails all winter, the two port towns said on Friday.\n",
}


@pytest.mark.parametrize("encoding", WIDE)
@pytest.mark.parametrize("language", WORDS)
def test_wide_text_without_a_mark_is_told_in_every_script(encoding: str, language: str) -> None:
    data = (WORDS[language] * 3).encode(encoding)
    assert not is_binary(data)
    assert decode(data) == (WORDS[language] * 3, encoding)
    assert decode(data, "utf-8") == decode(data, "utf-16") == decode(data)
    assert read(data, "ferry.txt").text.strip() == (WORDS[language] * 3).strip()


@pytest.mark.parametrize("declared", ["utf-16", "utf-16-le", "utf-32"])
def test_text_in_bytes_is_not_read_as_wide_text_because_a_page_says_so(declared: str) -> None:
    page = f'<html><head><meta charset="{declared}"></head><body><p>The ferry is here.</p></body></html>'
    for text in (page, page + " "):
        assert decode(text.encode(), declared_in(text.encode())) == (text, "utf-8")


def test_utf_7_is_told_where_its_shifts_end_without_a_sign() -> None:
    text = "Il traghetto attraverserà il porto. Però la città, secondo il sindaco, è più felice di così."
    data = (text * 3).encode("utf-7")
    assert decode(data) == (text * 3, "utf-7")


def test_what_is_declared_comes_before_what_is_guessed() -> None:
    text = "naïve"
    assert decode(text.encode("cp1252"), "iso-8859-1") == (text, "cp1252")


def test_a_wrong_declaration_does_not_spoil_utf_8() -> None:
    assert decode("Fähre".encode(), "no-such-encoding")[0] == "Fähre"


def test_a_byte_order_mark_is_not_part_of_the_text() -> None:
    assert decode("\ufeffFähre".encode()) == ("Fähre", "utf-8")


def test_a_chosen_encoding_is_obeyed() -> None:
    assert decode_as("Fähre".encode("cp850"), "cp850") == "Fähre"
    with pytest.raises(BriefingError, match="no encoding called"):
        decode_as(b"x", "klingon")


def test_a_page_declares_its_encoding() -> None:
    assert declared_in(b'<html><head><meta charset="windows-1251">') == "windows-1251"
    assert declared_in(b'<meta http-equiv="Content-Type" content="text/html; charset=euc-jp">') == "euc-jp"
    assert declared_in(b'<?xml version="1.0" encoding="koi8-r"?>') == "koi8-r"


def test_pictures_and_programs_are_binary() -> None:
    assert is_binary(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    assert is_binary(bytes(range(256)))
    assert not is_binary("Fähre".encode("cp1252"))


@pytest.mark.parametrize("name", ["long.txt", "long.md"])
def test_a_text_that_is_far_too_long_is_refused_before_it_is_looked_into(name: str) -> None:
    with pytest.raises(BriefingError, match="more than 20 million characters"):
        read(b"The ferry sailed at noon. \n\n" * 800_000, name)


def test_a_text_in_the_encoding_that_was_chosen_is_refused_by_its_length_too() -> None:
    with pytest.raises(BriefingError, match="more than 20 million characters"):
        text_in(b"a" * (LIMIT_CHARACTERS + 1), "cp1252")
    assert text_in("Fähre".encode("cp850"), "cp850") == "Fähre"


def test_text_that_was_converted_to_utf_8_is_read_as_it_although_it_declares_otherwise() -> None:
    data = SAMPLES["cp1252"].encode() * 3
    assert decode(data, "iso-8859-15") == (SAMPLES["cp1252"] * 3, "utf-8")
    assert decode("naïve".encode("gb18030"), "gb18030")[1] == "gb18030"
