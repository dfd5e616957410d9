"""Changes the settings of a workspace; what is computed with the time zone or the currency is computed anew."""

from collections.abc import Mapping

from kith.infra.db import Unit
from kith.kernel import catalog
from kith.kernel.catalog.load import bump
from kith.kernel.catalog.merge import Declares
from kith.kernel.fields.names import quoted
from kith.kernel.schema import Workspace
from kith.kernel.storage.apply import apply
from kith.kernel.storage.errors import BaseCurrencyHasRates, BaseCurrencyInUse
from kith.kernel.storage.plan import plan
from kith.kernel.storage.workspaces import load

CHANGEABLE = ("name", "locale", "timezone", "fiscal_start", "base_currency")


async def change(
    unit: Unit,
    workspace: Workspace,
    changes: Mapping[str, object],
    modules: tuple[Declares, ...] = (),
) -> Workspace:
    """Keep the changes, tell every process, and return the workspace as it is now."""
    if changes.get("base_currency", workspace.base_currency) != workspace.base_currency:
        await _check_no_money(unit, workspace, modules)
    for name in CHANGEABLE:
        if name in changes:
            await unit.execute(
                f"update kith.workspace set {name} = $2 where id = $1",
                workspace.id,
                changes[name],
            )
    await bump(unit, workspace.id)
    changed = await load(unit, workspace.slug)
    if (changed.timezone, changed.base_currency) != (workspace.timezone, workspace.base_currency):
        wanted = await catalog.load(unit, changed, modules)
        await apply(unit, await plan(unit, changed, wanted))
    return changed


async def _check_no_money(unit: Unit, workspace: Workspace, modules: tuple[Declares, ...]) -> None:
    """Refuse another base currency once there are amounts: what they were worth in it then is not known."""
    known = await catalog.load(unit, workspace, modules)
    if await unit.fetchval(f"select exists (select from {workspace.schema}._rate)"):
        raise BaseCurrencyHasRates(currency=workspace.base_currency)
    for definition in known.objects.values():
        for field in definition.fields:
            column = f"{workspace.schema}.{quoted(definition.name)} where {quoted(field.name)}"
            if field.kind == "money" and await unit.fetchval(
                f"select exists (select from {column} is not null)"
            ):
                raise BaseCurrencyInUse(
                    currency=workspace.base_currency, object=definition.label, field=field.label
                )
