"""What an administrator does about people's ways in. Their records are changed like all others."""

from kith.http.answer import Answer
from kith.http.call import Call
from kith.http.passwords import MOST, check_strength
from kith.http.people import USER, get_person
from kith.http.route import Docs, Route
from kith.http.values import only, text
from kith.infra.identity import credentials
from kith.kernel import records


async def invite(call: Call) -> Answer:
    """Return an address where the user chooses a password; it works once, for a week."""
    ctx = call.ctx
    person = await get_person(ctx, call.id())
    secret = await credentials.invite(ctx.unit, ctx.workspace.id, person.id)
    base = (call.site.settings.public_url or "").rstrip("/")
    address = f"{base}/welcome?secret={secret}"
    days = credentials.INVITATION_LIFE.days
    return Answer.json({"secret": secret, "url": address, "days": days}, status=201)


async def deactivate(call: Call) -> Answer:
    """Let a user no longer in: sessions and tokens end at once, everything they own stays."""
    ctx = call.ctx
    found = await records.update(ctx, USER, call.id(), {"active": False})
    await credentials.revoke(ctx.unit, ctx.workspace.id, found.id)
    return Answer.empty()


async def activate(call: Call) -> Answer:
    """Let a user in again; they need a new invitation or password."""
    await records.update(call.ctx, USER, call.id(), {"active": True})
    return Answer.empty()


async def set_password(call: Call) -> Answer:
    """Set a user's password; their sessions end."""
    body = call.mapping()
    only(body, ("password",))
    ctx = call.ctx
    person = await get_person(ctx, call.id())
    password = text(body, "password", longest=MOST)
    check_strength(password, email=person.email, name=person.name)
    keep = call.seat.key if person.id == call.seat.actor.user else None
    await credentials.set_password(ctx.unit, ctx.workspace.id, person.id, password, keep=keep)
    return Answer.empty()


_ONE = "/api/users/{id}"
ROUTES = (
    Route(
        "POST",
        f"{_ONE}/invite",
        invite,
        "Invite a user to choose a password",
        who="admin",
        accepts="none",
        docs=Docs("Users", gives="Invitation", status=201),
    ),
    Route(
        "POST",
        f"{_ONE}/deactivate",
        deactivate,
        "Let a user no longer in",
        who="admin",
        accepts="none",
        docs=Docs("Users", status=204),
    ),
    Route(
        "POST",
        f"{_ONE}/activate",
        activate,
        "Let a user in again",
        who="admin",
        accepts="none",
        docs=Docs("Users", status=204),
    ),
    Route(
        "POST",
        f"{_ONE}/password",
        set_password,
        "Set a user's password",
        who="admin",
        docs=Docs("Users", takes="NewPassword", status=204),
    ),
)
