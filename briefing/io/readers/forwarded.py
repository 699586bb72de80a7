"""Articles that were forwarded in a mail: the header above them is noise, and tells who wrote what and when."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from email.utils import getaddresses

from briefing.domain.dates import read_date
from briefing.domain.source import Kind, Passage, Record, Source
from briefing.domain.text import fold, word_count

_FORWARDED = re.compile(
    r"(?:begin )?forwarded message|weitergeleitete nachricht|anfang der weitergeleiteten (?:nachricht|e-mail)"
    r"|(?:début du )?message (?:transféré|réexpédié)|mensaje reenviado|(?:inizio )?messaggio inoltrato"
    r"|doorgestuurd bericht|mensagem encaminhada|przekazana wiadomość|wiadomość przekazana"
    r"|vidarebefordrat meddelande|пересылаемое сообщение|начало переадресованного сообщения",
    re.IGNORECASE,
)
_ORIGINAL = re.compile(
    r"(?:original message|original appointment|ursprüngliche nachricht|originalnachricht|message d['’]origine"
    r"|message original|mensaje original|messaggio originale|oorspronkelijk bericht|mensagem original"
    r"|oryginalna wiadomość|исходное сообщение)\W*$",
    re.IGNORECASE,
)
_RULE = re.compile(r"[_\-=*\s]{5,}$")
_NAMES = {
    "sender": "from von de da van od от från fra lähettäjä gönderen 发件人 寄件者 差出人 보낸 사람",
    "date": "date sent gesendet datum envoyé enviado fecha inviato data verzonden wysłano skickat sendt дата",
    "subject": "subject betreff objet asunto oggetto onderwerp assunto temat тема ämne emne konu 主题 主旨 件名 제목",
    "other": "to cc bcc an à para a aan do кому till til reply-to kopie copie copia копия anlagen",
}
_KIND = {name: kind for kind, names in _NAMES.items() for name in names.split()}
_FIELD = re.compile(
    rf"[\W_]*(?P<name>{'|'.join(map(re.escape, sorted(_KIND, key=len, reverse=True)))})"
    r"(?:\s(?:am|on|le|el|il|em|на|op))?[\W_]{0,3}?\s?[:：][\W_]*?(?P<value>[^\W_].*|\[.*|<.*|\".*)?$",
    re.IGNORECASE,
)
_PREFIX = re.compile(r"\s*(?:fwd?|wg|tr|rv|i|enc|doorst|vs|vb|pd|пересл)\s*(?:\[\d+\])?\s*:", re.IGNORECASE)
_FEW = 40  # words that are said before an article that was forwarded; an answer says more


@dataclass(slots=True)
class _Header:
    """The passages that may be a header, and what its fields say."""

    passages: list[int] = field(default_factory=list)
    told: dict[str, str] = field(default_factory=dict)
    is_forward: bool = False
    is_marked: bool = False  # by a line that says so

    @property
    def is_one(self) -> bool:
        """Whether they are one; where they are not, neither are the last of them without the first."""
        return {"sender", "date", "subject"} <= self.told.keys() or (self.is_marked and len(self.told) > 1)


def with_forwarded(source: Source, subject: str) -> Source:
    """The source with headers inside it as noise; the first one tells of the article, where one was forwarded."""
    passages = list(source.passages)
    lines = [[line.lstrip("> \t") for line in source.text[p.start : p.end].split("\n")] for p in passages]
    record = source.record
    at = 0
    is_first = True
    while at < len(passages):
        header = _header(lines, at)
        at = max([at, *header.passages]) + 1
        if not header.is_one:
            continue
        for index in header.passages:
            passages[index] = replace(passages[index], kind=Kind.NOISE, level=0)
        above = passages[: header.passages[0]]
        if is_first and (header.is_forward or _PREFIX.match(subject) or _words(source, above) < _FEW):
            record = _credited(record, header.told)
        is_first = False
    return replace(source, passages=tuple(passages), record=record)


def _words(source: Source, passages: Sequence[Passage]) -> int:
    return sum(word_count(source.text[p.start : p.end]) for p in passages if p.kind is not Kind.NOISE)


def _header(lines: Sequence[Sequence[str]], at: int) -> _Header:
    """What may be a header from a passage on: a line that says so, or the fields that mails have."""
    header = _Header()
    for index in range(at, len(lines)):
        marks = [line for line in lines[index] if _is_mark(line)]
        said = [line for line in lines[index] if line.strip() and not _is_mark(line)]
        fields = [found for found in map(_FIELD.match, said) if found]
        if said and (_FIELD.match(said[0]) is None or len(fields) * 2 < len(said)):
            break
        if not header.told and not fields and not marks and (said or not header.passages):
            break
        header.is_marked |= any(not _RULE.match(mark) for mark in marks)
        header.is_forward |= any(_FORWARDED.search(mark) for mark in marks)
        header.told |= {_KIND[found["name"].lower()]: fold(found["value"] or "") for found in fields}
        header.passages.append(index)
    return header


def _is_mark(line: str) -> bool:
    bare = line.strip(" -_=*>:\t")
    return bool(_RULE.match(line) or _ORIGINAL.match(bare) or (len(bare) < 60 and _FORWARDED.match(bare)))  # noqa: PLR2004 - a line that says no more


def _credited(record: Record, told: dict[str, str]) -> Record:
    return replace(
        record,
        title=without_prefixes(told.get("subject", "")) or record.title,
        authors=sender_names(told.get("sender", "")) or record.authors,
        published=read_date(told.get("date", "")) or record.published,
    )


_PREFIXES = re.compile(
    r"^(?:\s*(?:re|aw|sv|fwd?|wg|tr|rv|i|vs|antw|odp|ha|enc|vb|пересл)\s*(?:\[\d+\])?\s*:)+\s*", re.IGNORECASE
)


def without_prefixes(subject: str) -> str:
    """A subject without the signs of answers and forwards before it."""
    return _PREFIXES.sub("", subject)


def sender_names(words: str) -> tuple[str, ...]:
    """Who a mail is from, as far as its header names people rather than addresses."""
    named = fold(re.sub(r"[<\[(]?(?:mailto:)?[\w.+-]+@[\w.-]+[>\])]?", " ", words)).strip(" <>[]();,\"'")
    if named and '"' not in words:
        last, is_turned, first = named.partition(", ")
        whole = f"{first} {last}" if is_turned and "," not in first and word_count(named) <= 4 else named  # noqa: PLR2004 - of one person
        return (whole,)
    names = (fold(name or address) for name, address in getaddresses([words.replace("mailto:", "")]))
    return tuple(name for name in names if name)
