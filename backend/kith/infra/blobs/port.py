"""What Kith asks of a place that keeps files."""

from collections.abc import AsyncIterable, AsyncIterator
from typing import Protocol

Content = bytes | AsyncIterable[bytes]


class Blobs(Protocol):
    """Keys are lower-case paths such as `acme/0199.../original`; a key is written once or replaced whole."""

    async def put(self, key: str, content: Content) -> int:
        """Store `content` and return its size; readers see all of it or nothing."""
        ...

    async def get(self, key: str) -> bytes:
        """Return the whole content, or raise BlobMissing."""
        ...

    def iter(self, key: str) -> AsyncIterator[bytes]:
        """Stream the content in chunks, or raise BlobMissing."""
        ...

    async def size(self, key: str) -> int:
        """Return the number of bytes, or raise BlobMissing."""
        ...

    async def delete(self, key: str) -> None:
        """Remove a key; one that is not there is fine."""
        ...

    def list(self, prefix: str) -> AsyncIterator[str]:
        """Stream the keys below `prefix`, in no promised order."""
        ...
