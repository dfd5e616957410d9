"""Complete `frontend/package-lock.json` with optional packages for other platforms.

A registry mirror may hold only its own platform's builds; npm then leaves the others out of the lock, and `npm ci`
refuses the lock everywhere. Run it after changing dependencies: python3 tools/complete_lock.py [LOCK]
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

LOCK = Path(__file__).resolve().parent.parent / "frontend" / "package-lock.json"
PLATFORM = re.compile(
    r"[-/](?P<os>android|darwin|freebsd|linux|openbsd|netbsd|win32)-(?P<cpu>[a-z0-9]+)(?:-(?P<libc>musl|gnu))?"
)


def complete(lock: dict[str, Any]) -> list[str]:
    """Add what is named as optional but has no entry; returns the names."""
    packages: dict[str, Any] = lock["packages"]
    added: list[str] = []
    for entry in list(packages.values()):
        for name, version in entry.get("optionalDependencies", {}).items():
            match = PLATFORM.search(name)
            if match and f"node_modules/{name}" not in packages:
                packages[f"node_modules/{name}"] = _entry(version, match.groupdict(), entry)
                added.append(name)
    lock["packages"] = dict(sorted(packages.items()))
    return added


def _entry(version: str, platform: dict[str, str | None], parent: dict[str, Any]) -> dict[str, Any]:
    entry: dict[str, Any] = {"version": version, "cpu": [platform["cpu"]]}
    if parent.get("dev"):
        entry["dev"] = True
    if platform["os"] == "linux":
        entry["libc"] = ["musl" if platform["libc"] == "musl" else "glibc"]
    return {**entry, "optional": True, "os": [platform["os"]]}


if __name__ == "__main__":
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else LOCK
    content = json.loads(path.read_text(encoding="utf-8"))
    for line in complete(content) or ["nothing was missing"]:
        print(line)
    path.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
