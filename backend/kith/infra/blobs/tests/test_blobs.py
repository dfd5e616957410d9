"""Both stores keep the same promises."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from kith.infra.blobs import Blobs, MemoryBlobs, open_blobs
from kith.infra.errors import BlobKeyInvalid, BlobMissing
from kith.infra.settings import Settings


@pytest.fixture(params=["folder", "memory"])
def blobs(request: pytest.FixtureRequest, tmp_path: Path) -> Blobs:
    return MemoryBlobs() if request.param == "memory" else open_blobs(Settings(data=tmp_path))


async def _parts(*parts: bytes) -> AsyncIterator[bytes]:
    for part in parts:
        yield part


async def test_what_is_put_comes_back(blobs: Blobs) -> None:
    assert await blobs.put("acme/a.txt", b"hello") == 5
    assert await blobs.get("acme/a.txt") == b"hello"
    assert await blobs.size("acme/a.txt") == 5


async def test_a_stream_of_parts_is_one_file(blobs: Blobs) -> None:
    assert (
        await blobs.put("acme/big", _parts(b"a" * 3_000_000, b"", b"b" * 9_000_000)) == 12_000_000
    )
    got = [chunk async for chunk in blobs.iter("acme/big")]
    assert b"".join(got) == b"a" * 3_000_000 + b"b" * 9_000_000


async def test_an_empty_file_is_a_file(blobs: Blobs) -> None:
    assert await blobs.put("acme/empty", b"") == 0
    assert await blobs.get("acme/empty") == b""


async def test_deleting_twice_is_fine_and_reading_after_says_so(blobs: Blobs) -> None:
    await blobs.put("a/b", b"x")
    await blobs.delete("a/b")
    await blobs.delete("a/b")
    with pytest.raises(BlobMissing):
        await blobs.get("a/b")


async def test_list_stays_below_its_prefix(blobs: Blobs) -> None:
    for key in ("a/1", "a/2", "b/1"):
        await blobs.put(key, b"x")
    assert sorted([key async for key in blobs.list("a")]) == ["a/1", "a/2"]


@pytest.mark.parametrize("key", ["../x", "/x", "a//b", "", "a/../b", "A", "a\n", "x" * 600])
async def test_a_key_cannot_leave_the_store(blobs: Blobs, key: str) -> None:
    with pytest.raises(BlobKeyInvalid):
        await blobs.put(key, b"x")
