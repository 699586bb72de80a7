"""The icons of the window: drawings of one line, tinted with the ink of the theme.

They are those of Lucide (`resources/icons`, with its licence). An icon goes before words, never in place of them,
but for a cross and a plus. Nothing is drawn before it is seen: a menu gets its icons when it is first opened.
"""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QColor, QGuiApplication, QIcon, QPalette, QPixmap

from briefing.io.resources import resource

SIDE = 16  # pixels of an icon beside words
_RATIOS = (1.0, 2.0)  # of usual and dense screens; what lies between is scaled down

BY_ACTION: Mapping[str, str] = {
    "new": "clipboard-paste",
    "new_file": "file-plus",
    "new_address": "globe",
    "new_blank": "file",
    "new_on_template": "layout-template",
    "sample": "newspaper",
    "open": "folder-open",
    "save": "save",
    "export": "send",
    "editions": "archive",
    "read_back": "file-input",
    "protect": "lock",
    "unprotect": "lock-open",
    "snapshots": "history",
    "undo": "undo-2",
    "redo": "redo-2",
    "cut": "scissors",
    "copy": "copy",
    "paste": "clipboard-paste",
    "find": "search",
    "add_paste": "clipboard-paste",
    "add_file": "file-plus",
    "add_address": "globe",
    "details": "square-pen",
    "versions": "file-diff",
    "take_over": "import",
    "noise": "list-collapse",
    "remove": "trash-2",
    "comment": "message-square",
    "move": "folder-input",
    "bold": "bold",
    "italic": "italic",
    "link": "link",
    "cite": "quote",
    "as_paragraph": "pilcrow",
    "as_bullet": "list",
    "as_number": "list-ordered",
    "as_quote": "text-quote",
    "as_heading": "heading",
    "block_up": "arrow-up",
    "block_down": "arrow-down",
    "to_passage": "locate-fixed",
    "retemplate": "layout-template",
    "preview": "eye",
    "jump_back": "arrow-left",
    "jump_on": "arrow-right",
    "zoom_in": "zoom-in",
    "zoom_out": "zoom-out",
    "excerpts": "highlighter",
    "findings": "list-checks",
    "palette": "command",
    "system": "monitor",
    "light": "sun",
    "dark": "moon",
    "settings": "settings",
    "keys": "keyboard",
    "about": "info",
}


def icon(name: str, palette: QPalette, side: int = SIDE) -> QIcon:
    """A drawing in the inks of a palette: usual, highlighted and disabled."""
    inks = (
        (QIcon.Mode.Normal, palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Text)),
        (QIcon.Mode.Active, palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.HighlightedText)),
        (QIcon.Mode.Disabled, palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)),
    )
    made = QIcon()
    for mode, ink in inks:
        for ratio in _RATIOS:
            made.addPixmap(picture(name, ink, side, ratio), mode)
    return made


def plain_icon(name: str, ink: QColor, side: int = SIDE) -> QIcon:
    """A drawing in one ink, whatever the pointer does."""
    made = QIcon()
    for ratio in _RATIOS:
        made.addPixmap(picture(name, ink, side, ratio))
    return made


def blank_icon(side: int = SIDE) -> QIcon:
    """Room for an icon that is drawn later."""
    room = QPixmap(QSize(side, side))
    room.fill(QColor(0, 0, 0, 0))
    return QIcon(room)


def picture(name: str, ink: QColor, side: int, ratio: float) -> QPixmap:
    """A drawing in one ink, for a screen with so many points a pixel."""
    from PySide6.QtCore import QByteArray  # noqa: PLC0415 - these three are not needed for the first paint
    from PySide6.QtGui import QPainter  # noqa: PLC0415
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415

    drawing = resource("icons", f"{name}.svg").read_text("utf-8").replace("currentColor", ink.name())
    made = QPixmap(round(side * ratio), round(side * ratio))
    made.fill(QColor(0, 0, 0, 0))
    with QPainter(made) as painter:
        QSvgRenderer(QByteArray(drawing.encode())).render(painter)
    made.setDevicePixelRatio(ratio)
    return made


def dress_actions(actions: Iterable[QAction]) -> None:
    """Give the actions that have an icon theirs, in the inks of the window; those that have it so keep it."""
    palette = QGuiApplication.palette()
    for action in actions:
        name = BY_ACTION.get(action.objectName())
        if name is not None and action.property("inks") != palette.cacheKey():
            action.setIcon(icon(name, palette))
            action.setProperty("inks", palette.cacheKey())
