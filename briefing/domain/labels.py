"""The words that a document adds to the analyst's own, in the language of the note."""

from typing import NamedTuple

_YEAR = 4  # digits


class Labels(NamedTuple):
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
    annex: str = "Excerpts not filed"
    comment: str = "Comment"
    notes: str = "Notes"
    scale: str = "Terms of likelihood"
    term: str = "Term"
    share: str = "Share"
    no_date: str = "n.d."
    sources_cited: tuple[str, str] = ("This note cites one source", "This note cites {} sources")
    outlets: tuple[str, str] = (" from one outlet", " from {} outlets")
    passages: tuple[str, str] = (" in one passage", " in {} passages")
    period: str = "Published"
    grades: str = "Grades"
    ungraded: str = "Not graded"
    most_cited: str = "Cited most"
    colon: str = ": "
    article: str = "Preserved articles"
    in_article: str = "Show in the article"
    noise: str = "Parts of the page that are not the article"
    author_of: str = "Author"
    outlet: str = "Outlet"
    address: str = "Address"
    digest: str = "SHA-256 of the file"
    quoted: str = "Quoted passage"
    day_mark: str = ""  # after the number of the day
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

GERMAN = Labels(
    language="de",
    audience="An",
    author="Von",
    date="Datum",
    cutoff="Informationsstand",
    reference="Aktenzeichen",
    bottom_line="Kernaussage",
    sources="Quellen",
    page="Seite",
    of="von",
    paragraph="Abs.",
    pages="S.",
    retrieved="abgerufen am",
    published="veröffentlicht am",
    updated="aktualisiert am",
    grade="Bewertung",
    untitled="Vermerk ohne Titel",
    nothing="Keine Einträge.",
    annex="Nicht abgelegte Auszüge",
    comment="Kommentar",
    notes="Anmerkungen",
    scale="Wahrscheinlichkeitsbegriffe",
    term="Begriff",
    share="Anteil",
    no_date="o. J.",
    sources_cited=("Dieser Vermerk zitiert eine Quelle", "Dieser Vermerk zitiert {} Quellen"),
    outlets=(" aus einem Medium", " aus {} Medien"),
    passages=(" an einer Stelle", " an {} Stellen"),
    period="Veröffentlicht",
    grades="Bewertungen",
    ungraded="Ohne Bewertung",
    most_cited="Am häufigsten zitiert",
    article="Gesicherte Artikel",
    in_article="Im Artikel zeigen",
    noise="Teile der Seite, die nicht zum Artikel gehören",
    author_of="Verfasst von",
    outlet="Medium",
    address="Adresse",
    digest="SHA-256 der Datei",
    quoted="Zitierte Stelle",
    day_mark=".",
    months=(
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ),
)

FRENCH = Labels(
    language="fr",
    audience="À",
    author="De",
    date="Date",
    cutoff="Informations arrêtées au",
    reference="Référence",
    bottom_line="L’essentiel",
    sources="Sources",
    page="Page",
    of="sur",
    paragraph="paragr.",
    pages="p.",
    retrieved="consulté le",
    published="publié le",
    updated="mis à jour le",
    grade="cotation",
    untitled="Note sans titre",
    nothing="Aucune entrée.",
    article="Articles conservés",
    in_article="Voir dans l’article",
    noise="Éléments de la page hors article",
    author_of="Auteur",
    outlet="Média",
    address="Adresse",
    digest="SHA-256 du fichier",
    quoted="Passage cité",
    annex="Extraits non classés",
    comment="Commentaire",
    notes="Notes",
    scale="Termes de probabilité",
    term="Terme",
    share="Part",
    no_date="s. d.",
    sources_cited=("Cette note cite une source", "Cette note cite {} sources"),
    outlets=(" d’un média", " de {} médias"),
    passages=(" en un passage", " en {} passages"),
    period="Publication",
    grades="Cotations",
    ungraded="Sans cotation",
    most_cited="La plus citée",
    colon="\u00a0: ",
    months=(
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ),
)

_KNOWN = {labels.language: labels for labels in (ENGLISH, GERMAN, FRENCH)}


def labels_in(language: str) -> Labels:
    """Labels in a language (BCP 47), English where it is not known."""
    return _KNOWN.get(language.replace("_", "-").split("-", maxsplit=1)[0].lower(), ENGLISH)


def readable_date(date: str, labels: Labels) -> str:
    """An ISO 8601 date as people write it, `17 November 2025`; other text is returned as it is."""
    parts = date[:10].split("-")
    if len(parts[0]) != _YEAR or len(parts) > 3 or not all(p.isascii() and p.isdigit() for p in parts):  # noqa: PLR2004
        return date
    if date[10:11] not in ("", "T", " "):
        return date
    year, *rest = parts
    if not rest:
        return year
    if not 1 <= int(rest[0]) <= len(labels.months):
        return date
    words = [labels.months[int(rest[0]) - 1], year]
    if len(rest) > 1:
        words.insert(0, f"{int(rest[1])}{labels.day_mark}")
    return " ".join(words)
