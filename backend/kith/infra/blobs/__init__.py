"""Files by key: a local folder, any S3 store by URL, or memory for tests; one port."""

from kith.infra.blobs.port import Blobs
from kith.infra.blobs.stores import MemoryBlobs, open_blobs

__all__ = ["Blobs", "MemoryBlobs", "open_blobs"]
