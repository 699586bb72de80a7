"""What a screen reader gets over AT-SPI, for a test to ask for; run by the system's Python, which has its bindings.

A request is a line of JSON on standard input, `[name of a method, arguments]`; its answer is a line on standard output.
"""

import json
import sys
from collections.abc import Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  # only after the version is named

PATIENCE = 20_000  # milliseconds for one answer of the program: a shared machine is slow now and then
STATES = ("focusable", "focused", "editable", "read-only", "enabled", "checked", "selected", "modal")


class Ear:
    """Listens to the desktop, and looks up what is shown on it by role and name."""

    def __init__(self) -> None:
        self._heard: list[list[str]] = []
        self._listener = Atspi.EventListener.new(self._hear)
        for kind in ("object:announcement", "object:state-changed:focused"):
            self._listener.register(kind)

    def _hear(self, event: Any, *_: object) -> None:  # noqa: ANN401  # the bindings have no types
        try:
            if event.type.startswith("object:announcement"):
                self._heard.append(["said", str(event.any_data), event.source.get_name()])
            elif event.detail1:
                self._heard.append(["focus", event.source.get_role_name(), event.source.get_name()])
        except GLib.Error as error:  # what it tells of is gone already
            self._heard.append(["gone", str(error)])

    def heard(self) -> list[list[str]]:
        """Everything that was said, and what got the focus, since the beginning."""
        return self._heard

    def see(self, role: str, name: str | None = None) -> dict[str, Any] | None:
        """What a screen reader knows of the control that is shown with a role and a name; None if there is none."""
        found = self._find(role, name)
        if found is None:
            return None
        states = {state.value_nick for state in found.get_state_set().get_states()}
        return {
            "name": found.get_name(),
            "description": found.get_description(),
            "states": sorted(states.intersection(STATES)),
            "children": [child.get_name() for child in _children(found)],
        }

    def names(self, role: str) -> list[str]:
        """The names of everything that is shown with a role."""
        return [shown.get_name() for shown in self._shown() if shown.get_role_name() == role]

    def read(self, role: str, name: str) -> str | None:
        """The text of a control."""
        found = self._find(role, name)
        text = found.get_text_iface() if found is not None else None
        return None if text is None else str(Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)))

    def caret(self, role: str, name: str) -> int:
        """Where the caret stands in a text."""
        return int(Atspi.Text.get_caret_offset(self._text(role, name)))

    def put_caret(self, role: str, name: str, offset: int) -> bool:
        """Put the caret into a text."""
        return bool(Atspi.Text.set_caret_offset(self._text(role, name), offset))

    def selected(self, role: str, name: str) -> str | None:
        """The words of a text that are selected."""
        text = self._text(role, name)
        if Atspi.Text.get_n_selections(text) == 0:
            return None
        found = Atspi.Text.get_selection(text, 0)
        return str(Atspi.Text.get_text(text, found.start_offset, found.end_offset))

    def write(self, role: str, name: str, words: str) -> bool:
        """Put words into a field in place of those it has."""
        return bool(Atspi.EditableText.set_text_contents(self._need(role, name).get_editable_text_iface(), words))

    def press(self, role: str, name: str) -> str:
        """Do the first thing that can be done with a control, and tell how that is called."""
        action = self._need(role, name).get_action_iface()
        words = str(Atspi.Action.get_action_name(action, 0))
        Atspi.Action.do_action(action, 0)
        return words

    def choose(self, role: str, name: str, child: int) -> bool:
        """Select a child of a control by its place."""
        return bool(Atspi.Selection.select_child(self._need(role, name).get_selection_iface(), child))

    def _text(self, role: str, name: str) -> Any:  # noqa: ANN401
        return self._need(role, name).get_text_iface()

    def _need(self, role: str, name: str) -> Any:  # noqa: ANN401
        found = self._find(role, name)
        if found is None:
            raise LookupError(f"No {role} called “{name}” is shown.")
        return found

    def _find(self, role: str, name: str | None) -> Any:  # noqa: ANN401
        fitting = (s for s in self._shown() if s.get_role_name() == role and name in (None, s.get_name()))
        return next(fitting, None)

    def _shown(self) -> Iterator[Any]:
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        todo = [child for child in _children(desktop) if child.get_name() == "briefing"]
        while todo:
            one = todo.pop(0)
            try:
                is_shown = one.get_role_name() == "application" or one.get_state_set().contains(Atspi.StateType.SHOWING)
                if is_shown:
                    yield one
                    todo = _children(one) + todo
            except GLib.Error:  # it went while it was looked at
                continue


def _children(one: Any) -> list[Any]:  # noqa: ANN401
    found = (one.get_child_at_index(index) for index in range(one.get_child_count()))
    return [child for child in found if child is not None]


def _answer(ear: Ear, line: str) -> dict[str, object]:
    name, *arguments = json.loads(line)
    try:
        return {"answer": getattr(ear, name)(*arguments)}
    except (GLib.Error, LookupError) as error:
        return {"error": f"{name}: {error}"}


def main() -> None:
    """Answer requests until standard input ends."""
    Atspi.init()
    Atspi.set_timeout(PATIENCE, PATIENCE)
    ear = Ear()
    loop = GLib.MainLoop()

    def take(*_: object) -> bool:
        line = sys.stdin.readline()
        if not line:
            loop.quit()
            return False
        print(json.dumps(_answer(ear, line)), flush=True)  # noqa: T201  # this is how it answers
        return True

    GLib.io_add_watch(sys.stdin.fileno(), GLib.PRIORITY_DEFAULT, GLib.IOCondition.IN | GLib.IOCondition.HUP, take)
    loop.run()


if __name__ == "__main__":
    main()
