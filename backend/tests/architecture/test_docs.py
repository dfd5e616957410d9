"""Every path, command and variable that our guides name exists."""

import argparse
import importlib
import re
import shlex
from pathlib import Path

from kith.infra.settings import from_environment, to_environment
from kith.main.registry import COMMANDS, find_command

ROOT = Path(__file__).parents[3]
NAMED = re.compile(r"`((?:\.?/)?(?:backend|kith|tests|frontend|tools|docs|bench)/[\w./-]+)`")
LINKED = re.compile(r"\]\((?!https?:|#)([^)#]+)\)")
COMMAND = re.compile(r"^(?:\./)?kith (.+)$|`(?:\./)?kith ([^`]+)`", re.MULTILINE)
VARIABLE = re.compile(r"`(KITH_\w+)`")
BASES = (ROOT, ROOT / "backend", ROOT / "frontend" / "src")
GUIDES = tuple(
    path
    for pattern in (
        "*.md",
        "docs/**/*.md",
        "bench/*.md",
        "frontend/*.md",
        "backend/kith/**/README.md",
    )
    for path in ROOT.glob(pattern)
)
# Read where they are used, because they concern one machine and no installation.
BESIDES = {
    "KITH_RUN",
    "KITH_API",
    "KITH_NO_INSTALL",
    "KITH_CHROMIUM",
    "KITH_PROJECT",
    "KITH_ASSETS",
}


def _found(pattern: re.Pattern[str]) -> list[tuple[Path, str]]:
    return [
        (guide, next(filter(None, match.groups())))
        for guide in GUIDES
        for match in pattern.finditer(guide.read_text("utf-8"))
    ]


def _told(guide: Path, text: str) -> str:
    return f"{guide.relative_to(ROOT)}: {text}"


def test_docs_name_real_paths() -> None:
    dead = [
        _told(guide, path)
        for guide, path in _found(NAMED)
        if not any((base / path.removeprefix("/")).exists() for base in BASES)
    ]
    assert len(GUIDES) > 10
    assert dead == []


def test_links_lead_somewhere() -> None:
    links = _found(LINKED)
    assert len(links) > 5
    assert [_told(*link) for link in links if not (link[0].parent / link[1]).exists()] == []


def test_docs_name_real_commands_with_real_options() -> None:
    commands = [(guide, text) for guide, text in _found(COMMAND) if text[0].isalpha()]
    assert {"demo", "test", "import", "restore"} <= {text.split()[0] for _, text in commands}
    assert [_told(*each) for each in commands if not _is_real(each[1])] == []


def test_the_readme_names_every_command_that_people_use() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    seldom = {"upgrade", "worker"}  # in docs/guides/operating.md
    missing = {each.name for each in COMMANDS if not re.search(rf"[` ]{each.name}[`\n]", text)}
    assert missing <= seldom


def test_docs_name_real_variables() -> None:
    known = _variables() | BESIDES
    assert [_told(*each) for each in _found(VARIABLE) if each[1] not in known] == []


def test_every_decision_has_a_number_of_its_own() -> None:
    decisions = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    numbers = [int(path.name[:4]) for path in decisions]
    assert len(numbers) > 10
    assert len(numbers) == len(set(numbers)), "who comes second takes the next free one"
    titles = [int(path.read_text("utf-8").split()[1].rstrip(".")) for path in decisions]
    assert titles == numbers


def _variables() -> set[str]:
    """What an installation can be told, by having it written out in full."""
    url = "postgresql://a@b/c"
    given = {
        "KITH_DATABASE_URL": url,
        "KITH_REDIS_URL": url,
        "KITH_FILES_URL": url,
        "KITH_PUBLIC_URL": url,
        "KITH_PORT": "1",
        "KITH_DEV": "1",
    }
    return set(to_environment(from_environment({"HOME": "/", **given})))


def _is_real(text: str) -> bool:
    """Whether the command exists and knows each option that is shown with it."""
    name, *words = shlex.split(text)
    command = find_command(name)
    if command is None:
        return name in {"setup", "COMMAND"}
    parser = argparse.ArgumentParser()
    importlib.import_module(command.module).arguments(parser)
    known = {option for action in parser._actions for option in action.option_strings}
    return {word for word in words if word.startswith("-")} <= known
