"""Scales of likelihood: TOML files that come with the program or stand in the user's configuration folder."""

from pathlib import Path

from briefing.domain.errors import BriefingError
from briefing.domain.scale import Band, Scale
from briefing.io.places import config_folder
from briefing.io.resources import resource
from briefing.io.toml_text import TomlText

_KEYS = ("name", "title", "source", "band")


def scale_names() -> tuple[str, ...]:
    """The names of all scales."""
    folders = (config_folder("scales"), resource("scales"))
    return tuple(sorted({path.stem for folder in folders for path in folder.glob("*.toml")}))


def find_scale(name: str) -> Scale:
    """The scale with a name, the user's own before one that comes with the program; BriefingError if there is none."""
    if name in scale_names():
        for folder in (config_folder("scales"), resource("scales")):
            path = folder / f"{name}.toml"
            if path.is_file():
                return read_scale(path)
    raise BriefingError(f"There is no scale “{name}”; there are: {', '.join(scale_names())}.")


def read_scale(path: Path) -> Scale:
    """Read one scale; BriefingError names the file, the line and the mistake."""
    file = TomlText(path)
    file.check_keys(_KEYS)
    bands = file.values.get("band")
    if not isinstance(bands, list) or not bands:
        raise file.mistake("band", "the scale has no steps; add at least one [[band]].")
    return Scale(path.stem, file.text("title"), file.text("source"), tuple(_band(file, band) for band in bands))


def _band(file: TomlText, band: object) -> Band:
    terms = band.get("terms") if isinstance(band, dict) else None
    share = band.get("share") if isinstance(band, dict) else None
    if not isinstance(terms, list) or not terms or not all(isinstance(t, str) and t.strip() for t in terms):
        raise file.mistake("terms", 'a step names its terms: terms = ["likely"].')
    if not isinstance(share, str):
        raise file.mistake("share", 'a step names its share: share = "55–80 %".')
    return Band(tuple(terms), share)
