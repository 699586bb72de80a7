"""Addresses of the web: what is one, and when two of them lead to the same article."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

# What is hung on an address to follow the reader, not to name the article.
_FOLLOWING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref(?:_src|errer)?|cmp|ocid|ns_\w+|s?cid|smid|ito|xtor|at_\w+|__twitter_impression|amp",
    re.IGNORECASE,
)


def is_address(place: str) -> bool:
    """Whether a place is an address of the web and not a file."""
    return re.match(r"https?://", place.strip(), re.IGNORECASE) is not None


def bare_address(address: str) -> str:
    """What names the article in an address: without scheme, www, fragment, final slash and what follows the reader."""
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("amp.")
    except ValueError:
        return address.strip()
    asked = sorted((key, value) for key, value in parse_qsl(parts.query) if not _FOLLOWING.fullmatch(key))
    path = re.sub(r"(?:/amp|/index\.\w{3,5})?/*$", "", parts.path)
    return f"{host}{path}" + (f"?{urlencode(asked)}" if asked else "")
