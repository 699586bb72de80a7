"""The controls of a window as someone meets them who goes through it by the Tab key and hears it."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.waiting import until

_MOST = 200  # steps, after which Tab leads nowhere
_MUTE = (QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Pane, QAccessible.Role.Window)
_NAMED_BY_VALUE = (QAccessible.Role.ComboBox,)  # on Linux; what the value means stands beside it


def shown(top: QWidget) -> QWidget:
    """A window on show, with the focus in it."""
    top.show()
    top.activateWindow()
    until(top.isActiveWindow)
    return top


def walked(top: QWidget) -> list[QWidget]:
    """Every control that Tab comes to, in order, from the first one on."""
    first = _first(top)
    if first is None:
        return []
    first.setFocus(Qt.FocusReason.TabFocusReason)
    found: list[QWidget] = []
    while len(found) < _MOST:
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus in found:
            break
        found.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    return found


def _first(top: QWidget) -> QWidget | None:
    return next((widget for widget in _chain(top) if _can_have_focus(widget)), None)


def reachable(top: QWidget) -> set[QWidget]:
    """Every control that can have the focus by the keyboard."""
    return {widget for widget in _chain(top) if _can_have_focus(widget)}


def _chain(top: QWidget) -> list[QWidget]:
    found, at = [], top.nextInFocusChain()
    while at is not top and at is not None:
        found.append(at)
        at = at.nextInFocusChain()
    return found


def _can_have_focus(widget: QWidget) -> bool:
    is_stop = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
    return is_stop and widget.isVisible() and widget.isEnabled()


def called(widget: QWidget) -> str:
    """How a control is called in a failure."""
    return f"{type(widget).__name__} {widget.objectName()!r} “{spoken(widget)[1]}”"


def spoken(widget: QWidget) -> tuple[QAccessible.Role, str, str]:
    """Role, name and description of a control, as a screen reader gets them."""
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None, widget.objectName()
    return found.role(), found.text(QAccessible.Text.Name), found.text(QAccessible.Text.Description)


def unsaid(widget: QWidget) -> list[str]:
    """What a screen reader would have to leave out of a control."""
    role, name, description = spoken(widget)
    missing = ["no role"] * (role in _MUTE) + ["no name"] * (not name.strip())
    is_told = bool(description.strip()) or is_labelled(widget)
    return missing + ["no description"] * (role in _NAMED_BY_VALUE and not is_told)


def is_labelled(widget: QWidget) -> bool:
    """Whether a label beside a control belongs to it."""
    found = QAccessible.queryAccessibleInterface(widget)
    return found is not None and bool(found.relations(QAccessible.RelationFlag.Label))


def is_read_before(one: QWidget, other: QWidget) -> bool:
    """Whether a control may stand before another in the order of reading: down a column, then the column beside it."""
    first, second = _place(one, other), _place(other, one)
    if second.bottom() <= first.top():
        return second.left() >= first.right()
    return not (second.right() <= first.left() and second.top() < first.bottom())


def _place(widget: QWidget, other: QWidget) -> QRect:
    """Where a control is on the screen, or, scrolled out of sight, at which edge of what the other does not share."""
    place, around = _on_screen(widget), widget.parentWidget()
    while around is not None and not around.isAncestorOf(other):
        room = _on_screen(around)
        within = QPoint(
            min(max(place.left(), room.left()), room.right()), min(max(place.top(), room.top()), room.bottom())
        )
        place = place.intersected(room) if place.intersects(room) else QRect(within, within)
        around = around.parentWidget()
    return place


def _on_screen(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint()), widget.size())


def looks_alike_with_focus(widget: QWidget, elsewhere: QWidget) -> bool:
    """Whether nothing of a control shows that it has the focus."""
    elsewhere.setFocus(Qt.FocusReason.TabFocusReason)
    without = _picture(widget)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    return _picture(widget) == without


def _picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()
