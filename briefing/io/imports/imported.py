"""What every form of export comes down to: a passage, what was said of it, and where it is from."""

from dataclasses import dataclass

from briefing.domain.anchor import Anchor

UNKNOWN = -1  # a position that an export does not state


@dataclass(frozen=True, slots=True)
class Imported:
    """An excerpt as somebody else made it; its anchor may have words without a position, or the other way round."""

    anchor: Anchor
    comment: str = ""
    labels: tuple[str, ...] = ()
    source: str = ""  # address or name of the article, as the export says it


def quoted(exact: str, prefix: str = "", suffix: str = "", start: int = UNKNOWN, end: int = UNKNOWN) -> Anchor:
    """An anchor of which any part may be unknown."""
    if start < 0 or end < start:
        start = end = UNKNOWN
    return Anchor(start, end, exact, prefix, suffix)


def said(*parts: str) -> str:
    """A comment out of several, without those that say nothing."""
    return "\n".join(dict.fromkeys(part.strip() for part in parts if part.strip()))
