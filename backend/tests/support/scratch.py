"""Where tests put what they throw away: in memory where there is room, because disks are slow and busy."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MEMORY = Path("/dev/shm")  # noqa: S108 - the folder within is made safely
ROOM = 4 * 1024**3


@contextmanager
def scratch_folder(prefix: str) -> Iterator[Path]:
    """Lend a folder that the database's user may enter; it is gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix=prefix, dir=_place()))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _place() -> Path | None:
    """Return None for the usual place: a container's own memory disk is often too small for a database."""
    try:
        return MEMORY if shutil.disk_usage(MEMORY).free > ROOM else None
    except OSError:
        return None
