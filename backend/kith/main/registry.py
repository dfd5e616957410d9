"""Every command of `kith`, and what it needs before it can run. Standard library only: the launcher reads it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """`module` has `arguments(parser)` and `run(options, settings) -> int`; it is imported when it is asked for.

    `needs`: "web" the built front end, "packages" the front end's packages, "dev" tools for tests and checks.
    """

    name: str
    help: str
    module: str
    needs: frozenset[str] = frozenset()


def _command(name: str, text: str, *needs: str, module: str | None = None) -> Command:
    return Command(name, text, module or f"kith.main.commands.{name}", frozenset(needs))


COMMANDS: tuple[Command, ...] = (
    _command("demo", "start Kith with a lively example company", "web"),
    _command("serve", "start Kith for real work", "web"),
    _command("init", "make a workspace and its first administrator"),
    _command("import", "bring records in from CSV or XLSX", module="kith.main.commands.import_"),
    _command("export", "write records out as CSV or XLSX"),
    _command("backup", "save a workspace with its files into one archive"),
    _command("restore", "bring a workspace back from an archive"),
    _command("upgrade", "bring every workspace up to this version, after a backup"),
    _command("doctor", "say what is wrong here, and the cure"),
    _command("worker", "run background jobs only (on a second machine)"),
    _command("dev", "start Kith for working on it: reloads when sources change", "dev", "packages"),
    _command("check", "contracts, lints and types", "dev", "packages", module="tools.checks.check"),
    _command(
        "test", "everything that CI runs", "dev", "packages", "web", module="tools.checks.test"
    ),
    _command(
        "pictures",
        "take a picture of every page",
        "dev",
        "web",
        module="tools.pictures.command",
    ),
    _command("types", "write the front end's types from the back end's definitions"),
    _command("bench", "measure speed against the limits", "dev"),
)


def find_command(name: str) -> Command | None:
    """The command of that name, if there is one."""
    return next((command for command in COMMANDS if command.name == name), None)


def help_text() -> str:
    """What `kith --help` prints."""
    width = max(len(command.name) for command in COMMANDS)
    lines = [f"  {command.name:<{width}}  {command.help}" for command in COMMANDS]
    return "\n".join(
        [
            "Kith, a CRM that puts people first.",
            "",
            "usage: kith COMMAND [OPTIONS]",
            "",
            *lines,
            "",
            "kith COMMAND --help tells more about one of them.",
            "",
        ]
    )
