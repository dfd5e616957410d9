"""Objects and fields as administrators make and change them while everybody works."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Literal

from kith.http.answer import Answer
from kith.http.call import Call
from kith.http.meta import field_json, object_json
from kith.http.route import Accepts, Docs, Method, Route
from kith.kernel import catalog, design, records
from kith.kernel.context import Context
from kith.kernel.schema import FieldDef, ObjectDef
from kith.kernel.storage import workspaces
from kith.lib.json import Json

_TRIED = 3
Run = Callable[[Call], Awaitable[Answer]]


async def add_object(call: Call) -> Answer:
    """Make an object."""
    made = await design.add_object(call.ctx, call.mapping())
    return await _object(call, made, status=201)


async def change_object(call: Call) -> Answer:
    """Change how an object is called and looks."""
    return await _object(
        call, await design.change_object(call.ctx, call.path["object"], call.mapping())
    )


async def set_layout(call: Call) -> Answer:
    """Arrange the fields of an object."""
    return await _object(
        call, await design.set_layout(call.ctx, call.path["object"], call.mapping())
    )


async def remove_object(call: Call) -> Answer:
    """Hide an object; for 30 days it can be brought back with its records."""
    await design.remove_object(call.ctx, call.path["object"])
    return _gone(call)


async def restore_object(call: Call) -> Answer:
    """Bring an object back."""
    return await _object(call, await design.restore_object(call.ctx, call.path["object"]))


async def add_field(call: Call) -> Answer:
    """Add a field to an object."""
    name = call.path["object"]
    made = await design.add_field(call.ctx, name, call.mapping())
    return await _field(call, made, status=201)


async def change_field(call: Call) -> Answer:
    """Change a field; a large table is converted by a job, which the answer then names."""
    found = await design.change_field(
        call.ctx, call.path["object"], call.path["field"], call.mapping()
    )
    if found.job is not None:
        call.forget_workspace_after_commit()
        return Answer.json({"job": str(found.job)}, status=202)
    return await _field(call, found.field)


async def try_formula(call: Call) -> Answer:
    """Say what a formula would show on the records that were changed last; nothing is kept."""
    name = call.path["object"]
    ctx, field = design.try_formula(call.ctx, name, call.mapping())
    title = ctx.catalog.object(name).title
    query = {
        "fields": [title, field.name],
        "sort": [{"by": "updated_at", "desc": True}],
        "limit": _TRIED,
    }
    page = await records.list(ctx, name, query)
    items: list[Json] = [
        {"id": str(r["id"]), "label": r[title], "value": r[field.name]} for r in page.items
    ]
    return Answer.json({"field": field_json(ctx, name, field), "items": items})


async def remove_field(call: Call) -> Answer:
    """Hide a field; for 30 days it can be brought back with its values."""
    await design.remove_field(call.ctx, call.path["object"], call.path["field"])
    return _gone(call)


async def restore_field(call: Call) -> Answer:
    """Bring a field back."""
    return await _field(
        call, await design.restore_field(call.ctx, call.path["object"], call.path["field"])
    )


async def removed(call: Call) -> Answer:
    """Return what can be brought back."""
    return Answer.json({"items": await design.removed(call.ctx)})


async def _now(call: Call) -> Context:
    """Return the context as it is after the change."""
    ctx = call.ctx
    call.forget_workspace_after_commit()
    workspace = await workspaces.load(ctx.unit, ctx.workspace.slug)
    changed = await catalog.load(ctx.unit, workspace, ctx.catalog.modules)
    return replace(ctx, workspace=workspace, catalog=changed)


async def _object(call: Call, made: ObjectDef, *, status: int = 200) -> Answer:
    ctx = await _now(call)
    found = object_json(ctx, ctx.catalog.object(made.name), call.site.verbs)
    return Answer.json(found, status=status)


async def _field(call: Call, made: FieldDef, *, status: int = 200) -> Answer:
    ctx = await _now(call)
    name = call.path["object"]
    return Answer.json(field_json(ctx, name, ctx.catalog.field(name, made.name)), status=status)


def _gone(call: Call) -> Answer:
    call.forget_workspace_after_commit()
    return Answer.empty()


def _route(
    method: Method,
    path: str,
    run: Run,
    summary: str,
    docs: Docs,
    accepts: Accepts | Literal[""] = "",
) -> Route:
    return Route(method, f"/api/meta{path}", run, summary, who="admin", accepts=accepts, docs=docs)


_MADE = Docs("Metadata", takes="ObjectSpec", gives="ObjectMeta", status=201)
_CHANGED = Docs("Metadata", takes="ObjectSpec", gives="ObjectMeta")
_FIELD_MADE = Docs("Metadata", takes="FieldSpec", gives="FieldMeta", status=201)
_FIELD_CHANGED = Docs("Metadata", takes="FieldSpec", gives="FieldMeta")
_GONE = Docs("Metadata", status=204)
_BACK = Docs("Metadata", gives="ObjectMeta")
_ONE, _FIELDS = "/objects/{object}", "/objects/{object}/fields"
ROUTES = (
    _route("POST", "/objects", add_object, "Make an object", _MADE),
    _route("PATCH", _ONE, change_object, "Change an object", _CHANGED),
    _route("DELETE", _ONE, remove_object, "Remove an object", _GONE),
    _route("POST", f"{_ONE}/restore", restore_object, "Bring an object back", _BACK, "none"),
    _route("PUT", f"{_ONE}/layout", set_layout, "Arrange an object's fields", _CHANGED),
    _route("POST", _FIELDS, add_field, "Add a field", _FIELD_MADE),
    Route(
        "POST",
        f"/api/meta{_ONE}/formula",
        try_formula,
        "Try a formula",
        who="admin",
        unit="read",
        docs=Docs("Metadata", takes="FormulaSpec", gives="FormulaTrial"),
    ),
    _route("PATCH", f"{_FIELDS}/{{field}}", change_field, "Change a field", _FIELD_CHANGED),
    _route("DELETE", f"{_FIELDS}/{{field}}", remove_field, "Remove a field", _GONE),
    _route(
        "POST",
        f"{_FIELDS}/{{field}}/restore",
        restore_field,
        "Bring a field back",
        Docs("Metadata", gives="FieldMeta"),
        "none",
    ),
    _route(
        "GET", "/removed", removed, "What can be brought back", Docs("Metadata", gives="Removed")
    ),
)
