"""Every control can be reached, heard and seen to have the focus: in the window, on its start page, in every dialog."""

import gc
from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from pkgutil import iter_modules

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

import briefing.ui
from briefing.app.arrival import arrive
from briefing.app.desk import Desk
from briefing.app.editions import send
from briefing.app.intake import read_paste
from briefing.app.notes import new_note
from briefing.app.opening import default_template, write_note
from briefing.app.snapshots import take
from briefing.domain.edits import add_source, file_excerpt, write_body
from briefing.domain.likeness import By, Likeness
from briefing.domain.note import Note, Style, Words, block
from briefing.domain.readback import Kind, Proposal, ReadBack
from briefing.domain.versions import new_version
from briefing.io.imports.imported import Imported, quoted
from briefing.io.recipes import cookbook
from briefing.ui import appearance
from briefing.ui.address_dialog import AddressDialog
from briefing.ui.bridge import Bridge
from briefing.ui.comment_box import CommentBox
from briefing.ui.conflict_dialog import ConflictDialog
from briefing.ui.dock import EXCERPTS, FINDINGS, SEARCH
from briefing.ui.double_dialog import DoubleDialog
from briefing.ui.editions_dialog import EditionsDialog
from briefing.ui.export_dialog import ExportDialog
from briefing.ui.intake_dialog import IntakeDialog
from briefing.ui.key_sheet import KeySheet
from briefing.ui.lock_dialog import LockDialog
from briefing.ui.passphrase_dialog import PassphraseDialog
from briefing.ui.read_back_dialog import ReadBackDialog
from briefing.ui.recipe_dialog import RecipeDialog
from briefing.ui.settings import Choices
from briefing.ui.settings_dialog import SettingsDialog
from briefing.ui.snapshots_dialog import SnapshotsDialog
from briefing.ui.take_over_dialog import TakeOverDialog
from briefing.ui.version_dialog import VersionDialog
from briefing.ui.versions_dialog import VersionsDialog
from briefing.ui.window import Window
from briefing.ui.work import wait_for_all
from tests.ui.controls import called, is_read_before, looks_alike_with_focus, reachable, shown, spoken, unsaid, walked
from tests.ui.parts import part
from tests.waiting import until

TEXT = "The ministers met on Monday. They agreed on gas.\n\nPrices rise by a tenth.\n\nA treaty is to be signed."


def a_note() -> Note:
    """A note with something in every part of it."""
    note = add_source(new_note(default_template()), read_paste(TEXT))
    note = file_excerpt(note, "S1", 0, 28, "energy")
    note = file_excerpt(note, "S1", 29, 48, None)
    return write_body(note, "risks", [block(Style.PARAGRAPH, [Words("It may fail.")])])


def of_versions() -> Note:
    return new_version(a_note(), "S1", read_paste(TEXT.replace("Monday", "Tuesday")))


def kept(folder: Path) -> Desk:
    """A desk with snapshots and an edition."""
    desk = Desk(a_note())
    take(desk, "First")
    send(desk, folder / "sent.md", cookbook().listed[0].recipe)
    return desk


def a_proposal() -> Proposal:
    old, new = (block(Style.PARAGRAPH, [Words(words)]) for words in ("It may fail.", "It may well fail."))
    return Proposal(Kind.CHANGED, "risks", 0, old, new)


def somebody_elses() -> Imported:
    return Imported(quoted("They agreed on gas."), labels=("gas",))


Maker = Callable[[Path], QDialog]
DIALOGS: dict[type[QDialog], Maker] = {
    AddressDialog: lambda _: AddressDialog("Add article", "https://example.org/a"),
    CommentBox: lambda _: CommentBox(Bridge(Desk(a_note())), (a_note().excerpts[0].id,)),
    ConflictDialog: lambda _: ConflictDialog("The file has changed.", ("Energy: 1 block more",)),
    DoubleDialog: lambda _: DoubleDialog(read_paste(TEXT + " New."), Likeness(a_note().sources[0], By.NEARLY)),
    EditionsDialog: lambda folder: EditionsDialog(kept(folder)),
    ExportDialog: lambda _: ExportDialog(a_note(), cookbook(), ""),
    IntakeDialog: lambda _: IntakeDialog(arrive(read_paste(TEXT)), "Add article"),
    KeySheet: lambda _: KeySheet(),
    LockDialog: lambda _: LockDialog("The note is open elsewhere."),
    PassphraseDialog: lambda _: PassphraseDialog("Choose a passphrase.", is_new=True),
    ReadBackDialog: lambda _: ReadBackDialog(a_note(), ReadBack((a_proposal(),))),
    RecipeDialog: lambda _: RecipeDialog(cookbook().listed[0].recipe, is_in_note=False),
    SettingsDialog: lambda _: SettingsDialog(Choices()),
    SnapshotsDialog: lambda folder: SnapshotsDialog(kept(folder)),
    TakeOverDialog: lambda _: TakeOverDialog(
        a_note(), [Imported(quoted("They agreed on gas."), labels=("gas",))], "quotes.csv"
    ),
    VersionDialog: lambda _: VersionDialog(Desk(a_note()), "S1", read_paste(TEXT.replace("Monday", "Tuesday"))),
    VersionsDialog: lambda _: VersionsDialog(Desk(of_versions()), "S1"),
}


def dialogs_of_the_program() -> set[type[QDialog]]:
    modules = [import_module(f"briefing.ui.{module.name}") for module in iter_modules(briefing.ui.__path__)]
    found = [value for module in modules for value in vars(module).values() if isinstance(value, type)]
    return {kind for kind in found if issubclass(kind, QDialog) and kind.__module__.startswith("briefing.")}


def test_no_dialog_is_left_out_here() -> None:
    assert dialogs_of_the_program() - DIALOGS.keys() == set()


@pytest.fixture(autouse=True, scope="module")
def _dressed(qapp: QApplication) -> Iterator[None]:
    """The application looks as it does for the analyst."""
    plain = qapp.palette()
    gc.collect()  # widgets of earlier tests, which must not go while Qt dresses them
    appearance.apply(qapp, appearance.BRIGHT)
    yield
    gc.collect()
    qapp.setStyleSheet("")
    qapp.setPalette(plain)


@pytest.fixture(params=DIALOGS, ids=lambda kind: kind.__name__)
def dialog(qapp: object, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[QDialog]:
    assert qapp
    made = DIALOGS[request.param](tmp_path)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    shown(made)
    yield made
    made.reject()
    wait_for_all()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_every_control_of_a_dialog_is_reached_heard_and_seen(dialog: QDialog) -> None:
    check(dialog)


def check(top: QWidget) -> None:
    """Hold everything that Tab comes to against what is wanted of a control."""
    order = walked(top)
    wrong = [f"Tab does not come to {called(widget)}" for widget in reachable(top).difference(order)]
    wrong += [f"{called(w)} has {' and '.join(unsaid(w))}" for w in order if unsaid(w)]
    wrong += [f"{called(a)} stands before {called(b)}" for a, b in pairwise(order) if not is_read_before(a, b)]
    beside = zip(order, order[1:] + order[:1], strict=True)
    wrong += [f"{called(w)} does not show its focus" for w, other in beside if looks_alike_with_focus(w, other)]
    assert not wrong, "\n".join(["", *wrong, "", "Tab goes:", *map(called, order)])


def test_every_control_of_the_start_page_is_reached_heard_and_seen(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "Lately.brief"
    write_note(a_note(), path, None)
    window.frame.start_page.show_recent([path], {path: "Lately"})
    shown(window.frame)
    check(window.frame)


def test_every_control_of_the_window_is_reached_heard_and_seen(window: Window) -> None:
    window.open_desk(Desk(a_note()))
    shown(window.frame)
    check(window.frame)


def test_every_control_of_a_note_without_articles_is_reached_heard_and_seen(window: Window) -> None:
    window.open_desk(Desk(new_note(default_template())))
    shown(window.frame)
    check(window.frame)


@pytest.mark.parametrize("pane", [EXCERPTS, FINDINGS, SEARCH])
def test_every_control_of_the_dock_is_reached_heard_and_seen(window: Window, pane: int) -> None:
    window.open_desk(Desk(a_note()))
    shown(window.frame)
    assert window.workspace is not None
    window.workspace.dock.open(pane)
    check(window.frame)


WANTED = ("article_text", "section-energy", "section-agenda", "front-date", "fold-energy", "status-energy", "marking")


@pytest.mark.parametrize("name", WANTED)
def test_a_control_whose_name_does_not_say_enough_is_described(window: Window, name: str) -> None:
    window.open_desk(Desk(a_note()))
    assert spoken(part(window.frame, QWidget, name))[2]


def test_a_screen_reader_goes_through_article_note_and_dock_in_this_order(window: Window) -> None:
    window.open_desk(Desk(a_note()))
    shown(window.frame)
    names = [
        found.text(QAccessible.Text.Name) for found in interfaces(QAccessible.queryAccessibleInterface(window.frame))
    ]
    places = [names.index(name) for name in ("Text of the article", "Title", "Bottom line", "Energy", "Excerpts 2")]
    assert places == sorted(places)


def interfaces(top: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    if top is not None:
        yield top
        for index in range(top.childCount()):
            yield from interfaces(top.child(index))


def test_tab_moves_a_list_item_in_and_another_key_leaves_the_section(window: Window) -> None:
    note = write_body(a_note(), "risks", [block(Style.BULLET, [Words(words)]) for words in ("First", "Second")])
    window.open_desk(Desk(note))
    shown(window.frame)
    assert window.workspace is not None
    assert window.desk is not None
    editor = window.workspace.note_pane.editor("risks")
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert [b.level for b in window.desk.note.section("risks").blocks] == [0, 1]
    QTest.keyClick(editor, Qt.Key.Key_F6)
    dock = window.workspace.dock
    until(lambda: dock.isAncestorOf(QApplication.focusWidget() or editor))
