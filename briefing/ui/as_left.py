"""How the work was left: sizes of text, the dock, and the article in view are found again with the next note."""

from pathlib import Path

from PySide6.QtCore import QTimer

from briefing.ui import settings
from briefing.ui.settings import FOLDED, Sight
from briefing.ui.workspace import Workspace


def leave(workspace: Workspace, path: Path | None) -> None:
    """Remember how a workspace is left; which article is in view, for a note that has a file."""
    article, dock = workspace.article, workspace.dock.open_pane
    was = settings.sight()
    settings.remember_sight(
        Sight(
            article.zoom if article is not None else was.article_zoom,
            workspace.note_pane.zoom,
            FOLDED if dock is None else dock,
        )
    )
    if path is not None and article is not None:
        settings.remember_source(path.absolute(), article.source_id)


def find_again(workspace: Workspace, path: Path | None) -> None:
    """Show a workspace as the last one was left."""
    sight = settings.sight()
    if sight.note_zoom != workspace.note_pane.zoom:
        workspace.note_pane.set_zoom(sight.note_zoom)
    for pane in workspace.panes():
        if sight.article_zoom != pane.zoom:
            pane.set_zoom(sight.article_zoom)
    if path is not None:
        workspace.show_article(settings.last_source(path.absolute()))
    if sight.dock != FOLDED:
        QTimer.singleShot(0, workspace, lambda: workspace.dock.open(sight.dock))  # once the panes have their places
