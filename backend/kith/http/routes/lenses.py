"""The Lens: one personal filter over everything that somebody lists, counts and finds."""

from kith.http.answer import Answer
from kith.http.call import Call
from kith.http.route import Docs, Route
from kith.http.values import identifier, only
from kith.kernel import access, views
from kith.lib.json import Json


async def list_lenses(call: Call) -> Answer:
    """Return the lenses that I may wear, and which I wear."""
    return Answer.json({"items": await _lenses(call)})


async def create_lens(call: Call) -> Answer:
    """Make a lens."""
    found = await views.save_lens(call.ctx, access.reader(call.ctx), None, call.mapping())
    return Answer.json(found, status=201)


async def change_lens(call: Call) -> Answer:
    """Change a lens; whoever wears it sees through the changed one."""
    found = await views.save_lens(call.ctx, access.reader(call.ctx), call.id(), call.mapping())
    call.announce_people()
    return Answer.json(found)


async def remove_lens(call: Call) -> Answer:
    """Forget a lens."""
    await views.remove_lens(call.ctx, call.id())
    call.announce_people()
    return Answer.empty()


async def wear(call: Call) -> Answer:
    """Put a lens on, or lift it with null."""
    body = call.mapping()
    only(body, ("lens",))
    wanted = body.get("lens")
    await views.wear(call.ctx, None if wanted is None else identifier(wanted, "lens"))
    call.announce_people(call.ctx.actor.user)
    return Answer.json({"items": await _lenses(call)})


async def fix(call: Call) -> Answer:
    """Let everybody with a profile always wear a lens, or no longer with null."""
    body = call.mapping()
    only(body, ("lens",))
    wanted = body.get("lens")
    lens = None if wanted is None else identifier(wanted, "lens")
    await views.fix_lens(call.ctx, call.path["profile"], lens)
    call.announce_people()
    return Answer.empty()


async def _lenses(call: Call) -> list[Json]:
    return [*await views.list_lenses(call.ctx)]


_ONE = "/api/lenses/{id}"
ROUTES = (
    Route("GET", "/api/lenses", list_lenses, "Lenses", docs=Docs("Views", gives="Lenses")),
    Route(
        "POST",
        "/api/lenses",
        create_lens,
        "Make a lens",
        docs=Docs("Views", takes="NewLens", gives="Lens", status=201),
    ),
    Route(
        "PUT",
        "/api/lenses/worn",
        wear,
        "Put a lens on, or lift it",
        docs=Docs("Views", takes="Worn", gives="Lenses"),
    ),
    Route(
        "PUT",
        "/api/lenses/fixed/{profile}",
        fix,
        "Let everybody with a profile always wear a lens",
        who="admin",
        docs=Docs("Views", takes="Worn", status=204),
    ),
    Route(
        "PUT",
        _ONE,
        change_lens,
        "Change a lens",
        docs=Docs("Views", takes="NewLens", gives="Lens"),
    ),
    Route("DELETE", _ONE, remove_lens, "Forget a lens", docs=Docs("Views", status=204)),
)
