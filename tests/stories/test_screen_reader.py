"""The main job for someone who does not see the window: each step by a key or over AT-SPI, and heard."""

import re
from pathlib import Path

import pytest

from tests.screen_reader import HOUSE, Desktop, lacking, program_on_a_desktop, until

SAMPLE = HOUSE / "resources" / "samples" / "summit.txt"
ARTICLE = ("text", "Text of the article")
SECTION = ("text", "Energy")
KEY = "5"  # of that section
OWN = "Gas comes first."
CHIP = "\N{OBJECT REPLACEMENT CHARACTER}"


def test_an_article_is_read_filed_written_about_and_sent_out_without_being_seen(tmp_path: Path) -> None:
    reason = lacking()
    if reason:
        pytest.skip(reason)
    passage, sent = a_sentence_on_gas(), tmp_path / "summit.md"
    with program_on_a_desktop(tmp_path, str(SAMPLE)) as desktop:
        open_and_read(desktop, passage)
        select(desktop, passage)
        file_it(desktop, passage)
        go_to_its_place_in_the_note(desktop)
        write(desktop, passage)
        choose_a_recipe(desktop)
        name_the_file(desktop, sent)
    written = sent.read_text("utf-8")
    assert passage in " ".join(written.split())
    assert OWN in written


def a_sentence_on_gas() -> str:
    """A sentence of the sample, of the kind that an analyst files."""
    sentences = re.split(r"(?<=[.!?])\s+", SAMPLE.read_text("utf-8"))
    return next(s for s in sentences if " gas " in s and s.isascii() and 60 < len(s) < 160)


def open_and_read(desktop: Desktop, passage: str) -> None:
    article = desktop.see(*ARTICLE)
    desktop.turn_to("– Briefing")
    desktop.hear("focus", *ARTICLE)
    assert desktop.see("frame")["name"].startswith(SAMPLE.read_text("utf-8").splitlines()[0])
    assert "read-only" in article["states"]
    assert "Shift" in article["description"]
    assert passage in desktop.ask("read", *ARTICLE)


def select(desktop: Desktop, passage: str) -> None:
    """Put the caret before a passage, and select it word by word."""
    assert desktop.ask("put_caret", *ARTICLE, desktop.ask("read", *ARTICLE).index(passage))
    selected = ""
    while selected.strip() != passage:
        assert passage.startswith(selected.strip()), "the selection grew beyond the passage"
        desktop.keys("ctrl+shift+Right")
        selected = grown(desktop, selected)


def grown(desktop: Desktop, before: str) -> str:
    """What is selected, as soon as it is not what was selected before."""

    def now() -> str:
        selected = desktop.ask("selected", *ARTICLE) or ""
        return selected if selected != before else ""

    return until(now, f"more than “{before}” to be selected")


def file_it(desktop: Desktop, passage: str) -> None:
    assert desktop.see(*SECTION)["description"], "an empty section says what belongs in it"
    desktop.keys(KEY)
    desktop.hear("said", "Filed in Energy.")
    assert desktop.ask("read", *SECTION) == passage + CHIP


def go_to_its_place_in_the_note(desktop: Desktop) -> None:
    desktop.keys("Left")
    desktop.hear("said", "Excerpt in Energy")
    desktop.keys("Return")
    desktop.hear("focus", *SECTION)
    desktop.hear("said", "Quote")


def write(desktop: Desktop, passage: str) -> None:
    desktop.keys("Return")
    desktop.hear("said", "Paragraph")
    desktop.type(OWN)
    wanted = f"{passage}{CHIP}\n{OWN}"
    until(lambda: desktop.ask("read", *SECTION) == wanted, wanted, lambda: desktop.ask("read", *SECTION))


def choose_a_recipe(desktop: Desktop) -> None:
    """Open the export from its menu, and take the first recipe that makes Markdown."""
    assert desktop.ask("press", "menu item", "File") == "ShowMenu"
    desktop.see("menu item", "Export…")
    assert desktop.ask("press", "menu item", "Export…") == "Press"
    desktop.see("dialog", "Export — Briefing")
    desktop.turn_to("Export")
    desktop.hear("focus", "list", "Recipes")
    recipes = desktop.see("list", "Recipes")
    assert recipes["description"]
    row = next(at for at, name in enumerate(recipes["children"]) if name.endswith(".md"))
    assert desktop.ask("choose", "list", "Recipes", row)
    until(lambda: desktop.ask("see", "list", "Recipes")["description"] != recipes["description"], "another recipe")


def name_the_file(desktop: Desktop, path: Path) -> None:
    desktop.ask("press", "push button", "Choose place…")
    desktop.see("dialog", "Export note — Briefing")
    assert desktop.ask("write", "text", "File name:", str(path))
    desktop.ask("press", "push button", "Save")
    desktop.hear("said", f"Exported to {path}. Open")
