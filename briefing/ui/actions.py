"""One table of everything that can be done: id, words, keys, where they hold, and the method that does it.

Menus, tooltips, the palette of commands and the sheet of shortcuts all read this table.
"""

from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import Any, NamedTuple, cast

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from briefing.ui import settings
from briefing.ui.words import tr

ANYWHERE, ARTICLE, SECTION = "anywhere", "article", "section"
ALL_NINE = "1 … 9"


class Action(NamedTuple):
    """One thing that can be done. `method` is a path from the window; `keys` are portable key sequences.

    A key of the article or of a section belongs to that pane, which handles it itself: here it is shown, not bound.
    """

    menu: str
    id: str
    words: str
    method: str
    keys: tuple[str, ...] = ()
    where: str = ANYWHERE
    argument: object = None
    under: str = ""  # title of the submenu it stands in
    is_after_line: bool = False
    needs_note: bool = True
    series: str = ""  # words for all rows of the same method together, where there is one for each section


def menus() -> tuple[tuple[str, str], ...]:
    """Key and title of the menus, in order."""
    return (
        ("file", tr("&File")),
        ("edit", tr("&Edit")),
        ("source", tr("&Source")),
        ("note", tr("&Note")),
        ("view", tr("&View")),
        ("help", tr("&Help")),
    )


def table() -> tuple[Action, ...]:
    """Everything that can be done, in the order of the menus."""
    return (*_file(), *_edit(), *_source(), *_note(), *_view(), *_help())


def _file() -> tuple[Action, ...]:
    free = partial(Action, "file", needs_note=False)
    bound = partial(Action, "file")
    return (
        free("new", tr("New note from the clipboard"), "articles.new_from_clipboard", ("Ctrl+N",)),
        free("new_file", tr("New note from a file…"), "articles.new_from_file", ("Ctrl+Shift+N",)),
        free("new_address", tr("New note from an address…"), "articles.new_from_address", ("Ctrl+Shift+L",)),
        free("new_blank", tr("New empty note"), "files.new_blank"),
        free("new_on_template", tr("New empty note on a template…"), "templates.begin"),
        free("sample", tr("New note on the sample article"), "opening.new_from_sample"),
        free("open", tr("Open note…"), "files.open", ("Ctrl+O",), is_after_line=True),
        bound("save", tr("Save"), "files.save", ("Ctrl+S",)),
        bound("save_as", tr("Save as…"), "files.save_as", ("Ctrl+Shift+S",)),
        bound("export", tr("Export…"), "exports.choose", ("Ctrl+E",), is_after_line=True),
        bound("editions", tr("Editions…"), "exports.show_editions"),
        bound("read_back", tr("Read back an edited document…"), "read_backs.choose"),
        bound("protect", tr("Protect with a passphrase…"), "files.protect", is_after_line=True),
        bound("unprotect", tr("Remove the passphrase"), "files.unprotect"),
        bound("snapshots", tr("Snapshots…"), "show_snapshots", is_after_line=True),
        bound("close", tr("Close note"), "close_note", ("Ctrl+W",), is_after_line=True),
        free("quit", tr("Quit"), "quit", ("Ctrl+Q",)),
    )


def _edit() -> tuple[Action, ...]:
    bound = partial(Action, "edit")
    text = partial(Action, "edit", where=SECTION)
    return (
        bound("undo", tr("Undo"), "undo", ("Ctrl+Z",)),
        bound("redo", tr("Redo"), "redo", ("Ctrl+Shift+Z", "Ctrl+Y")),
        text("cut", tr("Cut"), "edit_text", ("Ctrl+X",), argument="cut", is_after_line=True),
        text("copy", tr("Copy"), "edit_text", ("Ctrl+C",), argument="copy"),
        text("paste", tr("Paste"), "edit_text", ("Ctrl+V",), argument="paste"),
        text("paste_plain", tr("Paste as plain text"), "edit_text", ("Ctrl+Shift+V",), argument="paste_plain"),
        text("select_all", tr("Select all"), "edit_text", ("Ctrl+A",), argument="selectAll"),
        bound(
            "find",
            tr("Search note and sources…"),
            "workspace.dock.search",
            ("Ctrl+F",),
            is_after_line=True,
        ),
        bound("find_next", tr("Next hit"), "workspace.dock.next_hit", ("F3",)),
        bound("find_previous", tr("Previous hit"), "workspace.dock.previous_hit", ("Shift+F3",)),
    )


def _source() -> tuple[Action, ...]:
    bound = partial(Action, "source")
    return (
        bound("add_paste", tr("Add article from the clipboard"), "articles.add_from_clipboard", ("Ctrl+Shift+A",)),
        bound("add_file", tr("Add article from a file…"), "articles.add_from_file", ("Ctrl+Shift+O",)),
        bound("add_address", tr("Add article from an address…"), "articles.add_from_address", ("Ctrl+L",)),
        bound("details", tr("Article details…"), "articles.edit_details"),
        *_versions(),
        bound("take_over", tr("Take over excerpts from another program…"), "taking_over.choose"),
        bound("next_source", tr("Next article"), "workspace.next_article", ("Ctrl+Tab",), is_after_line=True),
        bound("previous_source", tr("Previous article"), "workspace.previous_article", ("Ctrl+Shift+Tab",)),
        bound("noise", tr("Show or fold page noise"), "article.toggle_noise"),
        *_filing(),
        *_bounds(),
    )


def _versions() -> Iterator[Action]:
    under = partial(Action, "source", under=tr("New version of the article"))
    yield under("version_paste", tr("New version from the clipboard…"), "articles.version_from_clipboard")
    yield under("version_file", tr("New version from a file…"), "articles.version_from_file")
    yield under("version_address", tr("Look for a new version at its address…"), "articles.version_from_address")
    yield Action("source", "versions", tr("Compare versions…"), "articles.show_versions")


def _filing() -> Iterator[Action]:
    key = partial(Action, "source", where=ARTICLE)
    every, under = tr("File under section {number}", number=ALL_NINE), tr("File under")
    for n in range(1, 10):
        words = tr("File under section {number}", number=n)
        yield key(f"file_{n}", words, "article.file_in", (str(n),), argument=n, under=under, series=every)
    every, under = tr("File the exact selection under section {number}", number=ALL_NINE), tr("File exactly under")
    for n in range(1, 10):
        words, keys = tr("File the exact selection under section {number}", number=n), (f"Ctrl+{n}",)
        yield key(f"exact_{n}", words, "article.file_exactly_in", keys, argument=n, under=under, series=every)
    yield key("unsorted", tr("File unsorted"), "article.file_unsorted", ("0",))
    yield key("repeat", tr("File under the last section again"), "article.repeat_filing", ("Q",))
    yield key("file_by_name", tr("File under a section by its name…"), "article.file_by_name", ("/",))
    yield key("sticky", tr("File every selection under one section…"), "article.choose_sticky", ("S",))
    yield key("dim", tr("Dim what is filed"), "article.toggle_dimming", ("D",))
    yield key("heading_next", tr("Next heading"), "article.next_heading", ("H",))
    yield key("heading_last", tr("Previous heading"), "article.previous_heading", ("Shift+H",))
    yield key("escape", tr("Leave what was begun"), "article.escape", ("Esc",))
    passage = partial(key, method="mark_passage", under=tr("Passage at the caret"))
    yield passage("mark_noise", tr("This passage is page noise"), argument="noise")
    yield passage("mark_heading", tr("This passage is a heading"), argument="heading")
    yield passage("mark_text", tr("This passage is text"), argument="paragraph")


def _bounds() -> Iterator[Action]:
    key = partial(Action, "source", where=ARTICLE, under=tr("Excerpt at the caret"))  # letters: desktops take arrows
    place = tr("Go to the excerpt's place in the note")
    yield key("to_note", place, "article.activate", ("Return", "Enter"))
    yield key("remove", tr("Remove excerpt"), "article.remove_excerpt", ("Del",))
    yield key("comment", tr("Comment on excerpt…"), "article.comment", ("M",))
    yield key("move", tr("Move excerpt to a section…"), "article.move_excerpt", ("V",))
    yield key("split", tr("Split excerpt at the caret"), "article.split_excerpt", ("X",))
    yield key("join", tr("Join excerpt with the next one"), "article.join_excerpt", ("J",))
    ends, starts = "article.shift_end", "article.shift_start"
    yield key("end_out", tr("Excerpt ends a word later"), ends, ("Alt+Shift+Right", "E"), argument=1)
    yield key("end_in", tr("Excerpt ends a word earlier"), ends, ("Alt+Shift+Left", "Shift+E"), argument=-1)
    yield key("start_in", tr("Excerpt starts a word later"), starts, ("Alt+Ctrl+Right", "Shift+B"), argument=1)
    yield key("start_out", tr("Excerpt starts a word earlier"), starts, ("Alt+Ctrl+Left", "B"), argument=-1)
    ends, starts = "article.shift_end_by_sentence", "article.shift_start_by_sentence"
    yield key("end_sentence_out", tr("Excerpt ends a sentence later"), ends, ("Alt+Shift+Down",), argument=1)
    yield key("end_sentence_in", tr("Excerpt ends a sentence earlier"), ends, ("Alt+Shift+Up",), argument=-1)
    yield key("start_sentence_in", tr("Excerpt starts a sentence later"), starts, ("Alt+Ctrl+Down",), argument=1)
    yield key("start_sentence_out", tr("Excerpt starts a sentence earlier"), starts, ("Alt+Ctrl+Up",), argument=-1)


def _note() -> tuple[Action, ...]:
    bound = partial(Action, "note")
    words, under = tr("Copy section with its notes"), tr("Go to section")
    return (
        *_writing(),
        bound("copy_section", words, "note_pane.copy_section", ("Ctrl+Shift+C",)),
        bound("retemplate", tr("Change template…"), "templates.change", is_after_line=True),
        bound("note_language", tr("Language of the note…"), "note_facts.choose_language"),
        bound("mark", tr("Marking of the note…"), "note_facts.choose_marking"),
        bound("status", tr("Status of the section…"), "note_facts.choose_status", is_after_line=True),
        bound("fold", tr("Fold or unfold the section"), "note_pane.toggle_fold"),
        *(
            bound(
                f"section_{n}",
                tr("Go to section {number}", number=n),
                "workspace.ways.to_section",
                argument=n,
                keys=(f"Alt+{n}",),
                under=under,
                series=tr("Go to section {number}", number=ALL_NINE),
            )
            for n in range(1, 10)
        ),
    )


def _writing() -> Iterator[Action]:
    text = partial(Action, "note", where=SECTION)
    yield text("bold", tr("Bold"), "note_pane.writing.bold", ("Ctrl+B",))
    yield text("italic", tr("Italic"), "note_pane.writing.italic", ("Ctrl+I",))
    yield text("link", tr("Link…"), "note_pane.edit_link", ("Ctrl+K",))
    yield text("unlink", tr("Remove link"), "note_pane.writing.remove_link")
    yield text("cite", tr("Insert citation…"), "workspace.choose_citation", ("Ctrl+Shift+K",))
    yield text("as_paragraph", tr("Turn into paragraph"), "turn_into", argument="paragraph", is_after_line=True)
    yield text("as_bullet", tr("Turn into bullet"), "turn_into", argument="bullet")
    yield text("as_number", tr("Turn into numbered item"), "turn_into", argument="number")
    yield text("as_quote", tr("Turn into quote"), "turn_into", argument="quote")
    yield text("as_heading", tr("Turn into sub-heading"), "turn_into", argument="heading")
    yield text("indent", tr("Indent"), "note_pane.writing.indent", ("Tab",), argument=1, is_after_line=True)
    yield text("outdent", tr("Outdent"), "note_pane.writing.indent", ("Shift+Tab",), argument=-1)
    yield text("block_up", tr("Move block up"), "move_block", ("Alt+Shift+Up",), argument=-1)
    yield text("block_down", tr("Move block down"), "move_block", ("Alt+Shift+Down",), argument=1)
    place = tr("Go to the passage in the article")
    yield text("to_passage", place, "note_pane.activate", ("Ctrl+Return", "Ctrl+Enter"), is_after_line=True)


def _view() -> tuple[Action, ...]:
    bound = partial(Action, "view")
    free = partial(Action, "view", needs_note=False)
    return (
        bound("pane", tr("Next pane"), "workspace.ways.next_pane", ("F6",)),
        bound("pane_back", tr("Previous pane"), "workspace.ways.previous_pane", ("Shift+F6",)),
        bound("preview", tr("Preview of the pages"), "workspace.toggle_preview", ("F5",), is_after_line=True),
        bound("jump_back", tr("Back"), "workspace.ways.back", ("Alt+Left",), is_after_line=True),
        bound("jump_on", tr("Forward"), "workspace.ways.forward", ("Alt+Right",)),
        bound("zoom_in", tr("Larger"), "workspace.zoom_in", ("Ctrl++", "Ctrl+="), is_after_line=True),
        bound("zoom_out", tr("Smaller"), "workspace.zoom_out", ("Ctrl+-",)),
        bound("zoom_usual", tr("Usual size"), "workspace.zoom_usual", ("Ctrl+0",)),
        bound("excerpts", tr("Excerpts"), "workspace.dock.toggle", argument=0, is_after_line=True),
        bound("findings", tr("Findings"), "workspace.dock.toggle", argument=1),
        free("palette", tr("All commands…"), "show_palette", ("Ctrl+Shift+P",), is_after_line=True),
        free("system", tr("Appearance of the system"), "dress", argument="system", is_after_line=True),
        free("light", tr("Light appearance"), "dress", argument="light"),
        free("dark", tr("Dark appearance"), "dress", argument="dark"),
        free("settings", tr("Settings…"), "show_settings", ("Ctrl+,",), is_after_line=True),
    )


def _help() -> tuple[Action, ...]:
    free = partial(Action, "help", needs_note=False)
    return (
        free("keys", tr("Keyboard shortcuts"), "show_keys", ("F1",)),
        free("about", tr("About Briefing"), "show_about"),
    )


def keys_of(action: Action) -> tuple[str, ...]:
    """The keys of an action: as the analyst chose them, else those of the table."""
    return _chosen_keys().get(action.id, action.keys)


@cache
def _chosen_keys() -> dict[str, tuple[str, ...]]:
    return settings.chosen_keys()


@cache
def bindings(where: str) -> dict[str, Action]:
    """What each key does in a place, by its portable name."""
    rows = (row for row in table() if row.where == where)
    return {QKeySequence(key).toString(): row for row in rows for key in keys_of(row)}


def choose_keys(action: Action, keys: tuple[str, ...] | None) -> None:
    """Give an action other keys, from now on; None gives those of the table back."""
    settings.remember_keys(action.id, keys)
    _chosen_keys.cache_clear()
    bindings.cache_clear()


def perform(commands: object, action: Action) -> None:
    """Do what an action says; nothing happens where the pane it needs is not there."""
    method = resolve(commands, action.method)
    if method is None:
        return
    if action.argument is None:
        method()
    else:
        method(action.argument)


def resolve(commands: object, path: str) -> Callable[..., Any] | None:
    """The method at a path from the window; None where a part of the window on the way is not there."""
    found: Any = commands
    for name in path.split("."):
        found = found.get(name) if isinstance(found, dict) else getattr(found, name) if found is not None else None
    return cast("Callable[..., Any] | None", found)


def build(frame: QWidget, action: Action, commands: Callable[[], object]) -> QAction:
    """A Qt action of a frame for a row of the table; `commands` gives what the method's path begins at."""
    made = QAction(action.words, frame)
    made.setObjectName(action.id)
    made.triggered.connect(lambda: perform(commands(), action))
    if action.where == ANYWHERE:
        made.setShortcuts([QKeySequence(key) for key in keys_of(action)])
    else:
        made.setText(shown_words(action))
    return made


def shown_words(action: Action, words: str = "") -> str:
    """The words of an action in a menu, with the key that its pane takes."""
    shown = shown_key(action)
    return f"{words or action.words}\t{shown}" if shown else words or action.words


def shown_key(action: Action) -> str:
    """The first key of an action, as the system writes it; empty if it has none."""
    keys = keys_of(action)
    return written(keys[0]) if keys else ""


def written(key: str) -> str:
    """A key as the system writes it; the two keys that end a line have one name, as in our own words."""
    shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    last = key.rpartition("+")[2]
    if last not in {"Return", "Enter"}:
        return shown
    end = QKeySequence(last).toString(QKeySequence.SequenceFormat.NativeText)
    return shown.removesuffix(end) + tr("Enter")


def row_of(name: str) -> Action:
    """The row of the table with an id."""
    return next(row for row in table() if row.id == name)
