import gc

from briefing.app import waste


def test_what_is_left_out_is_searched_again_once_something_large_is_closed() -> None:
    loop: list[object] = []
    loop.append(loop)
    waste.leave_out()
    assert gc.get_freeze_count() > 0
    name = id(loop)
    del loop
    gc.collect()
    frozen = gc.get_freeze_count()
    waste.clear()
    assert gc.get_freeze_count() < frozen
    gc.unfreeze()
    assert all(id(found) != name for found in gc.get_objects())
