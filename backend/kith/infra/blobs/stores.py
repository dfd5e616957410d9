"""The one adapter: obstore speaks local folders, S3 and memory alike."""

import re
from collections.abc import AsyncIterable, AsyncIterator
from pathlib import Path

import obstore
from obstore.exceptions import BaseError
from obstore.store import LocalStore, MemoryStore, ObjectStore, from_url

from kith.infra.blobs.port import Content
from kith.infra.errors import BlobKeyInvalid, BlobMissing, StorageFull, StorageUnavailable
from kith.infra.faults import FULL
from kith.infra.settings import Settings
from kith.lib.errors import KithError

KEY = re.compile(r"[a-z0-9_-][a-z0-9_.-]*(/[a-z0-9_-][a-z0-9_.-]*)*")
CHUNK = 1024 * 1024
_SYSTEM_ERROR = re.compile(r"\(os error (\d+)\)")


class StoreBlobs:
    """Blobs in any store that obstore can open."""

    def __init__(self, store: ObjectStore) -> None:
        self._store = store

    async def put(self, key: str, content: Content) -> int:
        """Store `content`; big content goes up in parts."""
        sizes: list[int] = []
        try:
            await obstore.put_async(self._store, _checked(key), _measured(content, sizes))
        except BaseError as error:
            raise _refused(error) from error
        return sum(sizes)

    async def get(self, key: str) -> bytes:
        """Return the whole content."""
        try:
            found = await obstore.get_async(self._store, _checked(key))
            return bytes(await found.bytes_async())
        except FileNotFoundError:
            raise BlobMissing(key=key) from None

    async def iter(self, key: str) -> AsyncIterator[bytes]:
        """Stream the content."""
        try:
            found = await obstore.get_async(self._store, _checked(key))
        except FileNotFoundError:
            raise BlobMissing(key=key) from None
        async for chunk in found.stream(min_chunk_size=CHUNK):
            yield bytes(chunk)

    async def size(self, key: str) -> int:
        """Return the number of bytes."""
        try:
            return (await obstore.head_async(self._store, _checked(key)))["size"]
        except FileNotFoundError:
            raise BlobMissing(key=key) from None

    async def delete(self, key: str) -> None:
        """Remove a key."""
        try:
            await obstore.delete_async(self._store, _checked(key))
        except FileNotFoundError:
            return

    async def list(self, prefix: str) -> AsyncIterator[str]:
        """Stream the keys below `prefix`."""
        async for page in obstore.list(self._store, prefix=prefix):
            for entry in page:
                yield entry["path"]


class MemoryBlobs(StoreBlobs):
    """The twin for tests: the same adapter over memory."""

    def __init__(self) -> None:
        super().__init__(MemoryStore())


def open_blobs(settings: Settings) -> StoreBlobs:
    """The store that the settings name; the data folder's `files` without one."""
    if settings.files_url:
        return StoreBlobs(from_url(settings.files_url))
    folder = settings.data / "files"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return StoreBlobs(LocalStore(Path(folder)))


def _checked(key: str) -> str:
    if not KEY.fullmatch(key) or len(key) > 512:  # noqa: PLR2004 - S3 allows 1024 with the prefix
        raise BlobKeyInvalid(key=key)
    return key


def _refused(error: BaseError) -> KithError:
    """A local folder tells the number of the system's error in its text, and nowhere else."""
    number = _SYSTEM_ERROR.search(str(error))
    is_full = number is not None and int(number[1]) in FULL
    return StorageFull() if is_full else StorageUnavailable()


async def _measured(content: Content, sizes: list[int]) -> AsyncIterator[bytes]:
    if isinstance(content, bytes):
        sizes.append(len(content))
        yield content
        return
    async for chunk in _nonempty(content):
        sizes.append(len(chunk))
        yield chunk


async def _nonempty(content: AsyncIterable[bytes]) -> AsyncIterator[bytes]:
    async for chunk in content:
        if chunk:
            yield chunk
