import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from briefing.domain.source import Record
from briefing.ui.record_form import RecordForm
from tests.ui.parts import part

KNOWN = Record(
    title="Ferry", reliability="B", credibility="2", marking="TLP:AMBER", sha256="ab", retrieved="2025-03-07"
)


@pytest.mark.usefixtures("qapp")
def test_what_is_not_touched_stays_as_it_is() -> None:
    form = RecordForm(KNOWN)
    assert form.record(KNOWN) == KNOWN


@pytest.mark.usefixtures("qapp")
def test_a_value_that_is_none_of_the_choices_is_kept() -> None:
    odd = Record(marking="OFFICIAL", published="in spring")
    assert RecordForm(odd).record(odd) == odd


@pytest.mark.usefixtures("qapp")
def test_grades_say_what_they_mean() -> None:
    form = RecordForm(KNOWN)
    assert part(form, QComboBox, "intake_reliability").currentText() == "B  usually reliable"
    assert part(form, QComboBox, "intake_credibility").currentText() == "2  probably true"


@pytest.mark.usefixtures("qapp")
def test_a_wheel_that_scrolls_the_form_changes_no_grade() -> None:
    form = RecordForm(KNOWN)
    box = part(form, QComboBox, "intake_reliability")
    keys, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    down, button = QPoint(0, -120), Qt.MouseButton.NoButton
    QApplication.sendEvent(box, QWheelEvent(QPointF(5, 5), QPointF(5, 5), down, down, button, keys, phase, False))  # noqa: FBT003
    assert form.record(KNOWN) == KNOWN


@pytest.mark.usefixtures("qapp")
def test_another_reading_changes_only_what_was_not_corrected_by_hand() -> None:
    form = RecordForm(KNOWN)
    line = part(form, QLineEdit, "intake_outlet")
    QTest.keyClicks(line, "Courier")
    form.show_record(Record(title="Other", outlet="Gazette"))
    found = form.record(Record())
    assert (found.title, found.outlet) == ("Other", "Courier")
