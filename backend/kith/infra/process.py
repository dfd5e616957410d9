"""Child processes: forked ones share what their parent has loaded, and none of them outlives it."""

import ctypes
import json
import os
import signal
import sys
import traceback
from collections.abc import Callable
from typing import IO, Any, ClassVar, Never

from kith.lib.errors import ErrorKind, KithError

PR_SET_PDEATHSIG = 1
CAN_FORK = sys.platform == "linux"
INTERRUPTED = 130


class ChildFailed(KithError):
    """{text}"""  # noqa: D400, D415 - sentences of the child's own

    kind: ClassVar[ErrorKind] = ErrorKind.UNAVAILABLE
    code: ClassVar[str] = "infra.child_failed"


class Forked:
    """A child that runs a function, in a session of its own; it ends with the function, or with us.

    Fork from a process that has no other threads and has never run an event loop.
    """

    def __init__(self, run: Callable[[], object]) -> None:
        self.returncode: int | None = None
        parent = os.getpid()
        self.pid = _fork()
        if self.pid == 0:
            os.setsid()
            _live(run, parent)

    def poll(self) -> int | None:
        """Return the exit status once there is one; below zero it is the number of a signal."""
        if self.returncode is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.returncode = os.waitstatus_to_exitcode(status)
        return self.returncode


def run_apart(run: Callable[[], Any]) -> Any:  # noqa: ANN401 - any JSON
    """Run a function in a forked child and return its JSON, so that its memory and threads end with it."""
    reader, writer = os.pipe()
    parent = os.getpid()
    pid = _fork()
    if pid == 0:
        os.close(reader)
        pipe = os.fdopen(writer, "w", encoding="utf-8")
        _live(lambda: _answer(run, pipe), parent)
    os.close(writer)
    with os.fdopen(reader, encoding="utf-8") as answers:
        text = answers.read()
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    if status == INTERRUPTED:
        raise KeyboardInterrupt
    answer = json.loads(text) if text else {"error": f"A child process ended with status {status}."}
    if "error" in answer:
        raise ChildFailed(text=answer["error"])
    return answer["result"]


def dying_with_parent(number: signal.Signals) -> Callable[[], None] | None:
    """Return a `preexec_fn`: when the parent is killed, even by -9, the kernel sends `number` to the child.

    The parent is the thread that starts the child, so start children from the main thread.
    """
    if sys.platform != "linux":
        return None
    parent = os.getpid()

    def ask_kernel() -> None:
        die_with_parent(number)
        if os.getppid() != parent:
            os.kill(os.getpid(), number)

    return ask_kernel


def die_with_parent(number: signal.Signals = signal.SIGTERM) -> None:
    """Ask the same for the calling process."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, int(number), 0, 0, 0)


def _fork() -> int:
    sys.stdout.flush()
    sys.stderr.flush()
    return os.fork()


def _answer(run: Callable[[], Any], pipe: IO[str]) -> None:
    with pipe:
        try:
            json.dump({"result": run()}, pipe)
        except KithError as error:
            json.dump({"error": str(error)}, pipe)


def _live(run: Callable[[], object], parent: int) -> Never:
    """Run as a child and end; never return into the parent's code."""
    status = 1
    try:
        die_with_parent(signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(status)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(
                number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL
            )
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        run()
        status = 0
    except KeyboardInterrupt:
        status = INTERRUPTED
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else 1
    except BaseException:  # noqa: BLE001 - the end of the road: nobody above may see it
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
