"""The launcher does only what is left to do, and says what to do when it cannot go on."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tools.launch import node
from tools.launch.project import Project
from tools.launch.stamps import Stamps, fingerprint, sources
from tools.launch.steps import SetupFailed, run

ROOT = Path(__file__).parents[3]


def test_a_stamp_matches_until_the_input_changes(tmp_path: Path) -> None:
    lock, stamps = tmp_path / "lock.txt", Stamps(tmp_path / "stamps.json")
    lock.write_text("a==1")
    before = fingerprint([lock], "3.11")
    assert not stamps.matches("lock", before)
    stamps.put("lock", before)
    assert stamps.matches("lock", fingerprint([lock], "3.11"))
    assert not stamps.matches("lock", fingerprint([lock], "3.12"))
    lock.write_text("a==2")
    assert not stamps.matches("lock", fingerprint([lock], "3.11"))


def test_a_torn_stamp_file_counts_as_none(tmp_path: Path) -> None:
    path = tmp_path / "stamps.json"
    path.write_text('{"lock": "abc')
    assert not Stamps(path).matches("lock", "abc")


def test_what_is_made_is_no_source(tmp_path: Path) -> None:
    for name in ("src/a.ts", "node_modules/x/y.js", "dist/index.html", "package.json"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    found = {path.name for path in sources(tmp_path, frozenset({"node_modules", "dist"}))}
    assert found == {"a.ts", "package.json"}


def test_a_failed_step_shows_its_last_words_and_a_cure(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "print('no route to registry'); raise SystemExit(3)"]
    with pytest.raises(SetupFailed) as failed:
        run(
            command,
            cwd=tmp_path,
            env=os.environ,
            log=tmp_path / "logs" / "x.log",
            cure="Plug it in.",
        )
    assert "no route to registry" in str(failed.value)
    assert "Plug it in." in str(failed.value)


@pytest.mark.parametrize(
    ("version", "accepted"), [("v20.19.0", False), ("v22.12.0", True), ("v24.1.0", True)]
)
def test_only_a_new_enough_node_is_taken(
    version: str, accepted: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("node", "npm"):
        program = tmp_path / name
        program.write_text(f"#!/bin/sh\necho {version}\n")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert (node._system_node() is not None) is accepted


def test_an_unusable_home_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for home in ("", "/nonexistent"):
        monkeypatch.setenv("HOME", home)
        assert Project(tmp_path).environment()["HOME"] == str(tmp_path / ".kith" / "home")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert Project(tmp_path).environment()["HOME"] == str(tmp_path)


@pytest.mark.parametrize("words", [["--help"], []])
def test_help_needs_nothing(words: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "kith", *words], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    for name in (
        "demo",
        "test",
        "dev",
        "check",
        "serve",
        "import",
        "export",
        "backup",
        "doctor",
        "bench",
    ):
        assert f"  {name} " in done.stdout


def test_an_unknown_command_is_named() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "kith", "fly"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "no command 'fly'" in done.stderr


def test_an_old_python_reads_the_first_file() -> None:
    """It must get as far as the message, so the file keeps to words that old versions know."""
    text = (ROOT / "kith").read_text(encoding="utf-8")
    for new_word in ('f"', ":=", "match ", "-> ", ": str"):
        assert new_word not in text
