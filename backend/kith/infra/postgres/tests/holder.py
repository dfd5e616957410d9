"""A program for the tests: holds a data folder until it is told, or killed."""

import sys
from pathlib import Path

from kith.infra.postgres import Cluster, Server
from kith.infra.postgres.account import server_account
from kith.infra.postgres.binaries import find_binaries


def quick_server(data: Path, said: list[str] | None = None) -> Server:
    """A server that does not wait for the disk: processes die here, machines do not."""
    account = server_account()
    cluster = Cluster(
        data / "postgres",
        find_binaries(account),
        account,
        extra_settings={"fsync": "off"},
        durable=False,
    )
    return Server(data, report=None if said is None else said.append, cluster=cluster)


if __name__ == "__main__":
    with quick_server(Path(sys.argv[1])) as server:
        print(server.url, flush=True)
        sys.stdin.read()
