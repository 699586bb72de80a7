"""How the whole window looks: palette and style sheet, light or dark, by the system or by choice."""

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from briefing.ui.theme import DARK, LIGHT, Theme

MIDDLE = 128  # of a lightness from 0 to 255
SYSTEM, BRIGHT, DIM = "system", "light", "dark"  # what can be chosen

_ACCENT = {False: "#1F5FA8", True: "#6FA8E8"}


def apply(app: QApplication, choice: str = SYSTEM) -> None:
    """Dress the application in the theme of a choice; SYSTEM asks the desktop."""
    theme = _chosen(app, choice)
    app.setPalette(_palette(theme))
    app.setStyleSheet(_sheet(theme))


def _chosen(app: QApplication, choice: str) -> Theme:
    if choice == SYSTEM:
        ground = app.style().standardPalette().color(QPalette.ColorRole.Base)  # of the desktop, as the style sees it
        return DARK if ground.lightness() < MIDDLE else LIGHT
    return DARK if choice == DIM else LIGHT


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
        QPalette.ColorRole.HighlightedText: QColor("#10141A" if theme.is_dark else "#FFFFFF"),
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
    ink, faint, line = theme.ink.name(), theme.faint.name(), theme.line.name()
    paper, desk, accent = theme.paper.name(), theme.desk.name(), _ACCENT[theme.is_dark]
    return f"""
QMainWindow, QStatusBar, QMenuBar {{ background: {desk}; color: {ink}; }}
QMenuBar {{ padding: 2px 6px; border-bottom: 1px solid {line}; }}
QMenuBar::item {{ padding: 4px 9px; border-radius: 4px; background: transparent; }}
QMenuBar::item:selected {{ background: {line}; }}
QMenu {{ background: {paper}; color: {ink}; border: 1px solid {line}; padding: 5px; }}
QMenu::item {{ padding: 5px 26px 5px 22px; border-radius: 4px; }}
QMenu::item:selected {{ background: {accent}; color: {"#10141A" if theme.is_dark else "#FFFFFF"}; }}
QMenu::item:disabled {{ color: {faint}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 5px 8px; }}
QStatusBar {{ border-top: 1px solid {line}; }}
QStatusBar::item {{ border: none; }}
QStatusBar QLabel {{ color: {faint}; padding: 1px 8px; }}
QSplitter::handle {{ background: {line}; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {line}; }}
QTabBar#dock_tabs::tab {{ color: {faint}; background: transparent; padding: 5px 14px; border: none;
  border-top: 2px solid transparent; }}
QTabBar#dock_tabs::tab:hover {{ color: {ink}; }}
QTabBar#dock_tabs::tab:focus {{ color: {accent}; }}
QWidget#dock {{ border-top: 1px solid {line}; }}
QTabWidget#articles QTabBar::tab {{ color: {faint}; background: transparent; padding: 7px 14px;
  border: none; border-bottom: 2px solid transparent; }}
QTabWidget#articles QTabBar::tab:selected {{ color: {ink}; border-bottom: 2px solid {accent}; }}
QTabWidget#articles QTabBar::tab:focus {{ color: {accent}; }}
QToolTip {{ background: {paper}; color: {ink}; border: 1px solid {line}; padding: 4px 6px; }}
QPushButton#choice {{ text-align: left; padding: 11px 16px; border: 1px solid {line}; border-radius: 7px;
  background: {paper}; }}
QPushButton#choice:hover, QPushButton#choice:focus {{ border-color: {accent}; }}
QListWidget#recent {{ border: none; background: transparent; }}
QListWidget#recent::item {{ padding: 7px 6px; border-radius: 5px; }}
QListWidget#recent::item:selected, QListWidget#recent::item:hover {{ background: {line}; color: {ink}; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {line}; min-height: 32px; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical:hover {{ background: {faint}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QFrame#notice {{ background: {ink}; border-radius: 7px; }}
QFrame#notice QLabel {{ color: {paper}; }}
QFrame#notice QPushButton {{ color: {"#1F5FA8" if theme.is_dark else "#8FC1FF"}; border: none; font-weight: 600;
  background: transparent; padding: 2px 6px; }}
"""
