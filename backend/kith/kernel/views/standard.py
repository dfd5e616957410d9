"""The views that modules declare, and one of everything for objects that nobody declared a view for."""

from collections.abc import Iterator, Mapping
from typing import cast

from kith.kernel.catalog import Catalog
from kith.kernel.context import Context
from kith.kernel.schema import ColumnDef, ObjectDef, ViewDef
from kith.lib.json import Json

_MEMO = "views.standard"
_COLUMNS = 6
_DULL = frozenset({"long_text", "rich_text", "json", "file", "image"})


def standard(catalog: Catalog, object_name: str) -> tuple[ViewDef, ...]:
    """Return the declared views of an object; what is missing is made up from its definition."""
    by_object = catalog.memo.get(_MEMO)
    if by_object is None:
        by_object = catalog.memo[_MEMO] = _declared(catalog)
    declared = cast("Mapping[str, tuple[ViewDef, ...]]", by_object).get(object_name, ())
    return (*declared, *_made_up(catalog.object(object_name), declared))


def as_json(ctx: Context, view: ViewDef) -> dict[str, Json]:
    """Return a standard view as the API shows it; its name is its id."""
    columns = [
        {"field": c.field} | ({} if c.width is None else {"width": c.width}) for c in view.columns
    ]
    return {
        "id": view.name,
        "name": _label(ctx, view),
        "kind": view.kind,
        "object": view.object,
        "query": dict(view.query),
        "columns": columns,
        "group": view.group,
        "settings": {},
        "sharing": "shared",
        "pinned": view.pinned,
        "standard": True,
        "owner": None,
    }


def _label(ctx: Context, view: ViewDef) -> str:
    key = f"view.{view.object}.{view.name}"
    found = ctx.catalog.label(key, ctx.actor.locale)
    if found != key:
        return found
    general = ctx.catalog.label(f"view.{view.name}", ctx.actor.locale)
    return view.label if general == f"view.{view.name}" else general


def _declared(catalog: Catalog) -> dict[str, tuple[ViewDef, ...]]:
    found: dict[str, tuple[ViewDef, ...]] = {}
    for module in catalog.modules:
        for view in getattr(module, "views", ()):
            found[view.object] = (*found.get(view.object, ()), view)
    return found


def _made_up(definition: ObjectDef, declared: tuple[ViewDef, ...]) -> Iterator[ViewDef]:
    kinds = {view.kind for view in declared}
    columns = tuple(ColumnDef(name) for name in _telling(definition))
    if "list" not in kinds:
        yield ViewDef("all", definition.name, "All", columns, pinned=True)
    if "board" not in kinds and definition.board is not None:
        yield ViewDef("board", definition.name, "Board", columns, "board", group=definition.board)
    if "calendar" not in kinds and definition.calendar is not None:
        yield ViewDef(
            "calendar", definition.name, "Calendar", columns, "calendar", group=definition.calendar
        )


def _telling(definition: ObjectDef) -> list[str]:
    """Return the fields that a list should show first."""
    names = [definition.title, *definition.highlights]
    names += [f.name for f in definition.fields if f.kind not in _DULL]
    known = [name for name in dict.fromkeys(names) if definition.find(name) is not None]
    owner = ["owner"] if definition.owned else []
    return list(dict.fromkeys(known[:_COLUMNS] + owner))
