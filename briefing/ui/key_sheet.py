"""The sheet of keyboard shortcuts, made from the table of actions: to be read, searched, and changed."""

from itertools import groupby
from operator import attrgetter

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from briefing.ui.actions import ANYWHERE, ARTICLE, SECTION, Action, choose_keys, keys_of, table, written
from briefing.ui.button_row import ButtonRow
from briefing.ui.text_size import give_size, room
from briefing.ui.words import tr

ROW = Qt.ItemDataRole.UserRole


class KeySheet(QDialog):
    """Every action, grouped by where its key holds; `changed` tells that a key is another."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("key_sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Keyboard shortcuts"))
        self._rows: list[QTreeWidgetItem] = []
        self._series: list[QTreeWidgetItem] = []  # lines under which rows stand folded
        self._line = QLineEdit(self)
        self._line.setObjectName("keys_filter")
        self._line.setPlaceholderText(tr("What it does, or a key"))
        self._line.setAccessibleName(tr("Filter shortcuts"))
        self._line.textChanged.connect(self._narrow)
        self._tree = QTreeWidget(self)
        self._tree.setObjectName("keys")
        self._tree.setAccessibleName(tr("Keyboard shortcuts"))
        self._tree.setHeaderLabels([tr("What it does"), tr("Key")])
        self._tree.setRootIsDecorated(False)
        self._tree.setUniformRowHeights(True)
        self._tree.currentItemChanged.connect(self._show_key)
        self._edit = QKeySequenceEdit(self)
        self._edit.setObjectName("keys_edit")
        self._edit.setAccessibleName(tr("New key"))
        self._edit.setMaximumSequenceLength(1)
        self._take = self._button("keys_take", tr("Use this key"), self.take)
        self._reset = self._button("keys_reset", tr("Usual key"), self.reset)
        self._every = self._button("keys_reset_all", tr("All usual keys"), self.reset_all)
        self._given_up: dict[str, tuple[str, ...]] = {}  # what all usual keys took the place of
        self._told = QLabel(self)
        self._told.setObjectName("keys_told")
        self._told.setWordWrap(True)
        self._lay_out()
        self._fill()

    def _button(self, name: str, words: str, act: object) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(QLabel(tr("New key:"), self))
        row.addWidget(self._edit, 1)
        row.addWidget(self._take)
        row.addWidget(self._reset)
        buttons = ButtonRow(QDialogButtonBox.StandardButton.Close, self)
        buttons.addButton(self._every, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 16)
        layout.addWidget(self._line)
        layout.addWidget(self._tree, 1)
        layout.addLayout(row)
        layout.addWidget(self._told)
        layout.addWidget(buttons)
        give_size(self, 680, 680)

    def _fill(self) -> None:
        for where, words in (
            (ARTICLE, tr("In the article")),
            (SECTION, tr("In a section")),
            (ANYWHERE, tr("Anywhere")),
        ):
            group = QTreeWidgetItem(self._tree, [words])
            font = group.font(0)
            font.setBold(True)
            group.setFont(0, font)
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self._fill_group(group, [row for row in table() if row.where == where])
            group.setExpanded(True)
        self._tree.setColumnWidth(0, room(430))
        self._show_keys()

    def _fill_group(self, group: QTreeWidgetItem, rows: list[Action]) -> None:
        """A line for each row; rows of a series stand folded under one line."""
        for series, members in groupby(rows, attrgetter("series")):
            head = self._head(group, series) if series else group
            for row in members:
                item = QTreeWidgetItem(head, [row.words])
                item.setData(0, ROW, row)
                self._rows.append(item)

    def _head(self, group: QTreeWidgetItem, words: str) -> QTreeWidgetItem:
        head = QTreeWidgetItem(group, [words])
        self._series.append(head)
        return head

    def _narrow(self, typed: str) -> None:
        wanted = typed.casefold().split()
        for item in self._rows:
            words = f"{item.text(0)} {item.text(1)}".casefold()
            item.setHidden(not all(word in words for word in wanted))
        for head in (*self._series, *_lines(self._tree.invisibleRootItem())):
            head.setHidden(all(item.isHidden() for item in _lines(head)))
        for head in self._series:
            head.setExpanded(bool(wanted))
        fitting = [item for item in self._rows if not item.isHidden()] if wanted else []
        if fitting and self._tree.currentItem() not in fitting:
            self._tree.setCurrentItem(fitting[0])  # so that its key can be changed at once

    def _action(self) -> Action | None:
        item = self._tree.currentItem()
        found = item.data(0, ROW) if item is not None else None
        return found if isinstance(found, Action) else None

    def _show_key(self) -> None:
        action = self._action()
        keys = keys_of(action) if action is not None else ()
        self._edit.setKeySequence(QKeySequence(keys[0]) if keys else QKeySequence())
        for widget in (self._edit, self._take, self._reset):
            widget.setEnabled(action is not None)
        self._told.clear()
        self._every.setText(tr("Chosen keys again") if self._given_up else tr("All usual keys"))
        self._every.setEnabled(bool(self._given_up or _chosen()))

    def take(self) -> None:
        """Give the action that is marked the key that was pressed, unless another has it."""
        action = self._action()
        if action is None:
            return
        key = self._edit.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        self._keep(action, (key,) if key else ())

    def reset(self) -> None:
        """Give the action that is marked its usual keys back, unless another has one of them by now."""
        action = self._action()
        if action is not None:
            self._keep(action, None)

    def reset_all(self) -> None:
        """Give every action its usual keys back; the same again takes that back, until another key is chosen."""
        again, self._given_up = self._given_up, {} if self._given_up else _chosen()
        for row in table():
            if row.id in again or row.id in self._given_up:
                choose_keys(row, again.get(row.id))
        self._show_keys()
        self.changed.emit()

    def _keep(self, action: Action, keys: tuple[str, ...] | None) -> None:
        for key in action.keys if keys is None else keys:
            owner = _owner(key, action)
            if owner is not None:
                self._told.setText(tr("“{key}” is taken by “{words}”.", key=_shown((key,)), words=owner.words))
                return
        choose_keys(action, keys)
        self._given_up = {}
        self._show_keys()
        self.changed.emit()

    def _show_keys(self) -> None:
        for item in self._rows:
            item.setText(1, _shown(keys_of(item.data(0, ROW))))
        for head in self._series:
            head.setText(1, _range(_lines(head)))
        self._show_key()


def _chosen() -> dict[str, tuple[str, ...]]:
    """The keys that are not the usual ones."""
    return {row.id: keys_of(row) for row in table() if keys_of(row) != row.keys}


def _owner(key: str, action: Action) -> Action | None:
    """Another action that has a key where this one holds."""
    places = {ANYWHERE, action.where} if action.where != ANYWHERE else {ANYWHERE, ARTICLE, SECTION}
    wanted = QKeySequence(key)
    for row in table():
        if key and row.id != action.id and row.where in places and wanted in map(QKeySequence, keys_of(row)):
            return row
    return None


def _lines(head: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    return [item for item in map(head.child, range(head.childCount())) if item is not None]


def _range(items: list[QTreeWidgetItem]) -> str:
    """The keys of a series: first and last while all are the usual ones, else each of them."""
    rows = [item.data(0, ROW) for item in items]
    if all(keys_of(row) == row.keys for row in rows):
        return f"{items[0].text(1)} … {items[-1].text(1)}"
    return ", ".join(item.text(1) or "–" for item in items)


def _shown(keys: tuple[str, ...]) -> str:
    return ", ".join(dict.fromkeys(map(written, keys)))
