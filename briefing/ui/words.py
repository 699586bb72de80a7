"""Every visible word of the window goes through here, so that it can be translated."""

from PySide6.QtCore import QCoreApplication

_ENGLISH = "en"


def tr(text: str, **values: object) -> str:
    """The text in the language of the window, with `{names}` filled in; `text` must be a literal."""
    translated = QCoreApplication.translate("briefing", text)
    return translated.format(**values) if values else translated


def spoken() -> str:
    """The language of the window, as `de`."""
    return QCoreApplication.translate("briefing.language", _ENGLISH)


def told(sentence: str) -> str:
    """A sentence that was made in the rooms within, in the language of the window; as it is where it is not known."""
    language = spoken()
    if language == _ENGLISH or not sentence:
        return sentence
    from briefing.ui.sentences import in_language  # noqa: PLC0415 - English windows have no need of it

    return in_language(language, sentence)
