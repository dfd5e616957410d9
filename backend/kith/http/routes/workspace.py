"""The settings of a workspace. Everybody may read them; administrators change them."""

from kith.http.answer import Answer
from kith.http.call import Call
from kith.http.errors import BodyShape
from kith.http.meta import currencies
from kith.http.present import present_workspace
from kith.http.route import Docs, Route
from kith.http.values import only, text, timezone, word
from kith.http.words import LOCALES
from kith.infra import jobs
from kith.kernel.design.draft import FINISH
from kith.kernel.storage import settings
from kith.lib.json import Json

_LONGEST_NAME = 120
_MONTHS = 12


async def show(call: Call) -> Answer:
    """Return the settings."""
    return Answer.json(present_workspace(call.ctx.workspace))


async def change(call: Call) -> Answer:
    """Change name, language, time zone, first month of the fiscal year; the currency, as long as there is no amount."""
    body, ctx = call.mapping(), call.ctx
    only(body, settings.CHANGEABLE)
    changed = await settings.change(ctx.unit, ctx.workspace, _checked(body), ctx.catalog.modules)
    before = ctx.workspace
    if (changed.timezone, changed.base_currency) != (before.timezone, before.base_currency):
        # What formulas computed with the old zone or currency is computed anew, table by table, by a job.
        slug, user = ctx.workspace.slug, ctx.actor.user
        await jobs.enqueue(ctx.unit, slug, user, FINISH, {"fill": None}, lock=f"{FINISH}:{slug}")
    call.forget_workspace_after_commit()
    return Answer.json(present_workspace(changed))


def _checked(body: dict[str, Json]) -> dict[str, Json]:
    found: dict[str, Json] = {}
    if "name" in body:
        found["name"] = text(body, "name", longest=_LONGEST_NAME).strip()
    if "locale" in body:
        found["locale"] = word(body, "locale", LOCALES)
    if "timezone" in body:
        found["timezone"] = timezone(body, "timezone")
    if "fiscal_start" in body:
        month = body["fiscal_start"]
        if isinstance(month, bool) or not isinstance(month, int) or not 1 <= month <= _MONTHS:
            raise BodyShape(place="fiscal_start", expected="a month from 1 to 12")
        found["fiscal_start"] = month
    if "base_currency" in body:
        if body["base_currency"] not in currencies():
            raise BodyShape(place="base_currency", expected="the code of a currency, such as EUR")
        found["base_currency"] = body["base_currency"]
    return found


ROUTES = (
    Route(
        "GET",
        "/api/workspace",
        show,
        "Settings of the workspace",
        docs=Docs("Workspace", gives="Workspace"),
    ),
    Route(
        "PATCH",
        "/api/workspace",
        change,
        "Change settings of the workspace",
        who="admin",
        docs=Docs("Workspace", takes="WorkspaceChange", gives="Workspace"),
    ),
)
