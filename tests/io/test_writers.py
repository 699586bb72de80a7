"""The same note gives the same bytes in every format, whenever, wherever and however often it is written."""

import json
import os
import subprocess
import sys
from pathlib import Path

from briefing.io.writers import SUFFIXES

ROOT = Path(__file__).resolve().parents[2]
_WRITE = """
import json
from hashlib import sha256
from briefing.app.export import composed, written
from briefing.domain.options import Notes, Options, Recipe
from briefing.io.writers import SUFFIXES
from tests.notes import whole_note
from tests.random_notes import SCALE, random_note
full = Options(has_annex=True, has_comments=True, has_source_summary=True, scale=SCALE, notes=Notes.END)
made = {
    f"{name} {options is full} {suffix}": sha256(
        written(composed(note, Recipe("r", "R", options=options), suffix), suffix)
    ).hexdigest()
    for name, note in (("whole", whole_note()), *((str(seed), random_note(seed)) for seed in range(3)))
    for options in (Options(), full)
    for suffix in SUFFIXES
}
print(json.dumps(made))
"""
_PLACES = (
    {"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "1", "LC_ALL": "C"},
    {"TZ": "America/Lima", "PYTHONHASHSEED": "2", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
)


def test_time_zone_locale_and_the_seed_of_hashes_change_no_byte_of_any_format() -> None:
    command = [sys.executable, "-X", "utf8", "-c", _WRITE]
    runs = [
        subprocess.Popen(command, cwd=ROOT, env={**os.environ, **place}, stdout=subprocess.PIPE) for place in _PLACES
    ]
    one, other = (json.loads(run.communicate()[0]) for run in runs)
    assert len(one) == 8 * len(SUFFIXES)
    assert {name for name in one if one[name] != other[name]} == set()
