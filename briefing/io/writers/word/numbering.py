"""Numbered lists: every list counts from one, so each gets an instance of its own (ECMA-376, Part 1, 17.9)."""

FIRST_ID = 10  # instances below belong to the styles of the reference document


class Numbering:
    """Gives numbered items the instance of their list."""

    def __init__(self, abstract: int, first: int = FIRST_ID) -> None:
        self._abstract = abstract
        self._next = first
        self._open: dict[int, int] = {}  # level: instance
        self._instances: list[str] = []

    def properties(self, level: int, ordinal: int) -> str:
        """Paragraph properties of a numbered item; the first of a list begins a new instance."""
        if ordinal <= 1 or level not in self._open:
            self._open[level] = self._next
            self._instances.append(
                f'<w:num w:numId="{self._next}"><w:abstractNumId w:val="{self._abstract}"/>'
                f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
            )
            self._next += 1
        return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{self._open[level]}"/></w:numPr>'

    @property
    def xml(self) -> str:
        """The instances, to stand at the end of the numbering part."""
        return "".join(self._instances)
