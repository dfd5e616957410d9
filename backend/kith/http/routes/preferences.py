"""What a person keeps for themselves on every device: how Kith looks, where it opens, drafts that are not sent yet."""

from kith.http.answer import Answer
from kith.http.call import Call
from kith.http.errors import NothingHere
from kith.http.route import Docs, Route
from kith.http.values import only
from kith.infra.identity import preferences
from kith.infra.identity.preferences import Owner

_LIMIT = 2 * preferences.LARGEST


async def list_mine(call: Call) -> Answer:
    """Return what I keep, or what begins with `prefix`."""
    prefix = call.query("prefix") or ""
    found = await preferences.all_of(call.ctx.unit, _me(call), prefix)
    return Answer.json({"items": [kept.as_json() for kept in found]})


async def show(call: Call) -> Answer:
    """Return what I keep under a key."""
    found = await preferences.find(call.ctx.unit, _me(call), call.path["key"])
    if found is None:
        raise NothingHere
    return Answer.json(found.as_json())


async def keep(call: Call) -> Answer:
    """Keep a value under a key, in place of what was there."""
    body = call.mapping()
    only(body, ("value",))
    key, me = call.path["key"], _me(call)
    await preferences.keep(call.ctx.unit, me, {key: body.get("value")})
    found = await preferences.find(call.ctx.unit, me, key)
    return Answer.json({} if found is None else found.as_json())


async def forget(call: Call) -> Answer:
    """Keep nothing under a key any more; nothing was there is just as good."""
    await preferences.forget(call.ctx.unit, _me(call), call.path["key"])
    return Answer.empty()


def _me(call: Call) -> Owner:
    user = call.seat.actor.user
    if user is None:
        raise NothingHere
    return Owner(call.ctx.workspace.id, user)


_ONE = "/api/preferences/{key}"
ROUTES = (
    Route(
        "GET",
        "/api/preferences",
        list_mine,
        "What I keep for myself",
        docs=Docs("Preferences", gives="Preferences", query=(("prefix", "string"),)),
    ),
    Route("GET", _ONE, show, "One thing that I keep", docs=Docs("Preferences", gives="Preference")),
    Route(
        "PUT",
        _ONE,
        keep,
        "Keep a preference or a draft",
        limit=_LIMIT,
        docs=Docs("Preferences", takes="NewPreference", gives="Preference"),
    ),
    Route(
        "DELETE",
        _ONE,
        forget,
        "Forget a preference or a draft",
        docs=Docs("Preferences", status=204),
    ),
)
