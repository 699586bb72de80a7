from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.desk_machine import DeskMachine

QUIET = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]


def test_the_desk_does_what_the_plain_model_says() -> None:
    enough = settings(max_examples=60, stateful_step_count=30, deadline=None, suppress_health_check=QUIET)
    run_state_machine_as_test(DeskMachine, settings=enough)
