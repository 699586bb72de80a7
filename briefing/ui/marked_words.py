"""Two versions of some words as one line of rich text: what went is struck out, what came is underlined."""

from collections.abc import Iterable
from html import escape

from briefing.app.editions import Passage
from briefing.domain.comparison import compare
from briefing.ui import theme
from briefing.ui.words import told, tr


def marked(before: str, after: str) -> str:
    """The words of both versions in reading order; differences are told by line and colour."""
    gone, come = ("#F2938C", "#7BC77E") if theme.current().is_dark else ("#A3261B", "#1B6E2C")
    parts = []
    for stretch in compare(before, after):
        old, new = before[stretch.old_start : stretch.old_end], after[stretch.new_start : stretch.new_end]
        if stretch.is_same:
            parts.append(_safe(new))
            continue
        if old:
            parts.append(f'<s style="color:{gone}">{_safe(old)}</s>')
        if new:
            parts.append(f'<u style="color:{come}">{_safe(new)}</u>')
    return "".join(parts)


def marked_parts(parts: Iterable[tuple[str, tuple[Passage, ...]]]) -> str:
    """The parts of two notes that differ, each under its title, as rich text; empty if there are none."""
    return "".join(
        f"<h4>{escape(told(title) or tr('Title'))}</h4>"
        f"<p>{marked(''.join(p.old for p in passages), ''.join(p.new for p in passages))}</p>"
        for title, passages in parts
    )


def _safe(text: str) -> str:
    return escape(text).replace("\n", "<br>")
