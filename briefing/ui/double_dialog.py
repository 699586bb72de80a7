"""The same article twice: which source it doubles, what shows it, and what can be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from briefing.domain.likeness import By, Likeness
from briefing.domain.source import Source
from briefing.ui.button_row import ButtonRow
from briefing.ui.text_size import hold_width
from briefing.ui.words import tr


class DoubleDialog(QDialog):
    """Nothing is done until something is chosen; leaving the dialog skips the article."""

    version_wanted = Signal()
    both_wanted = Signal()

    def __init__(self, new: Source, likeness: Likeness, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("double")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("The article is in the note already"))
        old = likeness.source
        is_equal = new.text == old.text
        title = old.record.title or old.record.file_name or tr("Untitled article")
        head = QLabel(_reason(likeness.by, title, old.id), self)
        head.setObjectName("double_reason")
        head.setTextFormat(Qt.TextFormat.PlainText)
        advice = QLabel(_advice(old.id, is_equal=is_equal), self)
        for label in (head, advice):
            label.setWordWrap(True)
        buttons = ButtonRow(self)
        skip = buttons.addButton(tr("Skip it"), QDialogButtonBox.ButtonRole.RejectRole)
        both = buttons.addButton(tr("Keep both"), QDialogButtonBox.ButtonRole.ActionRole)
        version = buttons.addButton(
            tr("New version of {source}…", source=old.id), QDialogButtonBox.ButtonRole.ActionRole
        )
        for button, name in ((skip, "double_skip"), (both, "double_both"), (version, "double_version")):
            button.setObjectName(name)
        version.setEnabled(not is_equal)
        (skip if is_equal else version).setDefault(True)
        skip.clicked.connect(self.reject)
        both.clicked.connect(self.accept)
        both.clicked.connect(self.both_wanted)
        version.clicked.connect(self.accept)
        version.clicked.connect(self.version_wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 16)
        layout.setSpacing(12)
        layout.addWidget(head)
        layout.addWidget(advice)
        layout.addWidget(buttons)
        hold_width(layout, 516)


def _reason(by: By, title: str, source: str) -> str:
    words = {
        By.FILE: tr("This is the same file as {source}, “{title}”.", source=source, title=title),
        By.TEXT: tr("This is the same text as {source}, “{title}”.", source=source, title=title),
        By.NEARLY: tr("This is nearly the same text as {source}, “{title}”.", source=source, title=title),
        By.ADDRESS: tr("This has the same address as {source}, “{title}”.", source=source, title=title),
    }
    return words[by]


def _advice(source: str, *, is_equal: bool) -> str:
    if is_equal:
        return tr("Not a letter differs, so there is nothing new to keep. Keep both if you want it twice.")
    return tr(
        "As a new version it takes the place of {source}: you see what changed, your excerpts move to the new text, "
        "and the version before stays in the note.",
        source=source,
    )
