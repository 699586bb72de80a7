import gc

import pytest

from briefing.domain.keeping import keeping_everything


def test_the_collector_rests_and_goes_on_afterwards() -> None:
    assert gc.isenabled()
    with keeping_everything():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_goes_on_after_a_fault_too() -> None:
    with pytest.raises(ValueError, match="x"), keeping_everything():
        raise ValueError("x")
    assert gc.isenabled()


def test_one_rest_within_another_does_not_end_it() -> None:
    with keeping_everything():
        with keeping_everything():
            pass
        assert not gc.isenabled()
