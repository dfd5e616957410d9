"""Reading goes by one road: whoever asks for records hands over the reader's rights, and few may hand over none."""

import re
from pathlib import Path

import kith

KERNEL = Path(kith.__file__).parent / "kernel"
MAY_TRUST = {
    "feed/news.py",
    "feed/timeline.py",
    "query/compile.py",
    "records/guards.py",
    "records/live.py",
    "records/reach.py",
    "records/rollups.py",
    "records/statements.py",
    "search/index.py",
}
"""They ask on Kith's own account, or add the reader's rights as the condition itself. The list may only shrink."""
OUTSIDE = ("http", "main", "modules", "module.py")
TRUSTS = re.compile(r"\bTrusted\(|\bown_query\(")
ASKS = re.compile(r"kith\.kernel\.query|kith\.kernel import .*\bquery\b")


def _sources(folder: Path) -> list[Path]:
    found = [folder] if folder.is_file() else sorted(folder.rglob("*.py"))
    return [path for path in found if "tests" not in path.parts]


def test_only_these_ask_without_a_reader() -> None:
    sources = _sources(KERNEL)
    assert len(sources) > 100
    trusting = {str(p.relative_to(KERNEL)) for p in sources if TRUSTS.search(p.read_text())}
    assert trusting == MAY_TRUST


def test_nobody_outside_the_kernel_makes_queries() -> None:
    outside = [path for name in OUTSIDE for path in _sources(KERNEL.parent / name)]
    assert len(outside) > 50
    assert [str(path) for path in outside if ASKS.search(path.read_text())] == []
