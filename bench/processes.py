"""CPU time and memory of process trees, from /proc (Linux)."""

import os
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


def cpu_ms(roots: list[int]) -> float:
    """Return the CPU milliseconds that the trees have used, dead children included."""
    return sum(sum(stat[1]) for pid in tree(roots) if (stat := _stat(pid))) * 1000 / TICKS


def pss_mb(roots: list[int]) -> float:
    """Return the proportional set size of the trees in MB (shared pages split between their users)."""
    total = 0
    for pid in tree(roots):
        try:
            rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
        except OSError:
            continue
        total += sum(
            int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")
        )
    return total / 1024


def children(pid: int) -> list[int]:
    """Return the processes that this one started."""
    return [found for found in tree([pid]) if (stat := _stat(found)) and stat[0] == pid]


def tree(roots: list[int]) -> list[int]:
    """Return the processes and all their descendants."""
    children: dict[int, list[int]] = {}
    for pid in (int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()):
        if stat := _stat(pid):
            children.setdefault(stat[0], []).append(pid)
    found, todo = [], list(roots)
    while todo:
        pid = todo.pop()
        found.append(pid)
        todo += children.get(pid, [])
    return found


def _stat(pid: int) -> tuple[int, list[int]] | None:
    try:
        words = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return None
    return int(words[1]), [int(w) for w in words[11:15]]
