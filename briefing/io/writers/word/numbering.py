"""Numbers: every list counts from one, so each gets an instance of its own (ECMA-376, Part 1, 17.9)."""

FIRST_ID = 100  # instances below belong to the styles of the reference document


class Numbering:
    """Gives numbered items the instance of their list, and headings and paragraphs that of the document.

    The abstract definitions stand in the reference document, under ids counted from `base`: bullets, numbers,
    headings, paragraphs.
    """

    def __init__(self, base: int = 0, first: int = FIRST_ID) -> None:
        self._base = base
        self._next = first
        self._open: dict[int, int] = {}  # level: instance
        self._single: dict[int, int] = {}  # abstract definition: instance
        self._instances: list[str] = []

    def item(self, level: int, ordinal: int) -> str:
        """Paragraph properties of a numbered item; the first of a list begins a new instance."""
        if ordinal <= 1 or level not in self._open:
            restart = f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>'
            self._open[level] = self._instance(1, restart)
        return _properties(level, self._open[level])

    def heading(self, level: int) -> str:
        """Paragraph properties of a counted heading."""
        return _properties(level, self._only(2))

    def paragraph(self) -> str:
        """Paragraph properties of a counted paragraph."""
        return _properties(0, self._only(3))

    @property
    def xml(self) -> str:
        """The instances, to stand at the end of the numbering part."""
        return "".join(self._instances)

    def _only(self, abstract: int) -> int:
        if abstract not in self._single:
            self._single[abstract] = self._instance(abstract)
        return self._single[abstract]

    def _instance(self, abstract: int, restart: str = "") -> int:
        id_, self._next = self._next, self._next + 1
        kind = f'<w:abstractNumId w:val="{self._base + abstract}"/>'
        self._instances.append(f'<w:num w:numId="{id_}">{kind}{restart}</w:num>')
        return id_


def _properties(level: int, instance: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{instance}"/></w:numPr>'
