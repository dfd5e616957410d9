"""Every path that our guides name exists."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[3]
NAMED = re.compile(r"`((?:\.?/)?(?:backend|kith|tests|frontend|tools|docs|bench)/[\w./-]+)`")
BASES = (ROOT, ROOT / "backend", ROOT / "frontend" / "src")


def test_docs_name_real_paths() -> None:
    guides = [
        *ROOT.glob("*.md"),
        *(ROOT / "docs").rglob("*.md"),
        *ROOT.glob("backend/kith/**/README.md"),
    ]
    named = [(guide, path) for guide in guides for path in NAMED.findall(guide.read_text("utf-8"))]
    dead = [
        f"{guide.relative_to(ROOT)}: {path}"
        for guide, path in named
        if not any((base / path.removeprefix("/")).exists() for base in BASES)
    ]
    assert len(guides) > 1
    assert dead == []
