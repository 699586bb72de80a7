"""What this program is, and which version."""

from PySide6.QtWidgets import QMessageBox, QWidget

from briefing import __version__
from briefing.ui.words import tr


def show_about(parent: QWidget) -> None:
    """Say it in a small window."""
    QMessageBox.about(
        parent,
        tr("About Briefing"),
        tr(
            "<h3>Briefing {version}</h3>"
            "<p>From an article to a note in which every claim can be traced to its passage.</p>"
            "<p>Free software under the MIT licence. Icons by Lucide, under the ISC licence.</p>",
            version=__version__,
        ),
    )
