"""Dates as people write them, in the languages articles come in, read into ISO 8601 with the precision they state."""

import re
import unicodedata
from datetime import UTC, date, datetime
from functools import cache

# January to December as they stand in dates, one language a line; any unambiguous beginning of three letters counts.
_NAMES = """
january february march april may june july august september october november december
januar februar märz april mai juni juli august september oktober november dezember
jänner feber märz april mai juni juli august september oktober november dezember
janvier février mars avril mai juin juillet août septembre octobre novembre décembre
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
januari februari maart april mei juni juli augustus september oktober november december
januar februar mars april mai juni juli august september oktober november desember
januari februari mars april maj juni juli augusti september oktober november december
stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
ledna února března dubna května června července srpna září října listopadu prosince
января февраля марта апреля мая июня июля августа сентября октября ноября декабря
січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie
január február március április május június július augusztus szeptember október november december
ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου
januari februari maret april mei juni juli agustus september oktober november desember
يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर
"""
# Only abbreviations that mean one offset everywhere; CST, IST and BST do not.
_ZONES = {
    "utc": "+00:00", "gmt": "+00:00", "est": "-05:00", "edt": "-04:00", "cdt": "-05:00", "mdt": "-06:00",
    "pst": "-08:00", "pdt": "-07:00", "cet": "+01:00", "cest": "+02:00", "mez": "+01:00", "mesz": "+02:00",
    "eet": "+02:00", "eest": "+03:00", "msk": "+03:00", "jst": "+09:00", "kst": "+09:00", "hkt": "+08:00",
    "sgt": "+08:00", "aest": "+10:00", "aedt": "+11:00",
}  # fmt: skip
_ISO = re.compile(
    r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})"
    r"(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?(?!\d)"
)
_STAMP = re.compile(r"\s*(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?)?\s*")
_SECONDS = re.compile(r"\s*(1\d{9})(?:\d{3})?\s*")  # since 1970, in thousandths too: from 2001 to 2033
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s*[年년./]\s*(\d{1,2})\s*[月월./]\s*(\d{1,2})(?!\d)")
_WORD = r"([^\W\d_]{3,}(?:[\u093e-\u094d\u0902][^\W\d_]*)*)"
_ENDS = r"(?=\s*(?:$|[,;|)·–—-]|\d{1,2}\s?[:.h]\d\d))"  # what follows a year of two digits: an end, or a time
_DAY_FIRST = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|er|\.|º|ª)?[\s-]+(?:de\s+|of\s+)?{_WORD}\.?,?[\s-]+(?:de\s+|del\s+)?(\d{{4}}|['’]\d\d|\d\d{_ENDS})(?!\d)"
)
_SERVICE = re.compile(r"(?<!\w)(\d\d)(?:(\d\d)(\d\d)Z\s?)?([A-Z]{3})\s?(\d{4}|\d\d)(?!\w)")  # 071405Z MAR 25
_MONTH_FIRST = re.compile(rf"{_WORD}\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s+(\d{{4}}|['’]\d\d)(?!\d)")
_YEAR_LAST = re.compile(
    rf"{_WORD}\.?\s+(\d{{1,2}})\s+(?=\d\d?:)([\d:]{{4,8}}(?:\s[A-Z]{{3,4}})?)\s+(\d{{4}})(?!\d)"
)  # as Unix writes it
_YEAR_BEFORE = re.compile(rf"(?<!\d)(\d{{4}})\.\s+{_WORD}\s+(\d{{1,2}})(?!\d)")  # as Hungarian writes it
_NUMBERS = re.compile(r"(?<![\d.])(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4})(?!\d)")
_SHORT = re.compile(
    r"(?<![\d.,/-])(?:(\d\d)(\.)(\d\d)\.|(\d{1,2})(/)(\d{1,2})/)(\d\d)(?![.,/-]?\d)"
)  # 1.2.25 may be a version
_ZULU = re.compile(r"\s+(\d\d):?(\d\d)Z\b")
_TIME = re.compile(
    r"(?<![\d.,/-])(\d{1,2})\s?[:.h時时]\s?(\d{2})(?::(\d{2}))?(?![\d/])(?!\.\d)\s*([ap]\.?\s?m\b\.?)?\s*\(?([A-Za-z]{3,4}\b|Z\b)?\s?([+-]\d{1,2}(?::?\d{2})?)?",
    re.IGNORECASE,
)
_AFTERNOONS = ("오후", "午後", "下午", "晚上")
_HALVES = re.compile(r"(?:오전|오후|午前|午後|上午|下午|晚上)\s?$")
_YEARS = range(1900, 2100)
_LAST_CENTURY = 70  # and later, of years of two digits


def read_date(text: str, *, month_first: bool = False) -> str:
    """The first date that stands in the text, with its time and zone where stated; empty if there is none.

    Of numbers that could be read both ways, as 4/5/2025, the first is the day unless `month_first`.
    """
    iso = _ISO.search(text)
    if iso and (day := _day(int(iso[1]), int(iso[2]), int(iso[3]))):
        return day + (_clock(int(iso[4]), iso[5], iso[6], iso[7]) if iso[4] else "")
    if stamp := _from_stamp(text):
        return stamp
    if group := _from_service(text):
        return group
    for read in (_from_years, _from_words, _from_numbers):
        found = read(text, month_first=month_first)
        if found:
            day, start, end = found
            return day + _time(text[end : end + 40], text[:start])
    return ""


def is_only_date(text: str) -> bool:
    """Whether the text is a date and nothing else to speak of (a weekday, a time, a zone)."""
    return len(text) <= 60 and bool(read_date(text)) and len(re.findall(r"[^\W\d_]{2,}", text)) <= 4  # noqa: PLR2004 - a line of at most a weekday, a month, "at" and a zone


def _year(words: str) -> int:
    """A year of four digits, or of two, an apostrophe before them or not, as of now or of the century before."""
    year = int(words.lstrip("'’"))
    return year if len(words) == 4 else year + (1900 if year >= _LAST_CENTURY else 2000)  # noqa: PLR2004 - in full


def _day(year: int, month: int, day: int) -> str:
    if year not in _YEARS:
        return ""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _from_stamp(text: str) -> str:
    """The date that the whole text is, written for machines: its digits run together, or seconds since 1970."""
    if found := _STAMP.fullmatch(text):
        day = _day(int(found[1]), int(found[2]), int(found[3]))
        return day and day + (_clock(int(found[4]), found[5], found[6], found[7]) if found[4] else "")
    if found := _SECONDS.fullmatch(text):
        return datetime.fromtimestamp(int(found[1]), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return ""


def _from_service(text: str) -> str:
    """A date and time as armed forces and agencies write them, in one group with capitals."""
    for found in _SERVICE.finditer(text):
        if day := _day(_year(found[5]), _month(found[4]), int(found[1])):
            stated = _clock(int(found[2]), found[3], None, "Z") if found[2] else ""
            after = _ZULU.match(text, found.end())
            return day + (stated or (_clock(int(after[1]), after[2], None, "Z") if after else ""))
    return ""


def _from_years(text: str, *, month_first: bool) -> tuple[str, int, int] | None:
    del month_first
    for found in _YEAR_FIRST.finditer(text):
        if day := _day(int(found[1]), int(found[2]), int(found[3])):
            return day, found.start(), found.end()
    return None


def _from_words(text: str, *, month_first: bool) -> tuple[str, int, int] | None:
    del month_first
    for found in _DAY_FIRST.finditer(text):
        if day := _day(_year(found[3]), _month(found[2]), int(found[1])):
            return day, found.start(), found.end()
    for found in _MONTH_FIRST.finditer(text):
        if day := _day(_year(found[3]), _month(found[1]), int(found[2])):
            return day, found.start(), found.end()
    for found in _YEAR_LAST.finditer(text):
        if day := _day(int(found[4]), _month(found[1]), int(found[2])):
            return day, found.start(), found.start(3)
    for found in _YEAR_BEFORE.finditer(text):
        if day := _day(int(found[1]), _month(found[2]), int(found[3])):
            return day, found.start(), found.end()
    return None


def _from_numbers(text: str, *, month_first: bool) -> tuple[str, int, int] | None:
    for found in (*_NUMBERS.finditer(text), *_SHORT.finditer(text)):
        first, mark, second, year = (part for part in found.groups() if part)
        pairs = [(int(second), int(first)), (int(first), int(second))]
        if month_first and mark != ".":
            pairs.reverse()
        for month, day in pairs:
            if read := _day(_year(year), month, day):
                return read, found.start(), found.end()
    return None


def _time(after: str, before: str) -> str:
    """The time that follows a date, or stands before it, as ISO 8601 with a leading T; empty if none is stated."""
    found = _TIME.search(after) or _TIME.search(before)
    if not found:
        return ""
    hour = int(found[1])
    half = (found[4] or "").lower()[:1] or _half_before(found)
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    zone = _ZONES.get((found[5] or "").lower(), "Z" if found[5] in ("Z", "z") else "")
    return _clock(hour, found[2], found[3], found[6] if zone in ("", "+00:00") and found[6] else zone)


def _half_before(time: re.Match[str]) -> str:
    """The half of the day that stands before a time, as East Asian languages write it: a, p, or empty."""
    found = _HALVES.search(time.string, 0, time.start())
    return "" if not found else "p" if found[0].strip() in _AFTERNOONS else "a"


def _clock(hour: int, minute: str, second: str | None, zone: str | None) -> str:
    if hour > 23 or int(minute) > 59:  # noqa: PLR2004 - hours and minutes of a day
        return ""
    return f"T{hour:02}:{minute}" + (f":{second}" if second else "") + _offset(zone or "")


def _offset(zone: str) -> str:
    """A zone as ISO 8601 writes it: Z or +hh:mm."""
    zone = "+00:00" if zone in ("UTC", "GMT") else zone
    digits = zone[1:].replace(":", "")
    if zone in ("", "Z") or not digits:
        return zone
    hours = digits[:-2] if len(digits) > 2 else digits  # noqa: PLR2004 - "+9" and "+09" are hours alone
    return f"{zone[0]}{int(hours):02}:{digits[-2:] if len(digits) > 2 else '00'}"  # noqa: PLR2004


@cache
def _months() -> tuple[tuple[str, int], ...]:
    return tuple({(_bare(name), i % 12 + 1) for i, name in enumerate(_NAMES.split())})


@cache
def _month(word: str) -> int:
    """The number of a month by its name or an unambiguous beginning of it; 0 if it is none."""
    bare = _bare(word)
    bare = {"sept": "sep", "okt": "oct"}.get(bare, bare)
    exact = {number for name, number in _months() if name == bare}
    matches = exact or {number for name, number in _months() if name.startswith(bare)}
    return matches.pop() if len(matches) == 1 else 0


def _bare(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word.casefold())
    return "".join(c for c in decomposed if not "\u0300" <= c <= "\u036f")
