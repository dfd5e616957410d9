"""Locks are whole: pinned, hashed, complete for every platform, and naming no package host."""

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
PYTHON_LOCKS = sorted((ROOT / "backend").glob("requirements*.txt"))
NPM_LOCK = ROOT / "frontend" / "package-lock.json"
HOST = re.compile(r"https?://|file:", re.IGNORECASE)


def test_there_are_locks() -> None:
    assert len(PYTHON_LOCKS) == 3


@pytest.mark.parametrize("lock", PYTHON_LOCKS, ids=lambda path: path.name)
def test_python_locks_are_pinned_and_hashed(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    blocks = [block for block in re.split(r"\n(?=[a-z])", text) if re.match(r"[a-z]", block)]
    assert blocks
    assert [
        block.split("\n")[0]
        for block in blocks
        if "==" not in block or "--hash=sha256:" not in block
    ] == []
    assert not HOST.search(text)


def test_the_npm_lock_names_no_host_and_leaves_no_platform_out() -> None:
    lock = json.loads(NPM_LOCK.read_text(encoding="utf-8"))
    packages = lock["packages"]
    assert len(packages) > 50
    assert [name for name, entry in packages.items() if "resolved" in entry] == []
    wanted = {name for entry in packages.values() for name in entry.get("optionalDependencies", {})}
    missing = [
        name
        for name in wanted
        if not any(path.endswith(f"node_modules/{name}") for path in packages)
    ]
    assert missing == [], "run python3 tools/complete_lock.py"
