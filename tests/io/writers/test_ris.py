from briefing.domain.document import compose
from briefing.domain.options import Options
from briefing.io.writers.ris import write
from tests.notes import whole_note


def test_sources_are_records() -> None:
    text = write(compose(whole_note(), Options(has_evidence=True))).decode()
    first, second, rest = text.split("ER  - \r\n\r\n")
    assert first.split("\r\n")[:5] == [
        *("TY  - NEWS", "ID  - S1", "AU  - Author, First", "AU  - Author, Second", "TI  - Port deal nears"),
    ]
    assert "DA  - 2025/11/14/" in first
    assert "LA  - de" in second
    assert rest == ""
