"""What the sign-in page may know before anybody has signed in."""

from collections.abc import Mapping

from kith import __version__
from kith.http.answer import Answer
from kith.http.call import Call
from kith.http.route import Docs, Route
from kith.infra.identity import setup
from kith.kernel.storage.workspaces import all_workspaces
from kith.lib.json import Json

_SHOWN = ("email", "name", "title")


async def hello(call: Call) -> Answer:
    """Name the workspace if there is just one; a demo also tells how to get in."""
    async with call.site.database.unit(readonly=True) as unit:
        found = await all_workspaces(unit)
        wanted = await setup.is_wanted(unit)
    only = found[0] if len(found) == 1 else None
    answer: dict[str, Json] = {
        "name": only.name if only else None,
        "version": __version__,
        "setup": wanted,
        "demo": _demo(only.settings.get("demo")) if only else None,
    }
    return Answer.json(answer)


def _demo(setting: Json) -> Json:
    people = setting.get("people") if isinstance(setting, Mapping) else None
    if not isinstance(setting, Mapping) or not isinstance(people, list):
        return None
    return [
        {key: person.get(key) for key in _SHOWN} | {"password": setting.get("password")}
        for person in people
        if isinstance(person, Mapping)
    ]


ROUTES = (
    Route(
        "GET",
        "/api/hello",
        hello,
        "What the sign-in page shows",
        who="anyone",
        docs=Docs("Session", gives="Hello"),
    ),
)
