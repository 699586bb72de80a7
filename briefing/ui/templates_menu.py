"""Templates in the window: a new note on one of them, or another one for the note that is open."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from briefing.app.desk import Desk
from briefing.app.snapshots import take
from briefing.domain.errors import BriefingError
from briefing.domain.reshaping import retemplate
from briefing.domain.snapshot import Reason
from briefing.domain.template import Template
from briefing.io.templates import shelf
from briefing.ui.beginning import begin_note, in_window_language
from briefing.ui.chooser import Choice, Chooser
from briefing.ui.files import Host
from briefing.ui.words import told, tr


class Templates(QObject):
    """What the template commands of one window do."""

    def __init__(self, window: QWidget, host: Host) -> None:
        super().__init__(window)
        self._window = window
        self._host = host

    def begin(self) -> None:
        """Begin an empty note on a template that is chosen."""
        self._choose(tr("Begin a note on a template"), self._begin)

    def change(self) -> None:
        """Give the open note another template; what has no place in it goes to the end."""
        if self._host.desk is not None:
            self._choose(tr("Change the template to"), partial(self._change, self._host.desk))

    def _begin(self, template: Template) -> None:
        self._host.open_desk(Desk(begin_note(template)))

    def _change(self, desk: Desk, template: Template) -> None:
        try:
            take(desk, reason=Reason.TEMPLATE)
        except BriefingError as error:
            self._host.warn(str(error))
        desk.do(tr("Change template"), lambda note: retemplate(note, in_window_language(template)))
        self._host.say(
            tr("The note has the sections of “{title}” now.", title=told(template.title)), tr("Undo"), desk.undo
        )

    def _choose(self, prompt: str, take: Callable[[Template], None]) -> None:
        found = shelf()
        for sentence in found.broken:
            self._host.warn(sentence)
        templates = {listed.template.name: listed.template for listed in found.listed}
        choices = [Choice(name, told(t.title), told(t.description)) for name, t in templates.items()]
        chooser = Chooser(choices, prompt, self._window)
        chooser.taken.connect(lambda name: take(templates[name]))
        chooser.show_over(self._window, width=720)
