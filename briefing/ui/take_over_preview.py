"""The preview of what is taken over: what would be filed, what is there already, what is not found."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from briefing.app.imports import Taken
from briefing.domain.anchor import Found
from briefing.domain.note import Excerpt, Note
from briefing.domain.references import chip
from briefing.ui.words import tr

_MOST = 2_000  # rows of a group that are listed; the rest is counted


def fill_preview(tree: QTreeWidget, note: Note, found: Taken) -> None:
    """List what taking over would do to a note."""
    tree.clear()
    tree.setColumnCount(3)
    tree.setHeaderLabels([tr("Excerpt"), tr("Place"), tr("Section")])
    tree.header().setStretchLastSection(False)
    tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    excerpts = {excerpt.id: excerpt for excerpt in found.note.excerpts}
    filed = [excerpts[name] for name in found.filed]
    same = [_row(found.note, e) for e in filed if e.found is not Found.CHANGED]
    changed = [_row(found.note, e) for e in filed if e.found is Found.CHANGED]
    there = [_row(note, excerpts[name]) for name in found.present]
    lost = [[_line(one.anchor.exact), one.source, ", ".join(one.labels)] for one in found.lost]
    _add_group(tree, tr("To be filed"), same)
    _add_group(tree, tr("To be filed; the article reads a little differently"), changed)
    _add_group(tree, tr("In the note already"), there)
    _add_group(tree, tr("Not found"), lost)
    for column in (1, 2):
        tree.resizeColumnToContents(column)


def _add_group(tree: QTreeWidget, words: str, rows: Sequence[Sequence[str]]) -> None:
    if not rows:
        return
    group = QTreeWidgetItem(tree, [tr("{words} ({count})", words=words, count=len(rows))])
    group.setFirstColumnSpanned(True)
    font = group.font(0)
    font.setBold(True)
    group.setFont(0, font)
    for row in rows[:_MOST]:
        item = QTreeWidgetItem(group, list(row))
        item.setToolTip(0, row[0])
    if len(rows) > _MOST:
        QTreeWidgetItem(group, [tr("… and {count} more", count=len(rows) - _MOST)])
    group.setExpanded(True)


def _row(note: Note, excerpt: Excerpt) -> list[str]:
    titles = {section.key: section.title for section in note.sections}
    quote = _line(excerpt.quote)
    if excerpt.found is Found.CHANGED and excerpt.was:
        quote = tr("“{was}” now reads “{quote}”", was=_line(excerpt.was), quote=quote)
    place = chip(note.source(excerpt.source), excerpt)
    return [quote, place, titles.get(excerpt.section or "", tr("Unsorted"))]


def _line(words: str) -> str:
    return " ".join(words.split())
