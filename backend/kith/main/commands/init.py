"""Make a workspace and its first administrator, who then signs in and invites everybody else."""

import argparse
import asyncio
import getpass
import secrets
import sys

from kith.infra.db import Database
from kith.infra.identity import credentials
from kith.infra.settings import Settings
from kith.kernel import api
from kith.kernel.storage import workspaces
from kith.main.contexts import Contexts
from kith.main.installation import Installation, open_installation, say
from kith.main.loader import load
from kith.main.upgrade import upgrade

SHORTEST_PASSWORD = 10


def arguments(parser: argparse.ArgumentParser) -> None:
    """What is not said is asked for, at a terminal."""
    parser.add_argument("--workspace", metavar="NAME", help="short name: letters, digits and _")
    parser.add_argument("--company", help="the company's name")
    parser.add_argument("--name", help="the administrator's name")
    parser.add_argument("--email", help="the administrator's e-mail address")
    parser.add_argument("--currency", default="USD", help="base currency (default: USD)")
    parser.add_argument("--locale", default="en", choices=("en", "zh-CN"), help="language")
    parser.add_argument("--timezone", default="UTC", help="such as Asia/Shanghai (default: UTC)")
    parser.epilog = "The password is asked for; piped in, it is the first line of standard input."


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Make it, in a running Kith or beside none."""
    answers = {
        "company": options.company or _ask("Company"),
        "slug": options.workspace or _ask("Short name of the workspace (letters, digits, _)"),
        "name": options.name or _ask("Your name"),
        "email": options.email or _ask("Your e-mail address"),
    }
    password = _password()
    with open_installation(settings) as installation:
        asyncio.run(_run(installation, options, answers, password))
    say(f"the workspace {answers['slug']} is ready; {answers['email']} signs in")
    return 0


async def _run(
    installation: Installation,
    options: argparse.Namespace,
    answers: dict[str, str],
    password: str,
) -> None:
    database = await Database.open(installation.url, max_size=4)
    try:
        await upgrade(database, installation.settings, say)
        modules = load()
        async with database.unit() as unit:
            workspace = await workspaces.create(
                unit,
                answers["slug"],
                answers["company"],
                modules,
                base_currency=options.currency,
                locale=options.locale,
                timezone=options.timezone,
            )
        async with Contexts(database, modules).open(workspace.slug, origin="init") as ctx:
            person = await api.records.create(
                ctx,
                "user",
                {"name": answers["name"], "email": answers["email"], "profile": "admin"},
            )
            await credentials.set_password(ctx.unit, workspace.id, person.id, password)
    finally:
        await database.close()


def _ask(question: str) -> str:
    if not sys.stdin.isatty():
        sys.exit(f"kith init: say it with an option: {question}")
    while True:
        answer = input(f"  {question}: ").strip()
        if answer:
            return answer


def _password() -> str:
    if not sys.stdin.isatty():
        given = sys.stdin.readline().rstrip("\n")
        if given:
            return given
        made = secrets.token_urlsafe(12)
        say(f"the administrator's password: {made}")
        return made
    while True:
        first = getpass.getpass(f"  Password (at least {SHORTEST_PASSWORD} characters): ")
        if len(first) < SHORTEST_PASSWORD:
            say("too short")
        elif first != getpass.getpass("  Once more: "):
            say("not the same")
        else:
            return first
