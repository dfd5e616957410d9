"""`kith COMMAND ...`: find the command, read its options and the environment, run it."""

import argparse
import errno
import importlib
import os
import sys

from kith.infra import settings as environment
from kith.infra.faults import meaning
from kith.lib.errors import KithError
from kith.main.registry import Command, find_command, help_text

ABOUT_FILES = frozenset(
    {
        errno.ENOENT,
        errno.EEXIST,
        errno.EACCES,
        errno.EPERM,
        errno.EROFS,
        errno.ENOTDIR,
        errno.EISDIR,
    }
)
"""What is wrong with a file or folder that was named on the command line."""


def main(words: list[str] | None = None) -> int:
    """Run one command and return its exit status."""
    words = sys.argv[1:] if words is None else words
    name = words[0] if words else None
    command = find_command(name) if name else None
    if name in {None, "-h", "--help"}:
        print(help_text(), end="")
        return 0
    if command is None:
        print(f"kith: there is no command {name!r}\n\n{help_text()}", end="", file=sys.stderr)
        return 2
    try:
        return _run(command, words[1:])
    except (KithError, OSError) as error:
        told = _told(error)
        if told is None:
            raise
        print(f"kith {command.name}: {told}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _told(error: KithError | OSError) -> str | None:
    """What a person reads; None for what is a fault of ours."""
    if isinstance(error, KithError):
        return str(error)
    if error.filename and error.errno in ABOUT_FILES:
        return f"{error.filename}: {error.strerror}"
    ours = meaning(error)
    return None if ours is None else str(ours)


def _run(command: Command, words: list[str]) -> int:
    if command.module.startswith("tools."):
        project = os.environ.get("KITH_PROJECT")
        if project is None:
            print(
                f"`kith {command.name}` works in a checkout of the sources only.", file=sys.stderr
            )
            return 2
        sys.path.insert(0, project)
    module = importlib.import_module(command.module)
    parser = argparse.ArgumentParser(prog=f"kith {command.name}", description=module.__doc__)
    module.arguments(parser)
    options = parser.parse_args(words)
    return int(module.run(options, environment.from_environment()))


if __name__ == "__main__":
    sys.exit(main())
