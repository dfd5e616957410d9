"""Business actions of modules: parameters are read like fields of the same kind, then the module takes over."""

import inspect
from collections.abc import Mapping

from kith.http.answer import Answer
from kith.http.call import Call
from kith.http.errors import BodyShape, NothingHere
from kith.http.route import Docs, Route
from kith.http.site import Verb
from kith.http.values import identifier, only
from kith.kernel import access
from kith.kernel.context import Context
from kith.kernel.fields.registry import FIELD_TYPES
from kith.kernel.records.env import environment
from kith.kernel.records.errors import FieldProblems, RequiredField
from kith.kernel.records.shapes import shape
from kith.kernel.schema import FieldDef
from kith.lib.errors import KithError
from kith.lib.json import Json


async def run_verb(call: Call) -> Answer:
    """Do what a button of a record does."""
    verb = call.site.verbs.get((call.path["module"], call.path["verb"]))
    if verb is None or verb.object not in call.ctx.catalog.objects:
        raise NothingHere
    body = call.mapping()
    only(body, ("id", *verb.params))
    access.check(call.ctx, verb.object, "update")
    if "id" not in body:
        raise BodyShape(place="id", expected="the identifier of a record")
    record = identifier(body.pop("id"), "id")
    params = await _parsed(call.ctx, verb, body)
    return Answer.json(await verb.run(call.ctx, record, **params))


async def _parsed(ctx: Context, verb: Verb, given: Mapping[str, Json]) -> dict[str, Json]:
    env = await environment(ctx, shape(ctx, verb.object), given)
    parsed: dict[str, Json] = {}
    problems: dict[str, KithError] = {}
    for name in verb.params:
        if given.get(name) is None:
            if _is_required(verb, name):
                problems[name] = RequiredField()
            continue
        field = _field(ctx, verb, name)
        try:
            parsed[name] = FIELD_TYPES[field.kind].parse(field, given[name], env)
        except KithError as problem:
            problems[name] = problem
    if problems:
        raise FieldProblems(problems)
    return parsed


def _field(ctx: Context, verb: Verb, name: str) -> FieldDef:
    """Return the object's own field where the parameter stands for one, so that its options and limits hold."""
    own = ctx.catalog.find_field(verb.object, name)
    kind = verb.params[name]
    return own if own is not None and own.kind == kind else FieldDef(name, kind=kind, label=name)


def _is_required(verb: Verb, name: str) -> bool:
    parameter = inspect.signature(verb.run).parameters.get(name)
    return parameter is not None and parameter.default is inspect.Parameter.empty


ROUTES = (
    Route(
        "POST",
        "/api/verbs/{module}/{verb}",
        run_verb,
        "Do what a button of a record does",
        docs=Docs("Records", takes="VerbCall", gives="Anything"),
    ),
)
