"""Golden files: what a writer gave when somebody last looked at it and found it good.

python -m tests.golden     writes them anew; look at the difference before it is committed
"""

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from briefing.domain.document import compose
from briefing.domain.options import Options
from briefing.io.writers import docx, html, markdown
from tests.notes import whole_note

FOLDER = Path(__file__).parent / "golden"
_STYLE = re.compile(r"<style>.*?</style>|sha256-[^']+", re.DOTALL)


def drawings() -> dict[str, str]:
    """Every golden file by name, as the writers give it now; Word's parts one element a line."""
    note = whole_note()
    with ZipFile(BytesIO(docx.write(compose(note, Options(has_comments=True))))) as archive:
        parts = ("document", "footnotes", "header2", "footer1", "comments")
        found = {f"word-{name}.xml": _lines(archive.read(f"word/{name}.xml").decode()) for name in parts}
    found["note.md"] = markdown.write(compose(note)).decode()
    found["pack.html"] = _STYLE.sub("", html.write(compose(note, Options(has_evidence=True))).decode())
    return found


def _lines(xml: str) -> str:
    return re.sub(r"(?<=>)(?=<w:(?:p|footnote|comment|sectPr)[ >])", "\n", xml) + "\n"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in drawings().items():
        (FOLDER / name).write_text(text, "utf-8")
