"""What others changed in a document: each change is accepted or not, and nothing is done before that."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from briefing.domain.note import Note
from briefing.domain.readback import Kind, Proposal, ReadBack
from briefing.ui.button_row import ButtonRow
from briefing.ui.marked_words import marked
from briefing.ui.single_list import SingleList
from briefing.ui.text_size import give_size
from briefing.ui.words import told, tr

SHOWN = 70  # code points of a block in the list


class ReadBackDialog(QDialog):
    """A list of proposals beside the words of the marked one; `accepted_some` carries those that are ticked."""

    accepted_some = Signal(object)  # list of Proposal

    def __init__(self, note: Note, found: ReadBack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("read_back")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Read back an edited document"))
        self._titles = {section.key: section.title for section in note.sections}
        self._fields = {
            "title": tr("Title"),
            "audience": tr("To"),
            "author": tr("From"),
            "date": tr("Date"),
            "cutoff": tr("Cut-off"),
            "reference": tr("Reference"),
            "bottom_line": tr("Bottom line"),
        }
        self._found = found
        self._list = SingleList(self)
        self._list.setObjectName("read_back_list")
        self._list.setAccessibleName(tr("Changes"))
        for proposal in found.proposals:
            item = QListWidgetItem(self._line(proposal), self._list)
            if proposal.is_takeable:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Unchecked)
        self._words = QTextBrowser(self)
        self._words.setObjectName("read_back_words")
        self._words.setAccessibleName(tr("The change"))
        self._words.setOpenLinks(False)
        self._list.currentRowChanged.connect(self._show)
        self._list.itemChanged.connect(self._count)
        self._lay_out()
        self._list.setCurrentRow(0)
        self._show(0)
        self._count()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addWidget(self._list, 6)
        row.addWidget(self._words, 5)
        buttons = ButtonRow(QDialogButtonBox.StandardButton.Cancel, self)
        self._accept = buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._accept.setObjectName("read_back_accept")
        every = buttons.addButton(tr("Tick all"), QDialogButtonBox.ButtonRole.ActionRole)
        every.setObjectName("read_back_all")
        every.clicked.connect(self.tick_all)
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 16)
        layout.setSpacing(12)
        head = QLabel(self._head(), self)
        head.setObjectName("read_back_told")
        head.setWordWrap(True)
        layout.addWidget(head)
        if self._found.unplaced:
            layout.addWidget(self._strays())
        layout.addLayout(row, 1)
        layout.addWidget(buttons)
        give_size(self, 980, 560)

    def _head(self) -> str:
        count = len(self._found.proposals)
        lines = [tr("{count} changes were found. Tick those that the note shall take.", count=count)]
        if count <= 1:
            one = tr("1 change was found. Tick it if the note shall take it.")
            lines = [one if count else tr("No change was found in the sections of the note.")]
        lines += map(told, self._found.remarks)
        if self._found.unplaced:
            count = len(self._found.unplaced)
            one, many = tr("1 paragraph has no place in the note:"), tr("{count} paragraphs have no place in the note:")
            lines.append(one if count == 1 else many.format(count=count))
        return "\n".join(lines)

    def _strays(self) -> QTextBrowser:
        """The words that have no place in the note, whole, so that they can be copied."""
        shown = QTextBrowser(self)
        shown.setObjectName("read_back_unplaced")
        shown.setAccessibleName(tr("Without a place in the note"))
        shown.setMaximumHeight(96)
        shown.setHtml(
            "".join(f"<p>{_with_comments(escape(e.block.text), e.comments)}</p>" for e in self._found.unplaced)
        )
        return shown

    def _line(self, proposal: Proposal) -> str:
        where = self._titles.get(proposal.section, proposal.section) or self._fields.get(proposal.field, "")
        words = {
            Kind.CHANGED: tr("Changed in {section}"),
            Kind.ADDED: tr("Added in {section}"),
            Kind.REMOVED: tr("Removed from {section}"),
            Kind.MOVED: tr("Moved from {section}"),
            Kind.COMMENTED: tr("Comment in {section}"),
            Kind.RETITLED: tr("New title of {section}"),
            Kind.FRONT: tr("Changed: {section}"),
        }[proposal.kind]
        words = (tr("Form changed in {section}") if proposal.is_of_form else words).format(section=where)
        who = f" · {', '.join(proposal.authors)}" if proposal.authors else ""
        block = proposal.after or proposal.before
        uncited = f" · {tr('without a source')}" if proposal.is_uncited else ""
        return f"{words}{who}{uncited}\n{_short(block.text) if block else ''}"

    def _show(self, row: int) -> None:
        if not 0 <= row < len(self._found.proposals):
            self._words.clear()
            return
        proposal = self._found.proposals[row]
        before = proposal.before.text if proposal.before else ""
        after = proposal.after.text if proposal.after else ""
        if proposal.kind is Kind.COMMENTED:
            after = before
        shown = marked(before, after)
        if proposal.is_of_form:
            shown += f"<p>{tr('The words are the same; their style, emphasis or links have changed.')}</p>"
        if proposal.kind is Kind.MOVED:
            to = self._titles.get(proposal.to_section, proposal.to_section)
            shown += f"<p>{escape(tr('Moved to {section}.', section=to))}</p>"
        if proposal.comments and proposal.cited:
            shown += f"<p>{tr('A comment that is accepted is kept with the excerpt that is cited here.')}</p>"
        elif proposal.comments:
            shown += f"<p>{tr('Nothing is cited here, so the note has no place for the comment.')}</p>"
        self._words.setHtml(f"<p>{_with_comments(shown, proposal.comments)}</p>")

    def ticked(self) -> list[Proposal]:
        """The proposals that are ticked."""
        states = (self._list.item(row).checkState() for row in range(self._list.count()))
        rows = zip(self._found.proposals, states, strict=True)
        return [proposal for proposal, state in rows if proposal.is_takeable and state == Qt.CheckState.Checked]

    def tick_all(self) -> None:
        """Tick every proposal."""
        for row, proposal in enumerate(self._found.proposals):
            if proposal.is_takeable:
                self._list.item(row).setCheckState(Qt.CheckState.Checked)

    def _count(self) -> None:
        count = len(self.ticked())
        self._accept.setText(tr("Accept {count}", count=count) if count else tr("Accept"))
        self._accept.setEnabled(count > 0)

    def _take(self) -> None:
        chosen = self.ticked()
        self.accept()
        self.accepted_some.emit(chosen)


def _with_comments(shown: str, comments: tuple[str, ...]) -> str:
    """Rich text with the comments on it below."""
    label = f"<b>{tr('Comment')}</b>"
    return shown + "".join(f"<p>{tr('{words}: {names}', words=label, names=escape(said))}</p>" for said in comments)


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= SHOWN else plain[: SHOWN - 1].rstrip() + "…"
