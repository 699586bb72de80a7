"""Every visible word of the window goes through here, so that it can be translated."""

from PySide6.QtCore import QCoreApplication


def tr(text: str, **values: object) -> str:
    """The text in the language of the window, with `{names}` filled in; `text` must be a literal."""
    translated = QCoreApplication.translate("briefing", text)
    return translated.format(**values) if values else translated
