"""Argon2id in a few threads of its own: hashing is slow on purpose and must not stop the event loop."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

# OWASP's minimum: 19 MiB, two passes. More would let a flood of sign-ins eat a small machine's memory.
_HASHER = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
_THREADS = ThreadPoolExecutor(max_workers=2, thread_name_prefix="argon2")


async def hashed(password: str) -> str:
    """Return the hash to store."""
    return await asyncio.get_running_loop().run_in_executor(_THREADS, _HASHER.hash, password)


async def matches(stored: str | None, password: str) -> bool:
    """Say whether `password` is the one; with nothing stored the answer is no, and takes as long."""
    loop = asyncio.get_running_loop()
    right = await loop.run_in_executor(_THREADS, _verify, stored, password)
    return right and stored is not None


def is_outdated(stored: str) -> bool:
    """Say whether the hash was made with weaker settings than today's."""
    return _HASHER.check_needs_rehash(stored)


def _verify(stored: str | None, password: str) -> bool:
    try:
        return _HASHER.verify(stored or _nobody(), password)
    except (VerificationError, InvalidHashError):
        return False


@cache
def _nobody() -> str:
    """Somebody who does not exist takes as long to refuse as somebody who does."""
    return _HASHER.hash("nobody has this password")
