import pytest

from briefing.domain.marking import read_marking


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("tlp: amber", "TLP:AMBER"),
        ("TLP:AMBER + STRICT", "TLP:AMBER+STRICT"),
        ("TLP:WHITE", "TLP:CLEAR"),
        ("  Eyes only ", "Eyes only"),
        ("", ""),
    ],
)
def test_a_label_is_spelled_as_its_scheme_spells_it(typed: str, label: str) -> None:
    assert read_marking(typed) == label
