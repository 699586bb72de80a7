from tests.bench.report import Result, line
from tests.bench.row import Row, stopwatch
from tests.bench.runner import every_row, main


def _row(bound: float | None, *, floor: bool = False) -> Row:
    return Row("typing", "a key", measure=lambda: 0.020, floor=(lambda: 0.010) if floor else None, bound=bound)


def test_a_bound_without_a_floor_is_milliseconds() -> None:
    assert Result(0.020).is_over(_row(19))
    assert not Result(0.020).is_over(_row(21))


def test_a_bound_with_a_floor_is_a_ratio() -> None:
    assert Result(0.020, 0.010, 2.0).is_over(_row(1.9, floor=True))
    assert not Result(0.020, 0.010, 2.0).is_over(_row(2.1, floor=True))


def test_a_row_without_a_bound_only_informs() -> None:
    assert not Result(1000.0).is_over(_row(None))


def test_a_line_says_when_the_bound_is_passed() -> None:
    assert "OVER" in line(_row(1.9, floor=True), Result(0.020, 0.010, 2.0))
    assert "ok" in line(_row(2.1, floor=True), Result(0.020, 0.010, 2.0))


def test_a_row_is_over_when_one_run_in_twenty_is_late() -> None:
    row = Row("typing", "a key", measure=lambda: 0.010, bound=16, late=33)
    assert Result(0.010, late=0.034).is_over(row)
    assert "OVER" in line(row, Result(0.010, late=0.034))
    assert not Result(0.010, late=0.032).is_over(row)


def test_megabytes_are_written_as_they_are() -> None:
    row = Row("memory", "a note", measure=lambda: 200.0, floor=lambda: 100.0, bound=3, unit="MB")
    assert "200.0" in line(row, Result(200.0, 100.0, 2.0))
    assert "(MB)" in line(row, Result(200.0, 100.0, 2.0))


def test_a_stopwatch_stops_at_the_end_of_its_block() -> None:
    with stopwatch() as seconds:
        pass
    assert seconds() == seconds()


def test_every_row_has_a_name_of_its_own() -> None:
    names = [row.name for *_, row in every_row()]
    assert len(names) == len(set(names))


def test_a_name_that_no_row_has_is_wrong_use() -> None:
    assert main(["no such row"]) == 2
