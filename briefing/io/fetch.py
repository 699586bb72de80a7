"""Fetching an address, only when asked: http and https, TLS checked, time, size and redirects bounded, no cookies."""

import http.client
import ipaddress
import socket
import ssl
import time
import urllib.error
import urllib.request
import zlib
from dataclasses import dataclass
from email.message import Message
from pathlib import PurePosixPath
from typing import IO
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from briefing import __version__
from briefing.domain.errors import BriefingError

SECONDS = 30.0
BYTES = 20_000_000
REDIRECTS = 5
_CHUNK = 65_536


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: its bytes, the address after redirects, a file name, and the charset it declared."""

    data: bytes
    address: str
    name: str
    charset: str


def fetch(address: str, seconds: float = SECONDS, limit: int = BYTES) -> Fetched:
    """Fetch an address; one sentence says why when it cannot be."""
    deadline = time.monotonic() + seconds
    request = urllib.request.Request(  # noqa: S310 - only http and https pass `_checked`
        _checked(address), headers={"User-Agent": f"Briefing/{__version__}", "Accept-Encoding": "identity"}
    )
    opener = urllib.request.build_opener(
        _Redirects(), urllib.request.HTTPSHandler(context=ssl.create_default_context())
    )
    try:
        with opener.open(request, timeout=seconds) as response:
            data = _body(response, deadline, limit)
            final = response.geturl()
            return Fetched(data, final, _name(final), response.headers.get_content_charset("") or "")
    except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
        raise BriefingError(_sentence(error, address)) from error


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows at most five redirects, each held to the same rules as the address itself."""

    max_redirections = REDIRECTS
    max_repeats = 2

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> urllib.request.Request | None:
        target = _checked(newurl)
        if _is_private(target) and not _is_private(req.full_url):
            raise BriefingError("The address leads on to a computer of your own network, so it was not followed.")
        return super().redirect_request(req, fp, code, msg, headers, target)  # type: ignore[arg-type]


def _checked(address: str) -> str:
    """The address in the letters that servers understand; refused unless it is http or https with a host."""
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").encode("idna").decode("ascii") if parts.hostname else ""
        port = f":{parts.port}" if parts.port else ""
    except (ValueError, UnicodeError) as error:
        raise BriefingError(f"“{address}” is no address that can be fetched; check how it is written.") from error
    if parts.scheme.lower() not in ("http", "https") or not host:
        raise BriefingError(f"“{address}” cannot be fetched; only addresses that begin with http or https are.")
    host = f"[{host}]" if ":" in host else host
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    return urlunsplit((parts.scheme.lower(), host + port, path, quote(parts.query, safe="/%:@!$&'()*+,;=~-._?"), ""))


def _is_private(address: str) -> bool:
    """Whether an address leads to this computer or its own network, by its name or what the name stands for."""
    host = urlsplit(address).hostname or ""
    try:
        found = {str(info[4][0]) for info in socket.getaddrinfo(host, None)}
    except OSError:
        return False
    return any(not ipaddress.ip_address(place.partition("%")[0]).is_global for place in found)


def _body(response: http.client.HTTPResponse, deadline: float, limit: int) -> bytes:
    """The whole body, unpacked, within the time and the size."""
    encoding = response.headers.get("Content-Encoding", "identity").lower()
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 32) if encoding in ("gzip", "deflate") else None
    parts: list[bytes] = []
    size = 0
    while chunk := response.read1(_CHUNK):
        piece = unpack.decompress(chunk, limit + 1) if unpack else chunk
        size += len(piece)
        parts.append(piece)
        if size > limit:
            raise BriefingError(
                f"The address gives more than {limit // 1_000_000} MB; download the article and open it."
            )
        if time.monotonic() > deadline:
            raise TimeoutError
    return b"".join(parts)


def _name(address: str) -> str:
    """A file name from the last part of an address."""
    return unquote(PurePosixPath(urlsplit(address).path).name).replace("/", "_")


def _sentence(error: Exception, address: str) -> str:
    """Why an address could not be fetched."""
    host = urlsplit(address.strip()).hostname or address
    reason = getattr(error, "reason", error)
    if isinstance(error, urllib.error.HTTPError):
        return _answer(error, host)
    if isinstance(reason, ssl.SSLError):
        return f"The connection to “{host}” is not safe (its certificate could not be checked), so nothing was fetched."
    if isinstance(reason, TimeoutError):
        return f"“{host}” did not answer in time; try again, or open the page in a browser and paste it."
    if isinstance(reason, socket.gaierror):
        return f"“{host}” could not be found; check the address and the network."
    return f"“{host}” could not be reached; check the network, or open the page in a browser and paste it."


def _answer(error: urllib.error.HTTPError, host: str) -> str:
    """What a server answered instead of a page."""
    if "not allowed" in str(error.msg):  # a redirect to a file or the like
        return f"“{host}” leads on to what is no page of the web, so it was not followed."
    if "redirect" in str(error.msg):
        return f"“{host}” leads on and on, so it was not followed further."
    return f"“{host}” answered with the error {error.code} ({http.client.responses.get(error.code, 'unknown')})."
