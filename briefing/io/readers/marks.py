"""What the classes and ids of an element say it is: the article's lead, or something beside the article."""

import re

from briefing.io.readers.blocks import Tree

_TELLING = ("class", "id", "itemprop", "data-component", "data-testid")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_MODIFIERS = re.compile(r"(?<![^\s])(?:with|without|has|have|no|hide|show|is|not)[-_]\S+|--\S+", re.IGNORECASE)
_ENTRY = re.compile(r"(?<!\S)(?:h-?entry|type-post|status-publish)(?!\S)", re.IGNORECASE)


def _words(pattern: str) -> re.Pattern[str]:
    """Words that stand by themselves in a name, between hyphens, underscores and spaces."""
    return re.compile(rf"(?:^|[-_\s])({pattern})(?=$|[-_\s])", re.IGNORECASE)


_OTHER = _words(
    r"related|promo\w*|newsletter\w*|share\w*|sharing|social\w*|advert\w*|ads?|sponsor\w*|comments?|sidebar|side-bar"
    r"|recommend\w*|most-?read|popular|trending|subscri\w*|sign-?up|tags?|bio|byline|captions?|credits?|meta|widget\w*"
    r"|teasers?|cards?|more|read-?more|also|nav\w*|menu|breadcrumbs?|footer|toolbar|player|video|gallery|paywall|poll"
    r"|donat\w*|follow|outbrain|taboola|disclaimer|copyright|cookie\w*|banner|popup|modal|hidden|print"
    r"|authors?|autor(?:en|es|i)?|auteurs?|profile"
)
_PICTURE = _words(r"images?|img|photos?|pictures?|figure|thumb(?:nail)?s?|bild\w*|fotos?|asset-image|slide\w*|credits?")
_LEAD = _words(
    r"lead|lede|standfirst|intro\w*|summary|subtitle|sub-?head(?:line|ing)?|dek|deck|synopsis|excerpt|chapo"
    r"|sapo|bajada|entradilla|sommario|ingress|vorspann|anrisstext|desc(?:ription)?|abstract"
)
_BESIDE = _words(
    r"related|most-?(?:read|viewed|popular)|popular|trending|recommend\w*|newsletter\w*|shar(?:e|ing)|comments?"
    r"|sidebar|author-?bio|about-?(?:the-)?author|bio|breadcrumbs?|outbrain|taboola|(?:must|also)-?read|read-?(?:also|next)"
    r"|more-?(?:on|from|news|stories)|topic-?box|subscri\w*|sign-?up|cookies?|toolbar|news-?list|latest(?:-news)?"
    r"|copyright|tags|keywords|reactions"
)
_POST = _words(
    r"post(?:-?(?:body|content|message|text|wrap\w*|\d+))?|posts?|message|messages|answers?|suggestedAnswer|reply|replies"
    r"|thread|topic(?:-?(?:body|post))?|comments?|comtr|p\d+|t\d+"
)
_COMMENT = _words(r"comments?(?:-?\w+)?|commentlist|disqus\w*|kommentare?|commentaires?|comentarios")
_FRAME = _words(r"footer|nav\w*|menu|site-?header|masthead|breadcrumbs?|filters?|cookie\w*|pagination|paging")
_SECTION = _words(r"(?:sub)?sect(?:ion)?s?\d*|chapter|ref(?:sect|entry)\w*")
_NAME = _words(r"user\w*|authors?|names?|members?|profile|poster")


def is_other(element: Tree) -> bool:
    """Whether an element by itself is called something else than the text of an article."""
    return _OTHER.search(_names(element, ("class", "id"))) is not None


def is_lead(element: Tree) -> bool:
    """Whether an element is called a lead or a subtitle."""
    return _LEAD.search(_names(element, _TELLING)) is not None


def is_picture(element: Tree) -> bool:
    """Whether an element is called a picture, or what stands below one."""
    return _PICTURE.search(_names(element, ("class", "id"))) is not None


def is_post(element: Tree) -> bool:
    """Whether an element is called a post of a thread, such as a message, an answer or a comment."""
    own = " ".join(filter(None, map(element.get, ("class", "id", "itemprop"))))
    return bool(own) and _POST.search(own) is not None


def is_comment(element: Tree) -> bool:
    """Whether an element is called a comment, or the place of the comments."""
    return _COMMENT.search(_names(element, ("class", "id", "itemprop"))) is not None


def is_frame(element: Tree) -> bool:
    """Whether an element is called a part of the frame that is around the text of every page."""
    return _FRAME.search(_names(element, ("class", "id"))) is not None


def is_section(element: Tree) -> bool:
    """Whether an element is called a section of a text, as generators of documentation call it."""
    return _SECTION.search(element.get("class") or "") is not None


def is_name(element: Tree) -> bool:
    """Whether an element is called the name of who wrote a post, or stands in one that is."""
    return any(_NAME.search(_names(one, ("class", "id"))) for one in (element, element.getparent()) if one is not None)


def beside(element: Tree) -> str:
    """The word by which an element is called a box beside an article, such as "related"; empty if it is none."""
    found = _BESIDE.search(_names(element, _TELLING))
    return found[1].lower() if found else ""


def _names(element: Tree, attributes: tuple[str, ...]) -> str:
    """What an element is called: words run together parted, those left out that say how it looks or is filed."""
    own = " ".join(filter(None, map(element.get, attributes)))
    if not own or _ENTRY.search(own):  # the classes of a blog's entry are its tags and authors
        return ""
    return _HUMP.sub("-", _MODIFIERS.sub("", own))
