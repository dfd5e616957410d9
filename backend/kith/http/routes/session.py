"""Signing in and out, and what people may set about themselves."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kith.http.answer import Answer
from kith.http.call import Call
from kith.http.doors import COOKIE, secret_of
from kith.http.errors import (
    BodyShape,
    InvitationInvalid,
    SessionOnly,
    TooManyAttempts,
    WhichWorkspace,
    WrongCredentials,
)
from kith.http.passwords import MOST, check_strength
from kith.http.people import USER, Person, find_by_email, get_person, in_own_name, system_context
from kith.http.present import present_workspace
from kith.http.route import Docs, Route
from kith.http.site import Opened
from kith.http.values import only, optional_text, text, timezone, word
from kith.http.words import LOCALES
from kith.infra.db import Unit
from kith.infra.identity import credentials, passwords, preferences, sessions
from kith.infra.identity.preferences import Owner
from kith.infra.identity.secrets import csrf_for
from kith.kernel import access, records
from kith.kernel.access.errors import UnknownActor
from kith.kernel.storage.workspaces import all_workspaces
from kith.lib.json import Json

THEMES = ("system", "light", "dark")
DENSITIES = ("comfortable", "compact")
MOTIONS = ("system", "reduce", "full")
_LONGEST_ADDRESS = 300
_MOST_WORKSPACES = 20


@dataclass(frozen=True, slots=True)
class Member:
    """A person in a workspace."""

    opened: Opened
    person: Person
    password: str | None = None
    admin: bool = False
    look: Mapping[str, Json] = field(default_factory=dict)


async def sign_in(call: Call) -> Answer:
    """Open a session; a wrong address and a wrong password look alike and take equally long."""
    body = call.mapping()
    only(body, ("email", "password", "workspace"))
    email = text(body, "email", longest=320).strip()
    password = text(body, "password", longest=MOST)
    slug = optional_text(body, "workspace", longest=48)
    await _guard(call, email)
    # No connection is held while passwords are compared, which is slow on purpose.
    member = await _who_knows(await _members(call, email, slug), password)
    async with call.site.database.unit() as unit:
        known = member.password or ""
        await credentials.renew(unit, member.opened.workspace.id, member.person.id, known, password)
        answer = await begin(call, unit, member)
    await call.site.limits.guesses.forgive((call.address, email.casefold()))
    return answer


async def sign_out(call: Call) -> Answer:
    """Close this session."""
    secret = secret_of(None, call.cookies)
    if call.seat.csrf is None or secret is None:
        raise SessionOnly
    await sessions.end(call.ctx.unit, secret)
    call.site.seats.forget(lambda key, _: key == secret)
    return Answer.empty(headers={"set-cookie": _cookie(call, "", seconds=0)})


async def show_me(call: Call) -> Answer:
    """Tell who is signed in, where, and the word that changes must carry."""
    return Answer.json(await _present(call))


async def change_me(call: Call) -> Answer:
    """Set my language, time zone, look and first page."""
    body = call.mapping()
    only(body, ("locale", "timezone", *preferences.LOOK))
    user, ctx = _person_only(call), call.ctx
    values: dict[str, Json] = {}
    if "locale" in body:
        values["locale"] = word(body, "locale", LOCALES)
    if "timezone" in body:
        values["timezone"] = timezone(body, "timezone")
    if values:
        await records.update(in_own_name(ctx), USER, user, values)
        call.forget_seats_after_commit()
    chosen = _look(body)
    if chosen:
        await preferences.keep(ctx.unit, Owner(ctx.workspace.id, user), chosen)
    return Answer.json(await _present(call))


async def change_password(call: Call) -> Answer:
    """Set a new password of my own; my other sessions end."""
    body = call.mapping()
    only(body, ("current", "password"))
    user = _person_only(call)
    current, password = text(body, "current", longest=MOST), text(body, "password", longest=MOST)
    # An attempt counts even when it fails, so it is counted before the transaction that would take it back.
    async with call.open(readonly=True) as ctx:
        person = await get_person(ctx, user)
    await _guard(call, person.email)
    async with call.open() as ctx:
        unit, workspace = ctx.unit, ctx.workspace.id
        if not await credentials.check(unit, workspace, user, current):
            raise WrongCredentials
        check_strength(password, email=person.email, name=person.name)
        await credentials.set_password(unit, workspace, user, password, keep=call.seat.key)
    return Answer.empty()


async def accept_invitation(call: Call) -> Answer:
    """Choose a password with an invitation, and be signed in."""
    body = call.mapping()
    only(body, ("secret", "password"))
    secret, password = text(body, "secret", longest=200), text(body, "password", longest=MOST)
    await _guard(call, "")
    async with call.site.database.unit(readonly=True) as unit:
        invited = await credentials.find_invited(unit, secret)
    if invited is None:
        raise InvitationInvalid
    opened = await call.site.workspaces.get(invited[0])
    async with call.site.database.unit() as unit:
        if await credentials.find_invited(unit, secret) is None:
            raise InvitationInvalid
        person = await get_person(system_context(opened, unit), invited[1])
        if not person.active:
            raise InvitationInvalid
        check_strength(password, email=person.email, name=person.name)
        await credentials.set_password(unit, opened.workspace.id, person.id, password)
        return await begin(call, unit, Member(opened, person))


def _look(body: Mapping[str, Json]) -> dict[str, Json]:
    """Return what was chosen of how Kith looks and where it opens."""
    words = {"theme": THEMES, "density": DENSITIES, "motion": MOTIONS}
    chosen: dict[str, Json] = {n: word(body, n, words[n]) for n in words if n in body}
    if "start_page" in body:
        address = text(body, "start_page", longest=_LONGEST_ADDRESS)
        if not address.startswith("/") or address.startswith("//"):
            raise BodyShape(place="start_page", expected="an address of this app, such as /my-day")
        chosen["start_page"] = address
    return chosen


async def _guard(call: Call, email: str) -> None:
    """Slow down guessing. Who guesses at somebody's password uses up their own tries, never the owner's."""
    limits, address = call.site.limits, call.address
    wait = limits.guesses_per_address.take(address)
    if not wait:
        wait = await limits.guesses.take((address, email.casefold()))
    if wait:
        raise TooManyAttempts(seconds=max(1, round(wait)))


async def _members(call: Call, email: str, slug: str | None) -> list[Member]:
    found = []
    for name in [slug] if slug is not None else await _slugs(call):
        opened = await call.site.workspaces.get(name)
        async with call.site.database.unit(readonly=True) as unit:
            person = await find_by_email(system_context(opened, unit), email)
            if person is not None:
                password = await credentials.stored(unit, opened.workspace.id, person.id)
                found.append(Member(opened, person, password))
    return found


async def _slugs(call: Call) -> list[str]:
    async with call.site.database.unit(readonly=True) as unit:
        slugs = [workspace.slug for workspace in await all_workspaces(unit)]
    if len(slugs) > _MOST_WORKSPACES:
        raise WhichWorkspace(workspaces="")
    return slugs


async def _who_knows(members: list[Member], password: str) -> Member:
    right = [member for member in members if await passwords.matches(member.password, password)]
    if not members:
        await passwords.matches(None, password)
    if not right:
        raise WrongCredentials
    if len(right) > 1:
        raise WhichWorkspace(workspaces=", ".join(m.opened.workspace.slug for m in right))
    return right[0]


async def begin(call: Call, unit: Unit, member: Member) -> Answer:
    """Open a session for somebody who has proved who they are."""
    workspace = member.opened.workspace
    catalog = member.opened.catalog
    try:
        actor = await access.load_actor(unit, workspace, member.person.id, catalog)
    except UnknownActor:
        raise WrongCredentials from None
    old = secret_of(None, call.cookies)
    if old is not None:
        await sessions.end(unit, old)
    cookie = await sessions.begin(
        unit,
        workspace.id,
        member.person.id,
        agent=call.header("user-agent") or "",
        address=call.address,
    )
    look = await preferences.look(unit, Owner(workspace.id, member.person.id))
    me = _me(replace(member, admin=actor.profile.admin, look=look), csrf_for(cookie))
    seconds = int(sessions.IDLE_LIFE.total_seconds())
    return Answer.json(me, headers={"set-cookie": _cookie(call, cookie, seconds=seconds)})


async def _present(call: Call) -> dict[str, Json]:
    ctx = call.ctx
    person = await get_person(ctx, call.seat.actor.user)
    look = await preferences.look(ctx.unit, Owner(ctx.workspace.id, person.id))
    opened = Opened(ctx.workspace, ctx.catalog)
    member = Member(opened, person, admin=ctx.actor.profile.admin, look=look)
    return _me(member, call.seat.csrf or "")


def _me(member: Member, csrf: str) -> dict[str, Json]:
    person, workspace, catalog = member.person, member.opened.workspace, member.opened.catalog
    return {
        "user": {
            "id": str(person.id),
            "name": person.name,
            "email": person.email,
            "profile": person.profile,
            # None: never chosen, so the browser's language and time zone are the better guess.
            "locale": person.locale,
            "timezone": person.timezone,
            "photo": person.photo,
            **{name: member.look.get(name) for name in preferences.LOOK},
        },
        "workspace": present_workspace(workspace),
        "csrf": csrf,
        "admin": member.admin,
        "catalog_version": catalog.version,
    }


def _person_only(call: Call) -> uuid.UUID:
    if call.seat.csrf is None or call.seat.actor.user is None:
        raise SessionOnly
    return call.seat.actor.user


def _cookie(call: Call, value: str, *, seconds: int) -> str:
    secure = "; Secure" if call.is_https else ""
    return f"{COOKIE}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}"


ROUTES = (
    Route(
        "POST",
        "/api/session",
        sign_in,
        "Sign in",
        who="anyone",
        docs=Docs("Session", takes="SignIn", gives="Me"),
    ),
    Route("GET", "/api/session", show_me, "Who is signed in", docs=Docs("Session", gives="Me")),
    Route("DELETE", "/api/session", sign_out, "Sign out", docs=Docs("Session", status=204)),
    Route(
        "PATCH",
        "/api/session/me",
        change_me,
        "Set my language, time zone, look and first page",
        docs=Docs("Session", takes="MeChange", gives="Me"),
    ),
    Route(
        "POST",
        "/api/session/password",
        change_password,
        "Change my password",
        unit="none",
        docs=Docs("Session", takes="PasswordChange", status=204),
    ),
    Route(
        "POST",
        "/api/session/invitation",
        accept_invitation,
        "Choose a password with an invitation, and sign in",
        who="anyone",
        docs=Docs("Session", takes="InvitationAnswer", gives="Me"),
    ),
)
