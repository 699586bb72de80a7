from briefing.ui.jumps import Jumps


def test_jumps_are_walked_back_and_forward_like_pages_of_a_browser() -> None:
    jumps = Jumps()
    jumps.leave(("article", "x1"))
    jumps.leave(("note", "x2"))
    assert jumps.back(("article", "x2")) == ("note", "x2")
    assert jumps.back(("note", "x2")) == ("article", "x1")
    assert jumps.back(("article", "x1")) is None
    assert jumps.forward(("article", "x1")) == ("note", "x2")


def test_a_new_jump_forgets_what_lay_ahead() -> None:
    jumps = Jumps()
    jumps.leave(("article", "x1"))
    jumps.back(("note", "x1"))
    jumps.leave(("article", "x3"))
    assert jumps.forward(("note", "x3")) is None
