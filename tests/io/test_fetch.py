import gzip
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from briefing.app.intake import read_address, read_article
from briefing.domain.errors import BriefingError
from briefing.io.fetch import fetch
from tests.pages import FRENCH, NEWS

RELEASE = threading.Event()


class _Site(BaseHTTPRequestHandler):
    """A small site: pages, redirects, and everything that goes wrong."""

    def do_GET(self) -> None:
        path = self.path
        if path == "/news":
            self._answer(NEWS.encode(), "text/html; charset=utf-8")
        elif path == "/latin":
            self._answer(
                FRENCH.replace('<meta http-equiv="Content-Type"', "<meta").encode("cp1252"),
                "text/html; charset=iso-8859-1",
            )
        elif path == "/packed":
            self._answer(gzip.compress(NEWS.encode()), "text/html", ("Content-Encoding", "gzip"))
        elif path == "/bomb":
            self._answer(gzip.compress(b"\0" * 3_000_000), "text/html", ("Content-Encoding", "gzip"))
        elif path == "/cookie":
            self._answer(str(self.headers.get("Cookie")).encode(), "text/plain", ("Set-Cookie", "a=b"))
        elif path == "/slow":
            RELEASE.wait(20)
        elif path.startswith("/go/"):
            self._redirect(path.removeprefix("/go/"))
        else:
            self.send_error(404)

    def _answer(self, body: bytes, kind: str, *headers: tuple[str, str]) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _redirect(self, where: str) -> None:
        self.send_response(302)
        steps = int(where) if where.isdigit() else -1
        self.send_header("Location", where if steps < 0 else f"/go/{steps - 1}" if steps else "/news")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    RELEASE.set()
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_page_is_fetched_and_read_with_its_address(site: str) -> None:
    source = read_address(f"{site}/news")
    assert source.record.title == "Harbour towns agree on winter ferry"
    assert source.record.retrieved
    assert source.original == NEWS.encode()


def test_the_charset_of_the_answer_is_obeyed(site: str) -> None:
    assert "mettant fin à une querelle née" in read_address(f"{site}/latin").text


def test_an_encoding_that_is_asked_for_goes_before_that_of_the_answer(site: str) -> None:
    assert "mettant fin ą une querelle née" in read_article(f"{site}/latin", encoding="cp1257").text


def test_what_comes_packed_is_unpacked_within_the_limit(site: str) -> None:
    assert fetch(f"{site}/packed").data == NEWS.encode()
    with pytest.raises(BriefingError, match="more than 1 MB"):
        fetch(f"{site}/bomb", limit=1_000_000)


def test_five_redirects_are_followed_and_no_more(site: str) -> None:
    assert fetch(f"{site}/go/4").address == f"{site}/news"
    with pytest.raises(BriefingError, match="leads on and on"):
        fetch(f"{site}/go/9")


@pytest.mark.parametrize("elsewhere", ["file:///etc/hostname", "ftp://harbour.example/x", "data:text/html,x"])
def test_a_redirect_to_something_else_than_the_web_is_not_followed(site: str, elsewhere: str) -> None:
    with pytest.raises(BriefingError, match=r"cannot be fetched|leads on to what is no page of the web"):
        fetch(f"{site}/go/{elsewhere}")


def test_no_cookie_is_kept_or_sent(site: str) -> None:
    fetch(f"{site}/cookie")
    assert fetch(f"{site}/cookie").data == b"None"


def test_a_silent_server_is_given_up(site: str) -> None:
    with pytest.raises(BriefingError, match="did not answer in time"):
        fetch(f"{site}/slow", seconds=0.2)


def test_what_is_not_there_is_said(site: str) -> None:
    with pytest.raises(BriefingError, match="error 404"):
        fetch(f"{site}/gone")


@pytest.mark.parametrize(
    "address", ["file:///etc/hostname", "ftp://harbour.example/", "harbour", "http://", "http://[x"]
)
def test_only_addresses_of_the_web_are_fetched(address: str) -> None:
    with pytest.raises(BriefingError, match="fetched"):
        fetch(address)


def test_a_closed_door_is_one_sentence() -> None:
    with pytest.raises(BriefingError, match="could not be reached"):
        fetch("http://127.0.0.1:9/")
