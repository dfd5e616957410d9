"""One workspace as one file: its tables, its people's credentials, its files, and checksums over all of them."""

from kith.main.archive.errors import ArchiveBroken, ArchiveUnreadable
from kith.main.archive.read import restore
from kith.main.archive.write import back_up, back_up_before_upgrade

__all__ = ["ArchiveBroken", "ArchiveUnreadable", "back_up", "back_up_before_upgrade", "restore"]
