"""What leaves the house looks as it did when somebody last looked at it."""

import pytest

from tests.golden import FOLDER, drawings


@pytest.mark.parametrize("name", sorted(path.name for path in FOLDER.iterdir()))
def test_a_document_is_as_it_was_found_good(name: str) -> None:
    assert drawings()[name] == (FOLDER / name).read_text("utf-8")


def test_every_drawing_has_its_file() -> None:
    assert set(drawings()) == {path.name for path in FOLDER.iterdir()}
