"""A PostgreSQL for a test run: the same supervisor as in production, with durability off for speed."""

import contextlib
import itertools
import os
import secrets
import socket
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from kith.infra.postgres.account import server_account
from kith.infra.postgres.binaries import find_binaries
from kith.infra.postgres.cluster import ADMIN, ROLE, Cluster
from kith.infra.postgres.run_folder import PORT
from kith.infra.postgres.server import Server
from tests.support.scratch import scratch_folder

FAST = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "200",
    "shared_buffers": "'64MB'",
    "max_wal_size": "'128MB'",
    "autovacuum_naptime": "'5min'",
}


@dataclass
class TestServer:
    """Makes databases as an administrator would, and hands them to an ordinary role."""

    __test__ = False
    admin_url: str
    role_url: str
    role: str = ROLE
    _numbers: Iterator[int] = field(default_factory=itertools.count)

    def url(self, database: str) -> str:
        """The address of one database for the ordinary role that owns it."""
        return urlsplit(self.role_url)._replace(path=f"/{database}").geturl()

    def new_name(self, prefix: str = "t") -> str:
        """A database name that no other test of any process uses."""
        return f"{prefix}_{os.getpid()}_{next(self._numbers)}"


@contextlib.contextmanager
def running_server(**settings: str) -> Iterator[TestServer]:
    """Start a server in a folder of its own; everything is gone afterwards."""
    with _server(settings) as server:
        yield TestServer(server.url_for(ADMIN, "postgres"), server.url)


@contextlib.contextmanager
def running_tcp_server() -> Iterator[TestServer]:
    """A server as a hosting company gives it: over TCP, with a password, for a role that owns one database."""
    port, password = _free_port(), secrets.token_urlsafe(12)
    settings = {"listen_addresses": "'127.0.0.1'"}
    with _server(
        settings, port=port, hba=f"host all {ROLE} 127.0.0.1/32 scram-sha-256\n"
    ) as server:
        changed = server.psql("postgres", f"ALTER ROLE {ROLE} PASSWORD '{password}'")
        assert changed.returncode == 0, changed.stderr
        url = f"postgresql://{ROLE}:{password}@127.0.0.1:{port}/kith"
        yield TestServer(server.url_for(ADMIN, "postgres"), url)


@contextlib.contextmanager
def _server(settings: dict[str, str], *, port: int = PORT, hba: str = "") -> Iterator[Server]:
    account = server_account()
    with scratch_folder("kith-test-") as folder:
        cluster = Cluster(
            folder / "postgres",
            find_binaries(account),
            account,
            extra_settings={**FAST, **settings},
            extra_hba=hba,
            port=port,
            durable=False,
        )
        with Server(folder, cluster=cluster) as server:
            yield server


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
