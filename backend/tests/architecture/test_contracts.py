"""The contracts of who may import whom hold, and notice offences in a small tree that was made to offend."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

BACKEND = Path(__file__).parents[2]
LINT = Path(sys.executable).parent / "lint-imports"
ANALYZED = re.compile(r"Analyzed (\d+) files")
CONTRACTS = tomllib.loads((BACKEND / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
    "importlinter"
]["contracts"]
MODULES = {
    "kernel.context": "",
    "module": "",
    "modules.people.manifest": "requires = ()\n",
    "modules.people.api": "",
    "modules.people.service": "",
    "modules.sales.manifest": "dict(requires=())\n",
    "modules.sales.service": "",
    "modules.sales.rules": "",
    "main.web": "import kith.modules.sales.manifest\n",
}
# where the offence is written, what is written, and which contract must notice
OFFENCES = {
    "infra/db/x.py": ("import kith.kernel.records", "Floors"),
    "lib/x.py": ("import kith.infra", "Floors"),
    "kernel/fields/x.py": ("import kith.kernel.query", "Kernel floors"),
    "kernel/access/x.py": ("import kith.kernel.query", "Kernel floors"),
    "kernel/odd.py": ("", "Kernel floors"),
    "modules/sales/rules.py": ("import kith.modules.sales.service", "Inside a module"),
    "modules/sales/stray.py": ("", "Inside a module"),
    "infra/a.py": ("import kith.infra.b\n", "No cycles anywhere"),
    "http/x.py": ("import asyncpg", "SQL stays in the kernel and infra"),
    "modules/people/service.py": (
        "import kith.kernel.records",
        "Modules use the kernel through its api",
    ),
    "modules/sales/service.py": ("import kith.modules.people.api", "Module to module"),
    "modules/people/api.py": ("import kith.modules.sales.service", "Module to module"),
    "main/web.py": (
        "import kith.modules.sales.service",
        "Above the modules only manifests are visible",
    ),
}


def _lint(folder: Path) -> str:
    env = {**os.environ, "PYTHONPATH": f"{folder}{os.pathsep}{BACKEND.parent}", "COLUMNS": "300"}
    done = subprocess.run(
        [str(LINT), "--no-cache", "--config", str(folder / "pyproject.toml")],
        cwd=folder,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


def test_the_contracts_hold_and_every_file_is_seen() -> None:
    output = _lint(BACKEND)
    found = ANALYZED.search(output)
    files = sum(1 for _ in (BACKEND / "kith").rglob("*.py"))
    assert found is not None, output[-2000:]
    assert int(found[1]) >= files > 100
    assert "0 broken" in output, output[-5000:]


def _layers() -> Iterator[str]:
    """Every floor that the contracts name, but those that are single files."""
    for contract, prefix in zip(CONTRACTS[:2], ("", "kernel."), strict=True):
        for line in contract["layers"]:
            for name in line.split(" | "):
                if f"{prefix}{name}" not in MODULES:
                    yield f"{prefix}{name}"


@pytest.fixture
def skeleton(tmp_path: Path) -> Path:
    """A small tree in the shape of ours."""
    shutil.copy(BACKEND / "pyproject.toml", tmp_path)
    for package in ("", "infra.db", "modules.people", "modules.sales", *_layers()):
        folder = tmp_path / "kith" / package.replace(".", "/")
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "__init__.py").touch()
    for module, text in MODULES.items():
        (tmp_path / "kith" / f"{module.replace('.', '/')}.py").write_text(text)
    return tmp_path


def test_a_decent_tree_passes(skeleton: Path) -> None:
    assert "0 broken" in _lint(skeleton)


@pytest.mark.parametrize("where", OFFENCES)
def test_an_offence_is_noticed(where: str, skeleton: Path) -> None:
    text, contract = OFFENCES[where]
    path = skeleton / "kith" / where
    path.write_text(f"{path.read_text() if path.exists() else ''}{text}\n")
    if where == "infra/a.py":
        (skeleton / "kith/infra/b.py").write_text("import kith.infra.a\n")
    output = _lint(skeleton)
    assert re.search(rf"{re.escape(contract)}.*BROKEN", output), output
