"""What the machine below us refuses, in our own words: a full disk, and all that the database says."""

import errno

from kith.infra.db import faults
from kith.infra.errors import StorageFull
from kith.lib.errors import KithError

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""No room on the disk, none left of somebody's share of it, none allowed to one file."""


def meaning(error: Exception) -> KithError | None:
    """Return what an error of the machine means to people, or None when it is a fault of ours."""
    if isinstance(error, OSError) and error.errno in FULL:
        return StorageFull()
    return faults.meaning(error)
