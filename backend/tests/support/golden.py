"""Texts kept in files: a test that fails shows what changed, and one variable accepts it."""

import difflib
import os
from pathlib import Path

import pytest

UPDATE = "KITH_UPDATE_GOLDEN"


def agree(path: Path, text: str) -> None:
    """Compare with the kept text; with KITH_UPDATE_GOLDEN=1 keep the new one instead."""
    made = text.rstrip() + "\n"
    if os.environ.get(UPDATE) == "1":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made, encoding="utf-8")
        return
    kept = path.read_text(encoding="utf-8") if path.exists() else ""
    if kept == made:
        return
    lines = difflib.unified_diff(
        kept.splitlines(), made.splitlines(), "kept", "made now", lineterm=""
    )
    shown = "\n".join(lines)
    pytest.fail(
        f"{path.name} is no longer what is made:\n{shown}\n\n"
        f"If that is what you want, look at its plan on real data, then run this test with {UPDATE}=1.",
        pytrace=False,
    )
