"""The window in another language: catalogues of plain TOML, one line a text, read when the language is chosen."""

from functools import cache

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from briefing.io.resources import resource

ENGLISH = "en"
LANGUAGES = {ENGLISH: "English", "de": "Deutsch", "fr": "Français"}  # each by its own name
SYSTEM = "system"


@cache
def catalogue(language: str) -> dict[str, str]:
    """The texts of a language by their English; empty for English itself."""
    return {} if language == ENGLISH else lines(language)


def lines(name: str) -> dict[str, str]:
    """The lines of a catalogue, by their English; none if there is no such catalogue."""
    import tomllib  # noqa: PLC0415 - 5 ms of every start, and most speak English

    path = resource("i18n", f"{name}.toml")
    if not path.is_file():
        return {}
    with path.open("rb") as file:
        return {str(text): str(translated) for text, translated in tomllib.load(file).items()}


class Catalogue(QTranslator):
    """One of our catalogues, as Qt asks for it."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._texts = catalogue(language)

    def isEmpty(self) -> bool:
        """Whether there is nothing to translate with."""
        return not self._texts

    def translate(self, context: str, text: str, _hint: str | None = None, _count: int = -1) -> str | None:
        """The text in this language, None where it is not one of ours; of `briefing.language`, which one this is."""
        if context == "briefing.language":
            return self._language
        return self._texts.get(text) if context == "briefing" else None


def language_of(choice: str) -> str:
    """The language of a choice: that of the system, or the one that is named; English where we have no other."""
    wanted = QLocale.system().name()[:2] if choice == SYSTEM else choice
    return wanted if wanted in LANGUAGES else ENGLISH


def speak(application: QCoreApplication, choice: str) -> None:
    """Let the application speak a language: our own texts, and those of Qt's dialogs."""
    language = language_of(choice)
    if language == ENGLISH:
        return
    own = Catalogue(language, application)
    application.installTranslator(own)
    qts = QTranslator(application)
    if qts.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(qts)
    QLocale.setDefault(QLocale(language))
