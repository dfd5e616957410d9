"""Starts the servers under test as processes of their own, and stops them."""

import contextlib
import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from pathlib import Path

from bench.client import Connection
from bench.targets import JSON
from bench.workspace import PASSWORD
from kith.infra.settings import Settings, to_environment

ROOT = Path(__file__).parent.parent
START_SECONDS = 30


@contextlib.contextmanager
def reference(url: str) -> Iterator[tuple[int, int]]:
    """Run the reference on one granian worker; yield its port and process id."""
    port = free_port()
    program = [
        sys.executable,
        "-m",
        "granian",
        "--interface",
        "asgi",
        "--port",
        str(port),
        "--loop",
        "uvloop",
    ]
    program += ["--workers", "1", "--log-level", "warning", "bench.reference.app:app"]
    with running(program, {"BENCH_DSN": url}) as pid:
        wait(f"http://127.0.0.1:{port}/pipeline?team=1")
        yield port, pid


@contextlib.contextmanager
def kith(settings: Settings) -> Iterator[tuple[int, int, int]]:
    """Run Kith's web on one worker, and its background worker; yield the port and both process ids."""
    env = to_environment(settings) | {
        "KITH_WORKERS": "1",
        "KITH_RATE_LIMIT": "1000000",
        "KITH_PORT": str(free_port()),
    }
    program = [sys.executable, "-m", "kith.main.processes"]
    with running([*program, "web"], env) as web, running([*program, "worker"], env) as worker:
        wait(f"http://127.0.0.1:{env['KITH_PORT']}/api/health")
        yield int(env["KITH_PORT"]), web, worker


async def sign_in(port: int, email: str) -> dict[str, str]:
    """Return the headers of a signed-in browser."""
    connection = Connection("127.0.0.1", port)
    body = json.dumps({"email": email, "password": PASSWORD}).encode()
    reply = await connection.request("POST", "/api/session", body, JSON)
    if reply.status >= 300:
        raise RuntimeError(reply.body.decode())
    cookies = "; ".join(f"{name}={value}" for name, value in connection.cookies.items())
    connection.close()
    return {**JSON, "Cookie": cookies, "X-CSRF-Token": json.loads(reply.body)["csrf"]}


def free_port() -> int:
    """Return a port on this machine that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def running(program: list[str], env: Mapping[str, str]) -> Iterator[int]:
    """Run a program of ours; yield its process id, and stop it at the end."""
    paths = os.pathsep.join((str(ROOT), str(ROOT / "backend")))
    process = subprocess.Popen(program, env={**os.environ, "PYTHONPATH": paths, **env}, cwd=ROOT)
    try:
        yield process.pid
    finally:
        process.terminate()
        process.wait(timeout=30)


def wait(url: str) -> None:
    """Return when the address answers."""
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            with urllib.request.urlopen(url, timeout=5):  # noqa: S310 - loopback
                return
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)
