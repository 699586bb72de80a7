"""Handling labels: the Traffic Light Protocol 2.0 (FIRST, 2022), with the colours it prescribes on black."""

TLP = {
    "TLP:CLEAR": "#FFFFFF",
    "TLP:GREEN": "#33FF00",
    "TLP:AMBER": "#FFC000",
    "TLP:AMBER+STRICT": "#FFC000",
    "TLP:RED": "#FF2B2B",
}

_FORMER = {"TLP:WHITE": "TLP:CLEAR"}  # the name of CLEAR before version 2.0


def read_marking(text: str) -> str:
    """A label as TLP spells it: capitals, no space; other text is an organisation's own label, kept as it is."""
    plain = "".join(text.split()).upper()
    label = _FORMER.get(plain, plain)
    return label if label in TLP else text.strip()


def is_above(marking: str, ceiling: str) -> bool:
    """Whether a label asks for more care than a ceiling allows; one of another scheme does, unless it is the same."""
    label, limit = read_marking(marking), read_marking(ceiling)
    if not label or not limit or label == limit:
        return False
    if label not in TLP or limit not in TLP:
        return True
    order = list(TLP)
    return order.index(label) > order.index(limit)
