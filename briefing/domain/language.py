"""The language of a text, by its script and its most frequent small words, where nothing states it."""

import re
from collections import Counter

# Words that are frequent in one language and rare or absent in its neighbours.
_WORDS = {
    "en": "the of and to in that is was for with on by from has have it its said which are",
    "de": "der die das und ist nicht mit den von zu ein eine auf für sich dem auch als wird im",
    "fr": "le la les des est une dans que pour qui sur pas par au avec ce il du aux cette",
    "es": "el la los las que del una por con para se su como más pero sus al es lo han",
    "it": "il che della per di una con non sono gli dei nel alla anche più del è ha delle si",
    "pt": "que não uma os para com do da em dos no na mais por como ao foi das pelo são",
    "nl": "de het een van en dat niet zijn op voor met te aan ook er door om bij wordt naar",
    "sv": "och att det som är på för med av inte den till har ett om men från kan vid också",
    "da": "og at det er på til af ikke den for med som der har de et om blev fra ved",
    "nb": "og det er på til av ikke som for med har den ble om fra ved seg et også etter",
    "fi": "ja on ei että se oli myös hän ovat kuin mutta tai joka sen mukaan",
    "pl": "i w na nie się z do że jest to o jak po od przez dla za są który",
    "cs": "a se v na je že s z do o pro by jako byl podle které ale jsou však také",
    "hu": "a az és hogy nem is egy meg volt ez van mint csak már még azt szerint",
    "ro": "și în de la care nu cu pe din este pentru mai au fost sau prin ca",
    "tr": "ve bir bu için ile de da olarak olan daha çok gibi kadar sonra ne ancak",
    "id": "yang dan di dari untuk dengan ini itu pada tidak dalam akan oleh juga telah",
    "ru": "и в не на что с по как это из за от для о но его был также",
    "uk": "і в не на що з та до як це від за для про але його був також",
    "bg": "и на в не се да за от по е че с това са ще като до",
    "vi": "và của là có được cho các trong không với những một đã người này",
}
_SCRIPTS = {
    "ja": r"[\u3041-\u30ff]", "zh": r"[\u4e00-\u9fff]", "ko": r"[\uac00-\ud7af]", "ar": r"[\u0620-\u064a]",
    "he": r"[\u05d0-\u05ea]", "el": r"[\u0370-\u03ff]", "th": r"[\u0e01-\u0e5b]", "hi": r"[\u0900-\u097f]",
}  # fmt: skip
_SAMPLE = 20_000  # characters
_FEWEST = 5  # small words that must be found
_CLEAR = 1.25  # times as many as in the next language


def language_of(text: str) -> str:
    """The language of a text as BCP 47 writes it; empty where the text is too short to tell."""
    sample = text[:_SAMPLE]
    letters = sum(map(str.isalpha, sample))
    for language, script in _SCRIPTS.items():
        share = len(re.findall(script, sample)) / max(letters, 1)
        if share > (0.1 if language == "ja" else 0.4):
            return language
    counts = Counter(re.findall(r"[^\W\d_]+", sample.lower()))
    scores = sorted(
        ((sum(counts[word] for word in words.split()), name) for name, words in _WORDS.items()), reverse=True
    )
    (best, name), (second, _) = scores[:2]
    return name if best >= _FEWEST and best >= _CLEAR * second else ""
