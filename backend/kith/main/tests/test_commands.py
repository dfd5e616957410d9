"""Every command is there, explains itself, and refuses what it does not know."""

from pathlib import Path

import pytest

from kith.main.__main__ import main
from kith.main.registry import COMMANDS, find_command

PROJECT = Path(__file__).parents[4]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_it_explains_itself(
    command: object, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KITH_PROJECT", str(PROJECT))
    name = getattr(command, "name", "")
    with pytest.raises(SystemExit) as end:
        main([name, "--help"])
    assert end.value.code == 0
    text = capsys.readouterr().out
    assert text.startswith(f"usage: kith {name}")
    assert len(text.splitlines()) > 4


def test_what_is_promised_is_there() -> None:
    promised = "demo test dev check serve import export backup restore doctor types bench"
    assert [name for name in promised.split() if find_command(name) is None] == []


def test_an_unknown_command_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fly"]) == 2
    assert "no command 'fly'" in capsys.readouterr().err


def test_without_a_checkout_the_developers_commands_say_so(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KITH_PROJECT", raising=False)
    assert main(["check"]) == 2
    assert "checkout" in capsys.readouterr().err
