"""The back end's definitions as TypeScript: field kinds, error codes, the shapes of the API."""

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from typing import Any

import kith
from kith.http.meta import kinds
from kith.http.openapi.fixed import FIXED
from kith.http.problems import UNEXPECTED
from kith.lib.errors import KithError
from kith.lib.json import dumps

_HEAD = "/** {about} Written by `./kith types`; do not edit. */\n\n"
_SIMPLE: Mapping[str, str] = {
    "string": "string",
    "integer": "number",
    "number": "number",
    "boolean": "boolean",
    "null": "null",
}
_QUIET = (".tests", "kith.main.processes", "kith.main.web", "kith.main.__main__")

Schema = Mapping[str, Any]


def files() -> dict[str, str]:
    """Return every generated file by its name."""
    return {"kinds.ts": _kinds(), "errors.ts": _errors(), "api.ts": _api()}


def error_codes() -> list[str]:
    """Return the stable codes of all errors that Kith can answer."""
    for module in pkgutil.walk_packages(kith.__path__, "kith."):
        if not any(part in module.name for part in _QUIET):
            importlib.import_module(module.name)
    return sorted({UNEXPECTED, *(error.code for error in _descendants(KithError))})


def _descendants(error: type[KithError]) -> Iterator[type[KithError]]:
    for child in error.__subclasses__():
        if child.__module__.startswith("kith.") and ".tests" not in child.__module__:
            yield child
            yield from _descendants(child)


def _kinds() -> str:
    entries: list[Mapping[str, Any]] = [entry for entry in kinds() if isinstance(entry, dict)]
    names = [entry["kind"] for entry in entries]
    operators = sorted({op for entry in entries for op in entry["operators"]})
    table = ",\n".join(f"  {e['kind']}: {_literal([*e['operators']])}" for e in entries)
    return (
        _HEAD.format(about="Every kind of field, and what can be compared in it.")
        + _list("FIELD_KINDS", "FieldKind", names)
        + "\n"
        + _list("OPERATORS", "Operator", operators)
        + "\nexport const OPERATORS_OF: Readonly<Record<FieldKind, readonly Operator[]>> = {\n"
        + f"{table},\n}}\n"
    )


def _errors() -> str:
    about = "The stable codes of all problems that the server can answer with."
    return _HEAD.format(about=about) + _list("ERROR_CODES", "ErrorCode", error_codes())


def _api() -> str:
    parts = [f"export type {name} = {_type(schema, 0)}\n" for name, schema in sorted(FIXED.items())]
    about = "The shapes of the API that are the same in every workspace."
    return _HEAD.format(about=about) + "\n".join(parts)


def _list(constant: str, type_: str, words: list[str]) -> str:
    lines = "".join(f"  {_literal(word)},\n" for word in words)
    return (
        f"export const {constant} = [\n{lines}] as const\n\n"
        f"export type {type_} = (typeof {constant})[number]\n"
    )


def _literal(value: object) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(_literal(item) for item in value) + "]"
    return "'" + dumps(value).decode()[1:-1].replace("'", "\\'") + "'"


def _type(schema: Schema, depth: int) -> str:
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "enum" in schema:
        return " | ".join(_literal(word) for word in schema["enum"])
    if "anyOf" in schema:
        return " | ".join(dict.fromkeys(_type(choice, depth) for choice in schema["anyOf"]))
    if "properties" in schema or schema.get("type") == "object":
        return _object(schema, depth)
    if "items" in schema:
        return f"ReadonlyArray<{_type(schema['items'], depth)}>"
    return _SIMPLE.get(schema.get("type", ""), "unknown")


def _object(schema: Schema, depth: int) -> str:
    members: Mapping[str, Schema] = schema.get("properties", {})
    if not members:
        return "Readonly<Record<string, unknown>>"
    required = schema.get("required", ())
    pad = "  " * (depth + 1)
    lines = [
        f"{pad}readonly {name}{'' if name in required else '?'}: {_type(member, depth + 1)}\n"
        for name, member in members.items()
    ]
    if schema.get("additionalProperties") is True:
        lines.append(f"{pad}readonly [name: string]: unknown\n")
    return "{\n" + "".join(lines) + "  " * depth + "}"
