"""Yes or no: may this actor do this with this object; refusals say what was refused."""

from collections.abc import Mapping
from typing import Literal

from kith.kernel.access.errors import (
    AdminsOnly,
    MayNotBulk,
    MayNotCreate,
    MayNotDelete,
    MayNotExport,
    MayNotRead,
    MayNotUpdate,
    NotAllowed,
    ScopeTooSmall,
)
from kith.kernel.access.reach import Action
from kith.kernel.access.rights import Rights, compiled
from kith.kernel.context import Context
from kith.kernel.expr import Filter

Doing = Literal["read", "create", "update", "delete", "export", "bulk"]

_REFUSALS: Mapping[str, type[NotAllowed]] = {
    "read": MayNotRead,
    "create": MayNotCreate,
    "update": MayNotUpdate,
    "delete": MayNotDelete,
    "export": MayNotExport,
    "bulk": MayNotBulk,
}
_NEEDS_ONLY_READ = frozenset({"read", "export"})


def reader(ctx: Context) -> Rights:
    """Return the actor's rights, as query wants them."""
    return compiled(ctx.actor.profile, ctx.actor.sharing, ctx.catalog)


def can(ctx: Context, object_name: str, action: Doing) -> bool:
    """Say whether the action is open to the actor for some record at least."""
    ctx.catalog.object(object_name)
    if _scope(action) not in ctx.actor.scopes:
        return False
    found = getattr(reader(ctx).on(object_name), action)
    return bool(found) and found != "none"


def check(ctx: Context, object_name: str, action: Doing) -> None:
    """Raise NotAllowed unless `can`."""
    if can(ctx, object_name, action):
        return
    if _scope(action) not in ctx.actor.scopes:
        raise ScopeTooSmall(scope=_scope(action))
    label = ctx.catalog.label(f"object.{object_name}.plural", ctx.actor.locale)
    raise _REFUSALS[action](label=label)


def check_admin(ctx: Context) -> None:
    """Raise AdminsOnly unless the actor may change metadata, users and settings."""
    if not is_admin(ctx):
        raise AdminsOnly


def is_admin(ctx: Context) -> bool:
    """Say whether the actor may change metadata, users and settings."""
    return ctx.actor.profile.admin and "admin" in ctx.actor.scopes


def rows(ctx: Context, object_name: str, action: Action = "read") -> Filter | None:
    """Return whose records the action reaches; None for all of them."""
    return reader(ctx).rows(object_name, action)


def readable(ctx: Context, object_name: str) -> frozenset[str]:
    """Return the fields that the actor may see."""
    return reader(ctx).fields(object_name)


def writable(ctx: Context, object_name: str) -> frozenset[str]:
    """Return the fields that the actor may write."""
    return reader(ctx).writable(object_name)


def _scope(action: Doing) -> str:
    return "read" if action in _NEEDS_ONLY_READ else "write"
