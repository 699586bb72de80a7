"""What shows up at a chip or a link under the pointer: the excerpt with its source and grade, or the address."""

from html import escape

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip

from briefing.domain.labels import labels_in, readable_date
from briefing.ui.citations import Citations
from briefing.ui.pasted_html import safe_link
from briefing.ui.section_view import SectionView
from briefing.ui.words import tr

LONGEST = 420  # code points of a quotation that are shown
WIDTH = 380  # pixels


class SectionHints(QObject):
    """Answers the pointer over the text of a section; Ctrl+click opens a link."""

    def __init__(self, view: SectionView) -> None:
        super().__init__(view)
        self._view = view
        view.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Show a hint, or open a link."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._show(event)
            return True
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            return self._open(event)
        return False

    def _show(self, event: QHelpEvent) -> None:
        excerpt, is_chip = self._view.excerpt_under(event.pos())
        link = self._link_at(event.pos())
        if is_chip:
            QToolTip.showText(event.globalPos(), card(self._view.known, excerpt), self._view.viewport())
        elif link:
            words = tr("{address} (Ctrl+click to open)", address=link)
            QToolTip.showText(event.globalPos(), escape(words), self._view.viewport())
        else:
            QToolTip.hideText()

    def _link_at(self, at: QPoint) -> str:
        return self._view.page.documentLayout().anchorAt(at.toPointF())

    def _open(self, event: QMouseEvent) -> bool:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        link = safe_link(self._link_at(event.position().toPoint()))
        return bool(link) and QDesktopServices.openUrl(QUrl(link))


def card(known: Citations, excerpt_id: str) -> str:
    """An excerpt as a small page of HTML: where it stands, what it says, who says it, how far it can be trusted."""
    excerpt, source = known.excerpts.get(excerpt_id), known.source_of(excerpt_id)
    if excerpt is None or source is None:
        return escape(tr("This excerpt is no longer in the note."))
    labels = labels_in("en")
    record = source.record
    quote = excerpt.quote if len(excerpt.quote) <= LONGEST else excerpt.quote[:LONGEST].rstrip() + "…"
    about = [record.outlet, readable_date(record.published or record.updated, labels)]
    about.append(tr("grade {grade}", grade=record.grade) if record.grade else tr("not graded"))
    lines = [
        f"<b>{escape(known.label(excerpt_id))}</b>&nbsp; {escape(record.title or record.file_name or source.id)}",
        tr("“{quote}”", quote=escape(quote)),
        " · ".join(escape(part) for part in about if part),
    ]
    if excerpt.comment:
        lines.append(f"<i>{escape(excerpt.comment)}</i>")
    body = "".join(f"<p style='margin: 3px 0'>{line}</p>" for line in lines)
    return f"<table width='{WIDTH}'><tr><td>{body}</td></tr></table>"
