"""Setting up a new installation in the browser: the workspace and its first administrator, guarded by a token."""

import re
from dataclasses import dataclass

from kith.http.answer import Answer
from kith.http.call import Call
from kith.http.errors import BodyShape, SetupClosed, TooManyAttempts
from kith.http.passwords import MOST, check_strength
from kith.http.people import USER, Person, system_context
from kith.http.route import Docs, Route
from kith.http.routes.session import Member, begin
from kith.http.site import Opened
from kith.http.values import only, text, timezone, word
from kith.http.words import LOCALES
from kith.infra.db import Unit
from kith.infra.identity import credentials, setup
from kith.kernel import catalog, records
from kith.kernel.context import Workspace
from kith.kernel.storage import settings, workspaces
from kith.lib.json import Json

_LONGEST = 120
_CURRENCY = re.compile(r"[A-Z]{3}")
_SLUG = re.compile(r"[a-z][a-z0-9_]{1,39}")
_PLAIN_SLUG = "company"


@dataclass(frozen=True, slots=True)
class _Wish:
    """What the wizard asked for."""

    company: str
    locale: str
    timezone: str
    currency: str
    name: str
    email: str
    password: str


async def check(call: Call) -> Answer:
    """Say whether a token opens the wizard, before anybody fills it in."""
    body = call.mapping()
    only(body, ("token",))
    _slow_down(call)
    async with call.site.database.unit(readonly=True) as unit:
        if not await setup.opens(unit, text(body, "token", longest=200)):
            raise SetupClosed
    return Answer.empty()


async def set_up(call: Call) -> Answer:
    """Make the workspace and its first administrator, and sign them in."""
    body = call.mapping()
    token, wish = text(body, "token", longest=200), _read(body)
    _slow_down(call)
    check_strength(wish.password, email=wish.email, name=wish.name)
    async with call.site.database.unit() as unit:
        await setup.hold(unit)
        if not await setup.opens(unit, token):
            raise SetupClosed
        workspace = await _workspace(call, unit, wish)
        opened = Opened(workspace, await catalog.load(unit, workspace, call.site.modules))
        ctx = system_context(opened, unit)
        made = await records.create(
            ctx,
            USER,
            {
                "name": wish.name,
                "email": wish.email,
                "profile": "admin",
                "locale": wish.locale,
                "timezone": wish.timezone,
            },
        )
        await credentials.set_password(unit, workspace.id, made.id, wish.password)
        await setup.close(unit)
        answer = await begin(call, unit, Member(opened, Person.of(made)))
    call.site.workspaces.forget()
    return answer


def _read(body: dict[str, Json]) -> _Wish:
    only(
        body,
        ("token", "company", "locale", "timezone", "currency", "name", "email", "password"),
    )
    currency = text(body, "currency", longest=3)
    if not _CURRENCY.fullmatch(currency):
        raise BodyShape(place="currency", expected="a currency code such as EUR")
    return _Wish(
        company=text(body, "company", longest=_LONGEST).strip(),
        locale=word(body, "locale", LOCALES),
        timezone=timezone(body, "timezone"),
        currency=currency,
        name=text(body, "name", longest=_LONGEST).strip(),
        email=text(body, "email", longest=320).strip(),
        password=text(body, "password", longest=MOST),
    )


async def _workspace(call: Call, unit: Unit, wish: _Wish) -> Workspace:
    """Return the workspace in which nobody can sign in yet, or a new one."""
    known = await workspaces.all_workspaces(unit)
    if known:
        wanted = {"name": wish.company, "locale": wish.locale, "timezone": wish.timezone}
        return await settings.change(unit, known[0], wanted, tuple(call.site.modules))
    return await workspaces.create(
        unit,
        _slug(wish.company),
        wish.company,
        call.site.modules,
        base_currency=wish.currency,
        locale=wish.locale,
        timezone=wish.timezone,
    )


def _slug(company: str) -> str:
    """Return the short name that an administrator would choose; a Chinese name has no obvious one."""
    plain = re.sub(r"[^a-z0-9]+", "_", company.casefold()).strip("_")[:40].strip("_")
    return plain if _SLUG.fullmatch(plain) else _PLAIN_SLUG


def _slow_down(call: Call) -> None:
    wait = call.site.limits.guesses_per_address.take(call.address)
    if wait:
        raise TooManyAttempts(seconds=max(1, round(wait)))


ROUTES = (
    Route(
        "POST",
        "/api/setup/check",
        check,
        "Whether a token opens the set-up",
        who="anyone",
        docs=Docs("Session", takes="SetupToken", status=204),
    ),
    Route(
        "POST",
        "/api/setup",
        set_up,
        "Set up a new installation, and sign in",
        who="anyone",
        docs=Docs("Session", takes="Setup", gives="Me"),
    ),
)
