"""What a child returns or raises arrives; what it loads and starts ends with it."""

import os
import signal
import subprocess
import sys
import time

import pytest

from kith.infra.process import ChildFailed

PROGRAM = "import os, sys\nfrom kith.infra.process import Forked, run_apart\nfrom kith.lib.errors import KithError\n"


def _run(body: str) -> "subprocess.CompletedProcess[str]":
    """In a process of its own: pytest has threads, and forking it would prove nothing."""
    return subprocess.run(
        [sys.executable, "-c", PROGRAM + body],
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )


def test_a_result_comes_back() -> None:
    done = _run("print(run_apart(lambda: {'pid': os.getpid()})['pid'] != os.getpid())")
    assert done.stdout == "True\n", done.stderr


def test_an_error_of_ours_keeps_its_words() -> None:
    done = _run(
        "class Odd(KithError):\n    'The {thing} is odd.'\n"
        "def f(): raise Odd(thing='mill')\n"
        "try: run_apart(f)\nexcept Exception as e: print(type(e).__name__, e)"
    )
    assert done.stdout.startswith(f"{ChildFailed.__name__} The mill is odd.")


def test_a_dying_child_is_noticed() -> None:
    done = _run("try: run_apart(lambda: os.kill(os.getpid(), 9))\nexcept Exception as e: print(e)")
    assert "status -9" in done.stdout, done.stderr


def test_a_forked_child_never_returns_into_its_parent() -> None:
    done = _run(
        "child = Forked(lambda: sys.exit(3))\n"
        "while child.poll() is None: pass\n"
        "print(child.returncode)"
    )
    assert done.stdout == "3\n", done.stderr


def test_a_child_dies_with_its_parent() -> None:
    body = "import time\nchild = Forked(lambda: time.sleep(60))\nprint(child.pid, flush=True)\ntime.sleep(60)"
    parent = subprocess.Popen(
        [sys.executable, "-c", PROGRAM + body], stdout=subprocess.PIPE, text=True
    )
    assert parent.stdout is not None
    pid = int(parent.stdout.readline())
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    deadline = time.monotonic() + 10
    while _runs(pid):
        assert time.monotonic() < deadline
    parent.stdout.close()


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
        with open(f"/proc/{pid}/stat", encoding="ascii") as stat:  # noqa: PTH123 - one word of it
            return stat.read().rpartition(")")[2].split()[0] != "Z"
    except (ProcessLookupError, FileNotFoundError):
        return False


pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="other systems do not tell children"
)
