"""Puts the document together: every route, once for each object where it serves all of them."""

import re
from collections.abc import Iterable, Iterator

from kith import __version__
from kith.http.openapi.fixed import FIXED
from kith.http.openapi.kinds import shown, written
from kith.http.openapi.shapes import ID, TEXT, WHOLE, Schema, closed, many, maybe, opened, ref
from kith.http.route import Route
from kith.kernel import access
from kith.kernel.context import Context
from kith.kernel.fields.registry import FIELD_TYPES
from kith.kernel.schema import ObjectDef
from kith.lib.json import Json, dumps

_PARAMETER = re.compile(r"{(\w+)}")
_OF_OBJECT = frozenset({"Record", "Values", "Page"})
_MEMO = "http.openapi"
_TEXTS = frozenset({"object", "field", "module", "verb", "name", "currency", "day", "key"})
_ABOUT = (
    "Everything that this workspace knows, objects made by its administrators included. Errors are problem documents"
    " (RFC 9457) with a stable `code`. Programs send `Authorization: Bearer kith_...`; browsers have a cookie and send"
    " `X-CSRF-Token` with changes."
)


def document(ctx: Context, routes: Iterable[Route]) -> bytes:
    """Return the document as this reader may know it; worked out once per profile and language."""
    key = (_MEMO, ctx.actor.locale, access.reader(ctx).key)
    found = ctx.catalog.memo.get(key)
    if found is None:
        found = ctx.catalog.memo[key] = dumps(_document(ctx, routes))
    return found if isinstance(found, bytes) else b""


def _document(ctx: Context, routes: Iterable[Route]) -> dict[str, Json]:
    objects = [o for o in ctx.catalog.objects.values() if access.can(ctx, o.name, "read")]
    schemas: dict[str, Json] = {name: dict(schema) for name, schema in FIXED.items()}
    for known in objects:
        schemas |= {name: dict(found) for name, found in _schemas(ctx, known)}
    paths: dict[str, dict[str, Json]] = {}
    for route in routes:
        for path, definition in _expanded(route, objects):
            operation = _operation(ctx, route, path, definition)
            paths.setdefault(path, {})[route.method.lower()] = operation
    return {
        "openapi": "3.1.0",
        "info": {"title": "Kith", "version": __version__, "description": _ABOUT},
        "servers": [{"url": "/"}],
        "security": [{"token": []}, {"cookie": []}],
        "paths": dict(sorted(paths.items())),
        "components": {
            "schemas": dict(sorted(schemas.items())),
            "responses": {"Problem": _answer("It did not work.", ref("Problem"), problem=True)},
            "securitySchemes": {
                "token": {"type": "http", "scheme": "bearer"},
                "cookie": {"type": "apiKey", "in": "cookie", "name": "kith_session"},
            },
        },
    }


def _schemas(ctx: Context, definition: ObjectDef) -> Iterator[tuple[str, Schema]]:
    name = definition.name
    readable, writable = access.readable(ctx, name), access.writable(ctx, name)
    fields = [f for f in definition.all_fields() if f.name in readable]
    reads = {f.name: {**shown(f), "title": f.label} for f in fields}
    writes = {
        f.name: written(f)
        for f in fields
        if f.name in writable and not f.readonly and FIELD_TYPES[f.kind].stored
    }
    title = ctx.catalog.label(f"object.{name}", ctx.actor.locale)
    record = {**opened("id version", id=ID, version=WHOLE, **reads), "title": title}
    yield f"{name}.Record", record
    yield f"{name}.Values", closed(version=WHOLE, **writes)
    page = opened(
        "items next",
        items=many(ref(f"{name}.Record")),
        total=maybe(WHOLE),
        capped={"type": "boolean"},
        next=maybe(TEXT),
    )
    yield f"{name}.Page", page


def _expanded(route: Route, objects: Iterable[ObjectDef]) -> Iterator[tuple[str, ObjectDef | None]]:
    if "{object}" not in route.path or route.path.startswith("/api/meta"):
        yield route.path, None
        return
    for definition in objects:
        yield route.path.replace("{object}", definition.name), definition


def _operation(
    ctx: Context, route: Route, path: str, definition: ObjectDef | None
) -> dict[str, Json]:
    docs = route.docs
    about = ctx.catalog.label(f"object.{definition.name}.plural") if definition else docs.tag
    found: dict[str, Json] = {
        "operationId": _name(route.method, path),
        "summary": route.summary,
        "tags": [about],
        "parameters": [*_parameters(route, path)],
        "responses": _responses(route, definition),
    }
    if route.who == "anyone":
        found["security"] = []
    if route.accepts == "json":
        schema = ref(_schema_name(docs.takes or "Anything", definition))
        found["requestBody"] = {
            "required": True,
            "content": {"application/json": {"schema": dict(schema)}},
        }
    if route.accepts == "multipart":
        form = opened("file", file={"type": "string", "format": "binary"})
        found["requestBody"] = {
            "required": True,
            "content": {"multipart/form-data": {"schema": dict(form)}},
        }
    return found


def _parameters(route: Route, path: str) -> Iterator[Json]:
    for name in _PARAMETER.findall(path):
        schema = TEXT if name in _TEXTS or route.path.startswith("/api/views") else ID
        yield {"name": name, "in": "path", "required": True, "schema": dict(schema)}
    for name, type_ in route.docs.query:
        yield {"name": name, "in": "query", "required": False, "schema": {"type": type_}}
    if route.docs.takes == "Values" and route.method == "POST":
        yield _header("Idempotency-Key", "The same key makes the record once.")
    if route.path.endswith("/{object}/{id}") and route.method in ("PATCH", "DELETE"):
        yield _header("If-Match", 'The version that you saw, such as "v3".')


def _header(name: str, about: str) -> Json:
    schema = {"type": "string"}
    return {"name": name, "in": "header", "required": False, "description": about, "schema": schema}


def _responses(route: Route, definition: ObjectDef | None) -> Json:
    docs = route.docs
    problem: Json = {"$ref": "#/components/responses/Problem"}
    done: Json = {"description": "Done."}
    if docs.gives is not None:
        done = _answer("Done.", ref(_schema_name(docs.gives, definition)))
    return {str(docs.status): done, "default": problem}


def _answer(text: str, schema: Schema, *, problem: bool = False) -> Json:
    kind = "application/problem+json" if problem else "application/json"
    return {"description": text, "content": {kind: {"schema": dict(schema)}}}


def _schema_name(name: str, definition: ObjectDef | None) -> str:
    return f"{definition.name}.{name}" if definition and name in _OF_OBJECT else name


def _name(method: str, path: str) -> str:
    words = [w for w in re.split(r"[/{}]+", path.removeprefix("/api")) if w]
    return "_".join([method.lower(), *words])
