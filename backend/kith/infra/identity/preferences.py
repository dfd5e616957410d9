"""How a person likes Kith to look, on every device."""

import uuid
from dataclasses import dataclass

from kith.infra.db import Unit


@dataclass(frozen=True, slots=True)
class Look:
    """None means: as the device likes it."""

    theme: str | None = None
    density: str | None = None


async def look(unit: Unit, workspace: uuid.UUID, user: uuid.UUID) -> Look:
    """Return what the person chose."""
    row = await unit.fetchrow(
        "select theme, density from kith.preference where workspace = $1 and user_id = $2",
        workspace,
        user,
    )
    return Look() if row is None else Look(row["theme"], row["density"])


async def choose(unit: Unit, workspace: uuid.UUID, user: uuid.UUID, chosen: Look) -> None:
    """Keep what the person chose; None leaves it as it was."""
    await unit.execute(
        "insert into kith.preference as p (workspace, user_id, theme, density)"
        " values ($1, $2, $3, $4) on conflict (workspace, user_id) do update"
        " set theme = coalesce($3, p.theme), density = coalesce($4, p.density)",
        workspace,
        user,
        chosen.theme,
        chosen.density,
    )
