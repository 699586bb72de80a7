from briefing.ui.jumps import MOST, Jumps, Place

ARTICLE = Place(is_article=True, id="S1", block=0, offset=7)
NOTE = Place(is_article=False, id="energy", block=2, offset=3)
ELSEWHERE = NOTE._replace(id="risks")


def test_jumps_are_walked_back_and_forward_like_pages_of_a_browser() -> None:
    jumps = Jumps()
    jumps.leave(ARTICLE)
    jumps.leave(NOTE)
    assert jumps.back(ELSEWHERE) == NOTE
    assert jumps.back(NOTE) == ARTICLE
    assert jumps.back(ARTICLE) is None
    assert jumps.forward(ARTICLE) == NOTE
    assert jumps.forward(NOTE) == ELSEWHERE


def test_a_new_jump_forgets_what_lay_ahead() -> None:
    jumps = Jumps()
    jumps.leave(ARTICLE)
    jumps.back(NOTE)
    jumps.leave(ELSEWHERE)
    assert jumps.forward(NOTE) is None


def test_a_place_that_is_left_twice_is_remembered_once_and_the_oldest_are_forgotten() -> None:
    jumps = Jumps()
    for offset in range(MOST + 5):
        jumps.leave(ARTICLE._replace(offset=offset))
        jumps.leave(ARTICLE._replace(offset=offset))
    walked = []
    while (place := jumps.back(NOTE)) is not None:
        walked.append(place.offset)
    assert walked == list(range(MOST + 4, 4, -1))
