import pytest

from briefing.domain.dates import is_only_date, read_date


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("Last updated on: March 7, 2025 2:35 pm", "2025-03-07T14:35"),
        ("7 Mar. 2025, 12:05 a.m. GMT", "2025-03-07T00:05+00:00"),
        ("2:35 PM EST, Fri March 7, 2025", "2025-03-07T14:35-05:00"),
        ("Stand: 17. März 2025, 14:35 Uhr", "2025-03-17T14:35"),
        ("Publié le 3 août 2024 à 18h05", "2024-08-03T18:05"),
        ("5 de mayo de 2024", "2024-05-05"),
        ("17 listopada 2025", "2025-11-17"),
        ("Опубликовано 17 ноября 2025, 12:30 MSK", "2025-11-17T12:30+03:00"),
        ("2025年11月17日 14時35分", "2025-11-17T14:35"),
        ("2025. 11. 17. 14:35", "2025-11-17T14:35"),
        ("١٧ نوفمبر 2025", "2025-11-17"),
        ("17 Nov 2025 | 14:35 GMT+9", "2025-11-17T14:35+09:00"),
        ("2025-11-17T14:35:00+0900", "2025-11-17T14:35:00+09:00"),
        ("2025-11-17T14:35:09.123Z", "2025-11-17T14:35:09Z"),
        ("17.11.2025 09:12", "2025-11-17T09:12"),
        ("11/17/2025", "2025-11-17"),
        ("Fri Nov 17 2025 14:35:00 GMT+0100 (CET)", "2025-11-17T14:35:00+01:00"),
        ("Tue Oct 04 08:30:00 PDT 2016", "2016-10-04T08:30:00-07:00"),
        ("2016-06-15 10:10:10 UTC", "2016-06-15T10:10:10+00:00"),
        ("2016. június 15., 10:10", "2016-06-15T10:10"),
        ("20160615", "2016-06-15"),
        ("20160615T101010Z", "2016-06-15T10:10:10Z"),
        ("1467108000", "2016-06-28T10:00:00Z"),
        ("1467108000000", "2016-06-28T10:00:00Z"),
        ("17.11.25, 09:12 Uhr", "2025-11-17T09:12"),
        ("Posted 11/7/98 by the editors", "1998-07-11"),
        ("17 Nov ’25", "2025-11-17"),
        ("Nov. 17, '25", "2025-11-17"),
        ("07 Mar 25", "2025-03-07"),
        ("7 March 25, 14:05", "2025-03-07T14:05"),
        ("on 12 March 20 ships sailed", ""),
        ("071405Z MAR 25", "2025-03-07T14:05Z"),
        ("07MAR25 1405Z", "2025-03-07T14:05Z"),
        ("07MAR2025", "2025-03-07"),
        ("version 1.2.25, part 20160615 of 4, 10.11.12.13, 1/2/25/7, call 1467108000 now", ""),
        ("30 February 2025", ""),
        ("in 2 hours, version 3.4.2025x at 99:99", "2025-04-03"),
        ("no date, 12.5 per cent in 2025", ""),
    ],
)
def test_a_date_is_read_with_the_precision_it_states(words: str, date: str) -> None:
    assert read_date(words) == date


def test_numbers_that_read_both_ways_are_read_as_the_language_does() -> None:
    assert read_date("04/05/2025") == "2025-05-04"
    assert read_date("04/05/2025", month_first=True) == "2025-04-05"
    assert read_date("4/5/25", month_first=True) == "2025-04-05"


def test_a_line_is_only_a_date_when_it_says_nothing_else() -> None:
    assert is_only_date("Monday, 17 November 2025, 14:35 GMT")
    assert not is_only_date("On 17 November 2025 the two ministers met in the capital.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024.03.07. 오후 6:05", "2024-03-07T18:05"),
        ("2024.03.07. 오전 6:05", "2024-03-07T06:05"),
        ("2024年3月7日 午後6時05", "2024-03-07T18:05"),
        ("2024年3月7日 上午12:05", "2024-03-07T00:05"),
    ],
)
def test_the_half_of_the_day_may_stand_before_the_time(text: str, expected: str) -> None:
    assert read_date(text) == expected
