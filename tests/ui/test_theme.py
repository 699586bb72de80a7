import math
from itertools import combinations

import pytest
from PySide6.QtGui import QColor

from briefing.ui.theme import DARK, LIGHT, STARK_DARK, STARK_LIGHT, Theme

Linear = tuple[float, float, float]

# Machado, Oliveira and Fernandes (2009), severity 1.0, on linear light.
_SIGHTS: dict[str, tuple[Linear, Linear, Linear]] = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
_USUAL = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
ALL = {"light": LIGHT, "dark": DARK, "stark light": STARK_LIGHT, "stark dark": STARK_DARK}
THEMES = pytest.mark.parametrize("theme", ALL.values(), ids=list(ALL))


def _linear(colour: QColor) -> Linear:
    def light(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    return light(colour.redF()), light(colour.greenF()), light(colour.blueF())


def _luminance(colour: QColor) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of WCAG 2.2."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _seen(colour: QColor, sight: tuple[Linear, Linear, Linear]) -> Linear:
    """Oklab coordinates, times 100, of a colour as someone sees it."""
    source = _linear(colour)
    red, green, blue = (min(1, max(0, sum(w * c for w, c in zip(row, source, strict=True)))) for row in sight)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        100 * (0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short),
        100 * (1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short),
        100 * (0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short),
    )


def _least_distance(theme: Theme, count: int, sight: tuple[Linear, Linear, Linear]) -> float:
    seen = [_seen(theme.section(index), sight) for index in range(count)]
    return min(math.dist(one, other) for one, other in combinations(seen, 2))


def _tint_on_paper(theme: Theme, index: int | None) -> QColor:
    tint, paper = theme.tint(index), theme.paper
    share = tint.alphaF()
    mixed = QColor()
    mixed.setRedF(tint.redF() * share + paper.redF() * (1 - share))
    mixed.setGreenF(tint.greenF() * share + paper.greenF() * (1 - share))
    mixed.setBlueF(tint.blueF() * share + paper.blueF() * (1 - share))
    return mixed


@THEMES
def test_six_section_colours_are_apart_in_every_kind_of_sight(theme: Theme) -> None:
    assert _least_distance(theme, 6, _USUAL) > 15
    assert {name: _least_distance(theme, 6, sight) > 9 for name, sight in _SIGHTS.items()} == dict.fromkeys(
        _SIGHTS, True
    )


@THEMES
def test_twelve_section_colours_are_told_apart_side_by_side(theme: Theme) -> None:
    assert _least_distance(theme, 12, _USUAL) > 8
    assert {name: _least_distance(theme, 12, sight) > 4.5 for name, sight in _SIGHTS.items()} == dict.fromkeys(
        _SIGHTS, True
    )


@THEMES
def test_bars_and_their_numbers_can_be_read(theme: Theme) -> None:
    for index in (None, *range(12)):
        assert contrast(theme.section(index), theme.paper) >= 4.5
        assert contrast(theme.on_section, theme.section(index)) >= 4.5


@THEMES
def test_words_can_be_read_on_paper_tint_and_selection(theme: Theme) -> None:
    assert contrast(theme.ink, theme.paper) >= 12
    assert contrast(theme.faint, theme.paper) >= 4.5
    assert contrast(theme.ink, theme.selection) >= 7
    assert contrast(theme.ink, theme.line) >= 7  # a selection that does not have the focus
    assert contrast(theme.accent, theme.paper) >= 4.5
    assert min(contrast(theme.ink, _tint_on_paper(theme, index)) for index in (None, *range(12))) >= 7


@THEMES
def test_the_edge_of_what_can_be_written_in_or_pressed_is_seen_on_every_ground(theme: Theme) -> None:
    for ground in (theme.paper, theme.desk):
        assert contrast(theme.edge, ground) >= 3
        assert contrast(theme.faint, ground) >= 4.5
        assert contrast(theme.accent, ground) >= 4.5


@pytest.mark.parametrize("theme", [STARK_LIGHT, STARK_DARK], ids=["light", "dark"])
def test_who_asks_for_contrast_gets_words_and_edges_as_strong_as_can_be(theme: Theme) -> None:
    assert contrast(theme.ink, theme.paper) > 20
    assert contrast(theme.edge, theme.desk) > 20
    assert min(contrast(words, theme.paper) for words in (theme.faint, theme.unsorted, theme.accent)) >= 7
