"""How the whole window looks: palette and style sheet, light or dark, by the system or by choice."""

from collections.abc import Callable

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from briefing.io.resources import resource
from briefing.ui.theme import Theme, theme_of

MIDDLE = 128  # of a lightness from 0 to 255
SYSTEM, BRIGHT, DIM = "system", "light", "dark"  # what can be chosen

_ON_ACCENT = {False: "#FFFFFF", True: "#10141A"}
_ACCENT = {False: "#1F5FA8", True: "#6FA8E8"}


def apply(app: QApplication, choice: str = SYSTEM, *, is_stark: bool | None = None) -> None:
    """Dress the application in the theme of a choice; SYSTEM asks the desktop, as None does of a wish for contrast."""
    wants_contrast = _wants_contrast(app) if is_stark is None else is_stark
    theme = theme_of(is_dark=_is_dark(app, choice), is_stark=wants_contrast)
    app.setPalette(_palette(theme))
    app.setStyleSheet(_sheet(theme))


def heed_contrast(app: QApplication, dress: Callable[[], None]) -> None:
    """Dress the application again if the system asks for more contrast, and whenever that changes."""
    if hasattr(app.styleHints(), "accessibility"):
        app.styleHints().accessibility().contrastPreferenceChanged.connect(dress)
        if _wants_contrast(app):
            dress()


def _wants_contrast(app: QApplication) -> bool:
    """Whether the system asks for more contrast; Qt knows since 6.10."""
    hints = app.styleHints()
    return hasattr(hints, "accessibility") and hints.accessibility().contrastPreference().name == "HighContrast"


def _is_dark(app: QApplication, choice: str) -> bool:
    if choice == SYSTEM:  # what the desktop wants the style knows, and at first, when nothing is dressed, everybody
        palette = app.style().standardPalette() if app.styleSheet() else app.palette()
        return palette.color(QPalette.ColorRole.Base).lightness() < MIDDLE
    return choice == DIM


def _palette(theme: Theme) -> QPalette:
    accent = QColor(_ACCENT[theme.is_dark])
    roles = {
        QPalette.ColorRole.Window: theme.desk,
        QPalette.ColorRole.WindowText: theme.ink,
        QPalette.ColorRole.Base: theme.paper,
        QPalette.ColorRole.AlternateBase: theme.desk,
        QPalette.ColorRole.Text: theme.ink,
        QPalette.ColorRole.Button: theme.desk,
        QPalette.ColorRole.ButtonText: theme.ink,
        QPalette.ColorRole.PlaceholderText: theme.faint,
        QPalette.ColorRole.ToolTipBase: theme.paper,
        QPalette.ColorRole.ToolTipText: theme.ink,
        QPalette.ColorRole.Highlight: accent,
        QPalette.ColorRole.HighlightedText: QColor(_ON_ACCENT[theme.is_dark]),
        QPalette.ColorRole.Link: accent,
        QPalette.ColorRole.Accent: accent,
        QPalette.ColorRole.Mid: theme.line,
        QPalette.ColorRole.Midlight: theme.line,
        QPalette.ColorRole.Light: theme.paper,
        QPalette.ColorRole.Dark: theme.line,
        QPalette.ColorRole.Shadow: theme.line,
    }
    palette = QPalette()
    for role, colour in roles.items():
        palette.setColor(role, colour)
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.faint)
    return palette


def _sheet(theme: Theme) -> str:
    colours = {
        "ink": theme.ink.name(),
        "faint": theme.faint.name(),
        "line": theme.line.name(),
        "edge": theme.edge.name(),
        "paper": theme.paper.name(),
        "desk": theme.desk.name(),
        "accent": _ACCENT[theme.is_dark],
        "onaccent": _ON_ACCENT[theme.is_dark],
        "marks": resource("style").as_posix(),
        "shade": DIM if theme.is_dark else BRIGHT,
        "offer": _ACCENT[False] if theme.is_dark else "#8FC1FF",  # on the notice, whose ground is the ink
    }
    sheet = resource("style", "window.qss").read_text("utf-8")
    for name in sorted(colours, key=len, reverse=True):
        sheet = sheet.replace(f"@{name}", colours[name])
    return sheet
