"""Child processes that do not outlive their parent, whatever happens to it."""

import ctypes
import os
import signal
import sys
from collections.abc import Callable

PR_SET_PDEATHSIG = 1


def dying_with_parent(number: signal.Signals) -> Callable[[], None] | None:
    """Return a `preexec_fn`: when the parent is killed, even by -9, the kernel sends `number` to the child.

    The parent is the thread that starts the child, so start children from the main thread.
    """
    if sys.platform != "linux":
        return None
    parent = os.getpid()

    def ask_kernel() -> None:
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, int(number), 0, 0, 0)
        if os.getppid() != parent:
            os.kill(os.getpid(), number)

    return ask_kernel


def die_with_parent(number: signal.Signals = signal.SIGTERM) -> None:
    """Ask the same for the calling process."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, int(number), 0, 0, 0)
