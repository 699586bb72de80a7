import json

from briefing.domain.document import compose
from briefing.domain.options import Options
from briefing.io.writers.csljson import write
from tests.notes import whole_note


def test_sources_are_items() -> None:
    first, second = json.loads(write(compose(whole_note(), Options(has_evidence=True))))
    assert first["author"] == [{"family": "Author", "given": "First"}, {"family": "Author", "given": "Second"}]
    assert first["issued"] == {"date-parts": [[2025, 11, 14]]}
    assert second["container-title"] == "Hafenblatt"
    assert "author" not in second
