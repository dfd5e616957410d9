"""A PostgreSQL for a test run: the same supervisor as in production, with durability off for speed."""

import contextlib
import itertools
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kith.infra.postgres.account import server_account
from kith.infra.postgres.binaries import find_binaries
from kith.infra.postgres.cluster import ROLE, Cluster
from kith.infra.postgres.server import Server

URL_VARIABLE = "KITH_TEST_SERVER_URL"
FAST = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "200",
    "shared_buffers": "'64MB'",
    "autovacuum_naptime": "'5min'",
}


@dataclass
class TestServer:
    """Hands out databases by cloning templates; each clone costs about 30 ms."""

    __test__ = False
    base_url: str
    _numbers: Iterator[int] = field(default_factory=itertools.count)

    def url(self, database: str) -> str:
        """The address of one database."""
        return self.base_url.replace("/kith?", f"/{database}?", 1)

    def new_name(self, prefix: str = "t") -> str:
        """A database name that no other test of any process uses."""
        return f"{prefix}_{os.getpid()}_{next(self._numbers)}"


@contextlib.contextmanager
def running_server(**settings: str) -> Iterator[TestServer]:
    """Start a server in a folder of its own; everything is gone afterwards."""
    account = server_account()
    folder = Path(tempfile.mkdtemp(prefix="kith-test-"))
    folder.chmod(0o755)
    cluster = Cluster(
        folder / "postgres",
        find_binaries(account),
        account,
        extra_settings={**FAST, **settings},
        durable=False,
    )
    try:
        with Server(folder, cluster=cluster) as server:
            granted = server.psql("postgres", f"ALTER ROLE {ROLE} CREATEDB")
            assert granted.returncode == 0, granted.stderr
            yield TestServer(server.url)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
