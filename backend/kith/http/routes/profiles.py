"""Profiles: which role sees and does what. Changes hold for everybody within a moment."""

from kith.http.answer import Answer
from kith.http.call import Call
from kith.http.route import Docs, Route
from kith.kernel.access import profiles


async def list_profiles(call: Call) -> Answer:
    """Return every profile."""
    return Answer.json({"items": await profiles.all_profiles(call.ctx)})


async def save_profile(call: Call) -> Answer:
    """Change a profile, or make one."""
    body = {**call.mapping(), "name": call.path["name"]}
    await profiles.save(call.ctx, body)
    call.announce_people()
    call.announce_settings("profiles")
    return Answer.json({"items": await profiles.all_profiles(call.ctx)})


async def remove_profile(call: Call) -> Answer:
    """Take back what was changed about a standard profile, or remove one that nobody has."""
    await profiles.remove(call.ctx, call.path["name"])
    call.announce_people()
    call.announce_settings("profiles")
    return Answer.empty()


ROUTES = (
    Route(
        "GET",
        "/api/profiles",
        list_profiles,
        "Profiles",
        who="admin",
        docs=Docs("Metadata", gives="Profiles"),
    ),
    Route(
        "PUT",
        "/api/profiles/{name}",
        save_profile,
        "Change a profile, or make one",
        who="admin",
        docs=Docs("Metadata", takes="Profile", gives="Profiles"),
    ),
    Route(
        "DELETE",
        "/api/profiles/{name}",
        remove_profile,
        "Remove a profile, or take back its changes",
        who="admin",
        docs=Docs("Metadata", status=204),
    ),
)
