from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit

from briefing.domain.source import Record
from briefing.ui import outlets
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


@pytest.fixture
def kept(tmp_path: Path) -> None:
    """Settings of this test alone."""
    ini = QSettings.Format.IniFormat
    QSettings.setPath(ini, QSettings.Scope.UserScope, str(tmp_path))


@pytest.mark.usefixtures("qapp", "kept")
def test_an_outlet_is_graded_as_last_time_and_that_is_said() -> None:
    outlets.remember(Record(outlet="The  Sound/Courier", reliability="C"))
    form = RecordForm(Record(outlet="the sound/courier"), is_new=True)
    assert form.record(Record()).reliability == "C"
    assert not part(form, QLabel, "intake_remembered").isHidden()
    later = RecordForm(Record(outlet="The Sound/Courier"))
    assert later.record(Record()).reliability == "", "the details of an article that is there are not graded unasked"


@pytest.mark.usefixtures("qapp", "kept")
def test_a_grade_follows_the_outlet_that_is_typed_until_it_is_chosen_by_hand() -> None:
    outlets.remember(Record(outlet="Courier", reliability="B"))
    form = RecordForm(Record(), is_new=True)
    line = part(form, QLineEdit, "intake_outlet")
    QTest.keyClicks(line, "Courier")
    line.editingFinished.emit()
    assert form.record(Record()).reliability == "B"
    QTest.keyClicks(line, " of the North")
    line.editingFinished.emit()
    assert form.record(Record()).reliability == ""
    box = part(form, QComboBox, "intake_reliability")
    QTest.keyClick(box, Qt.Key.Key_Down)
    line.setText("Courier")
    line.editingFinished.emit()
    assert form.record(Record()).reliability == "A"
