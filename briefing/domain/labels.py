"""The words that a document adds to the analyst's own, in the language of the note."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Labels:
    """Labels of a document in one language."""

    language: str = "en"
    audience: str = "To"
    author: str = "From"
    date: str = "Date"
    cutoff: str = "Information cut-off"
    reference: str = "Reference"
    bottom_line: str = "Bottom line"
    sources: str = "Sources"
    page: str = "Page"
    of: str = "of"
    paragraph: str = "para."
    pages: str = "p."
    retrieved: str = "retrieved"
    published: str = "published"
    updated: str = "updated"
    grade: str = "grade"
    untitled: str = "Untitled note"
    nothing: str = "No entries."
    months: tuple[str, ...] = (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    )


ENGLISH = Labels()


def labels_in(language: str) -> Labels:
    """Labels in a language (BCP 47), English where it is not known."""
    return {"en": ENGLISH}.get(language.split("-", maxsplit=1)[0].lower(), ENGLISH)


def readable_date(date: str, labels: Labels) -> str:
    """An ISO 8601 date as people write it, `17 November 2025`; other text is returned as it is."""
    parts = date[:10].split("-")
    if not all(part.isdigit() for part in parts) or len(parts[0]) != 4 or len(parts) > 3:  # noqa: PLR2004
        return date
    words = [parts[0]]
    if len(parts) > 1 and 1 <= int(parts[1]) <= 12:  # noqa: PLR2004
        words.insert(0, labels.months[int(parts[1]) - 1])
    if len(parts) > 2:  # noqa: PLR2004
        words.insert(0, str(int(parts[2])))
    return " ".join(words)
