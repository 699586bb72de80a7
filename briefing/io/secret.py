"""Passphrases: a note file sealed so that only who knows the passphrase can read it or change it unnoticed.

A sealed file is a header and the note file in pieces of 64 kB, each encrypted and authenticated with ChaCha20-Poly1305
(RFC 8439) under a key of its own for every save; the key comes from the passphrase by scrypt (RFC 7914). The pieces are
numbered and the last one is marked, so that none can be left out, doubled or moved (the STREAM construction).
"""

import os
from dataclasses import dataclass, field
from hashlib import sha256
from typing import BinaryIO

from briefing.domain.errors import BriefingError
from briefing.io.container import Damaged

MAGIC = b"briefing sealed 1\n"
_SALT = 16
_TAG = 16
_PIECE = 1 << 16
_COST, _BLOCK, _LANES = 17, 8, 1  # 2^17: 128 MB of memory and a third of a second
_HIGHEST_COST = 20  # what a hostile header may ask for
_HEADER = len(MAGIC) + 1 + 2 * _SALT


class Sealed(BriefingError):
    """The note is protected by a passphrase, and none was given."""


class WrongPassphrase(BriefingError):
    """The passphrase given is not that of the note."""


@dataclass(frozen=True)
class Secret:
    """The key that a passphrase gives together with its salt."""

    salt: bytes
    key: bytes = field(repr=False)
    cost: int = _COST


def make_secret(passphrase: str, salt: bytes | None = None, cost: int = _COST) -> Secret:
    """The key of a passphrase; the same salt and cost give the same key."""
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt  # noqa: PLC0415  # only for protected notes

    salt = salt or os.urandom(_SALT)
    derive = Scrypt(salt=salt, length=32, n=1 << cost, r=_BLOCK, p=_LANES)
    return Secret(salt, derive.derive(passphrase.encode("utf-8", "surrogatepass")), cost)


def is_sealed(begin: bytes) -> bool:
    """Whether a file that begins so is sealed."""
    return begin.startswith(MAGIC)


def fingerprint(file: BinaryIO) -> int:
    """What tells one sealed file from another: the salt of its save and the mark of its last piece."""
    file.seek(0)
    header = file.read(_HEADER)
    length = file.seek(0, 2)
    file.seek(max(0, length - _TAG))
    return int.from_bytes(sha256(header + file.read(_TAG)).digest()[:8], "big")


def seal(data: bytes, secret: Secret) -> bytes:
    """Data sealed; the same data is sealed differently each time."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305  # noqa: PLC0415  # as above

    header = MAGIC + bytes([secret.cost]) + secret.salt + os.urandom(_SALT)
    cipher = ChaCha20Poly1305(_file_key(secret, header))
    starts = range(0, max(len(data), 1), _PIECE)
    pieces = (
        cipher.encrypt(_nonce(number, is_last=start + _PIECE >= len(data)), data[start : start + _PIECE], header)
        for number, start in enumerate(starts)
    )
    return b"".join((header, *pieces))


def unseal(data: bytes, given: Secret | str | None, name: str) -> tuple[bytes, Secret]:
    """What was sealed, and the secret; `given` is a passphrase or a secret that was used before.

    Raises Sealed without one, WrongPassphrase for another one, Damaged if the file was changed or cut off.
    """
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415  # as above
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305  # noqa: PLC0415

    if given is None:
        raise Sealed(f"“{name}” is protected by a passphrase; give it to open the note.")
    header, body = data[:_HEADER], data[_HEADER:]
    cost = header[len(MAGIC)] if len(header) == _HEADER else 0
    if not 1 <= cost <= _HIGHEST_COST or len(body) < _TAG:
        raise Damaged("the end of the file is missing")
    secret = _secret(given, header, cost)
    cipher = ChaCha20Poly1305(_file_key(secret, header))
    size = _PIECE + _TAG
    parts: list[bytes] = []
    for number, start in enumerate(range(0, len(body), size)):
        try:
            nonce = _nonce(number, is_last=start + size >= len(body))
            parts.append(cipher.decrypt(nonce, body[start : start + size], header))
        except InvalidTag:
            if number == 0:
                raise WrongPassphrase(f"That is not the passphrase of “{name}”, or its beginning is damaged.") from None
            raise Damaged("it was changed or cut off after it was sealed") from None
    return b"".join(parts), secret


def _secret(given: Secret | str, header: bytes, cost: int) -> Secret:
    salt = header[len(MAGIC) + 1 : len(MAGIC) + 1 + _SALT]
    if isinstance(given, Secret) and (given.salt, given.cost) == (salt, cost):
        return given
    if isinstance(given, Secret):
        raise Damaged("it was sealed with another passphrase since")
    return make_secret(given, salt, cost)


def _file_key(secret: Secret, header: bytes) -> bytes:
    """A key for one save only, so that no two pieces ever share key and number."""
    from cryptography.hazmat.primitives.hashes import SHA256  # noqa: PLC0415  # as above
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF  # noqa: PLC0415

    return HKDF(algorithm=SHA256(), length=32, salt=header[-_SALT:], info=MAGIC).derive(secret.key)


def _nonce(number: int, *, is_last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([is_last])
