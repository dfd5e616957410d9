"""The interface of a fresh workspace, as programs see it. Meant to change it? `pytest tests/golden --update-golden`."""

import json
from pathlib import Path
from typing import Any, cast

import pytest

from kith.http.openapi.document import document
from kith.http.routes.all import ROUTES
from kith.infra.db import Unit
from kith.kernel import catalog
from kith.kernel.access.profiles import ADMIN
from kith.kernel.context import Actor, Context
from kith.kernel.schema import Workspace
from kith.lib.ids import new_id
from kith.main.loader import load
from kith.main.web import module_routes

GOLDEN = Path(__file__).parent / "openapi.txt"


def described() -> dict[str, Any]:
    modules = load()
    known = catalog.standard(modules)
    workspace = Workspace(new_id(), "blank", "Blank", "ws_blank")
    actor = Actor(user=new_id(), name="Ada", profile=ADMIN)
    ctx = Context(actor, workspace, cast("Unit", None), known)
    return cast("dict[str, Any]", json.loads(document(ctx, (*ROUTES, *module_routes(modules)))))


def test_the_interface_is_as_it_was(pytestconfig: pytest.Config) -> None:
    now = lines(described())
    if pytestconfig.getoption("--update-golden"):
        GOLDEN.write_text("\n".join(now) + "\n", "utf-8")
    differing = set(now) ^ set(GOLDEN.read_text("utf-8").splitlines())
    assert not differing, "a change? pytest tests/golden --update-golden"


def test_every_reference_leads_somewhere() -> None:
    now = described()
    names = {f"#/components/schemas/{name}" for name in now["components"]["schemas"]}
    names |= {f"#/components/responses/{name}" for name in now["components"]["responses"]}
    assert references(now) <= names
    assert len(references(now)) > 50


def test_every_operation_has_a_name_of_its_own() -> None:
    operations = [o["operationId"] for path in described()["paths"].values() for o in path.values()]
    assert len(operations) == len(set(operations))
    assert len(operations) > 200


def lines(body: dict[str, Any]) -> list[str]:
    """The document with a line for each operation and schema, so that a change reads like one."""
    operations = [
        f"{method.upper()} {path} {json.dumps(operation, sort_keys=True)}"
        for path, methods in body["paths"].items()
        for method, operation in methods.items()
    ]
    schemas = [
        f"{name} {json.dumps(schema, sort_keys=True, ensure_ascii=False)}"
        for name, schema in body["components"]["schemas"].items()
    ]
    return [*sorted(operations), *sorted(schemas)]


def references(node: Any) -> set[str]:
    if isinstance(node, dict):
        own = {node["$ref"]} if isinstance(node.get("$ref"), str) else set()
        return own.union(*(references(value) for value in node.values()))
    if isinstance(node, list):
        return set().union(*(references(item) for item in node))
    return set()
