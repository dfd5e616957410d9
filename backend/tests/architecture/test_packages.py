"""Import-linter cannot see a folder without `__init__.py`, so there must be none."""

from pathlib import Path

BACKEND = Path(__file__).parents[2]


def test_every_folder_with_code_is_a_package() -> None:
    folders = {path.parent for top in ("kith", "tests") for path in (BACKEND / top).rglob("*.py")}
    assert len(folders) > 30
    assert [str(folder) for folder in folders if not (folder / "__init__.py").exists()] == []


def test_every_file_says_why_it_exists() -> None:
    silent = [
        str(path.relative_to(BACKEND))
        for path in (BACKEND / "kith").rglob("*.py")
        if path.stat().st_size and not path.read_text(encoding="utf-8").startswith('"""')
    ]
    assert silent == []
