"""Changes the settings of a workspace; what is computed with the time zone is computed anew."""

from collections.abc import Mapping

from kith.infra.db import Unit
from kith.kernel import catalog
from kith.kernel.catalog.load import bump
from kith.kernel.catalog.merge import Declares
from kith.kernel.schema import Workspace
from kith.kernel.storage.apply import apply
from kith.kernel.storage.plan import plan
from kith.kernel.storage.workspaces import load

CHANGEABLE = ("name", "locale", "timezone", "fiscal_start")


async def change(
    unit: Unit,
    workspace: Workspace,
    changes: Mapping[str, object],
    modules: tuple[Declares, ...] = (),
) -> Workspace:
    """Keep the changes, tell every process, and return the workspace as it is now."""
    for name in CHANGEABLE:
        if name in changes:
            await unit.execute(
                f"update kith.workspace set {name} = $2 where id = $1",
                workspace.id,
                changes[name],
            )
    await bump(unit, workspace.id)
    changed = await load(unit, workspace.slug)
    if changed.timezone != workspace.timezone:
        wanted = await catalog.load(unit, changed, modules)
        await apply(unit, await plan(unit, changed, wanted))
    return changed
