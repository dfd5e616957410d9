"""Random secrets and their digests; the database keeps only digests."""

import base64
import hashlib
import secrets

TOKEN_PREFIX = "kith_"  # noqa: S105 - names the kind of secret, is none
_BYTES = 32
_MAX_LENGTH = 200


def new_secret() -> str:
    """Return 256 random bits as text that is safe in a cookie, a header and an address."""
    return secrets.token_urlsafe(_BYTES)


def digest(secret: str) -> bytes:
    """Return what is stored for a secret; a random secret needs no salt and no slow hash."""
    return hashlib.sha256(secret[:_MAX_LENGTH].encode()).digest()


def csrf_for(cookie: str) -> str:
    """Return the word that a browser must echo in a header; only who reads the session's answer knows it."""
    mixed = hashlib.sha256(b"csrf:" + cookie[:_MAX_LENGTH].encode()).digest()
    return base64.urlsafe_b64encode(mixed[:24]).decode()
