"""Draws the small marks of the style sheet, at twice their size: run it after changing one.

python resources/style/marks.py
"""

import os
from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPen

HERE = Path(__file__).resolve().parent
SIZE = 32  # pixels
ARROW = [(7, 12), (16, 21), (25, 12)]
ARROW_UP = [(7, 21), (16, 12), (25, 21)]
TICK = [(7, 17), (13, 23), (25, 9)]
# The arrow has a contrast of 3 to 1 on the paper of both appearances; the ticks are those on their accent.
MARKS = {
    "arrow": (ARROW, "#80868F"),
    "arrow-up": (ARROW_UP, "#80868F"),
    "tick-light": (TICK, "#FFFFFF"),
    "tick-dark": (TICK, "#10141A"),
}


def draw(name: str, points: list[tuple[int, int]], colour: str) -> None:
    """Draw one mark as a line through points."""
    image = QImage(SIZE, SIZE, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    pen = QPen(QColor(colour), 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.drawPolyline([QPointF(x, y) for x, y in points])
    image.save(str(HERE / f"{name}.png"))


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    for mark, (line, ink) in MARKS.items():
        draw(mark, line, ink)
