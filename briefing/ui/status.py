"""The status bar: what is saved, how long the note is, how much of the article is filed, where the caret stands."""

from PySide6.QtWidgets import QLabel, QStatusBar, QWidget


class Status(QStatusBar):
    """Four quiet labels, and one at the end for what a beginner would ask."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.saved, self.length, self.filed, self.caret = (
            self._label(n) for n in ("saved", "length", "filed", "caret")
        )
        self.hint = QLabel(self)
        self.hint.setObjectName("status_hint")
        self.addPermanentWidget(self.hint)

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(f"status_{name}")
        self.addWidget(label)
        return label

    def clear(self) -> None:
        """Say nothing."""
        for label in (self.saved, self.length, self.filed, self.caret, self.hint):
            label.clear()
