"""From the tree of a formula to SQL, checking every type on the way."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Protocol, cast

import sqlalchemy as sa

from kith.kernel.fields.formula.coerce import as_text, coerced, common, fits
from kith.kernel.fields.formula.errors import (
    Cycle,
    NotUsable,
    TooComplex,
    UnknownFunction,
    UnknownName,
    WrongCount,
    WrongType,
)
from kith.kernel.fields.formula.functions import (
    COLLATED,
    FUNCTIONS,
    OPERATORS,
    SEARCHING,
    Function,
    Surroundings,
)
from kith.kernel.fields.formula.syntax import Call, Literal, Node, Reference, parse
from kith.kernel.fields.formula.types import (
    READINGS,
    RESULT_TYPES,
    SPOKEN,
    Row,
    Type,
    Value,
    text_literal,
    written_text,
)
from kith.kernel.fields.parts import part
from kith.kernel.schema import FieldDef, ObjectDef

Path = tuple[str, ...]
Resolve = Callable[[Path], Row]
LINKS = frozenset({"link", "parent", "user"})
MAX_LINKS = 4
MAX_VALUES = 3_000


class Definitions(Protocol):
    """Where a formula looks objects up: a Catalog, or the objects of one that is being made."""

    def object(self, name: str) -> ObjectDef: ...


@dataclass(slots=True)
class Seen:
    """What a whole formula, with the formulas inside it, turned out to use."""

    values: int = 0
    is_steady: bool = True
    is_local: bool = True
    references: set[tuple[str, str]] = field(default_factory=set)


@dataclass(slots=True)
class Scope:
    """Where a formula stands: its object, the links followed to get there, the formulas it is inside of.

    `resolve(prefix)` returns the row at the end of these links; () is the row of the formula itself.
    """

    definitions: Definitions
    object: str
    resolve: Resolve
    surroundings: Surroundings
    prefix: Path = ()
    inside: tuple[str, ...] = ()
    seen: Seen = field(default_factory=Seen)


def value(node: Node, scope: Scope) -> Value:
    """Return a part of a formula as typed SQL."""
    scope.seen.values += 1
    if scope.seen.values > MAX_VALUES:
        raise TooComplex(position=node.position)
    match node:
        case Literal():
            return _literal(node)
        case Reference():
            return _reference(node, scope)
        case Call():
            return _call(node, scope)


def _literal(node: Literal) -> Value:
    match node.value:
        case None:
            return Value("empty", sa.null(), node.position, is_constant=True)
        case bool():
            return Value(
                "checkbox", sa.true() if node.value else sa.false(), node.position, is_constant=True
            )
        case Decimal():
            number = sa.cast(sa.literal_column(f"{node.value:f}"), sa.Numeric())
            return Value("number", number, node.position, is_constant=True)
        case str():
            return Value("text", text_literal(node.value), node.position, is_constant=True)


def _reference(node: Reference, scope: Scope) -> Value:
    owner, prefix, rest = scope.object, scope.prefix, node.path
    found = _field(owner, rest[0], scope, node)
    while len(rest) > 1 and found.kind in LINKS:
        owner, prefix, rest = str(found.to), (*prefix, rest[0]), rest[1:]
        scope.seen.is_local = False
        found = _field(owner, rest[0], scope, node)
    if len(prefix) > MAX_LINKS:
        raise TooComplex(position=node.position)
    inner = replace(scope, object=owner, prefix=prefix)
    if len(rest) > 1:
        found = _part(found, rest[1:], owner, node)
    scope.seen.references.add((owner, found.name))
    if found.kind == "formula":
        return _nested(found, inner, node)
    return _stored(found, inner, node)


def _field(owner: str, name: str, scope: Scope, node: Reference) -> FieldDef:
    found = scope.definitions.object(owner).find(name)
    if found is None:
        raise UnknownName(position=node.position, name=name, object=owner)
    return found


def _part(whole: FieldDef, rest: Path, owner: str, node: Reference) -> FieldDef:
    found = part(whole, rest[0]) if len(rest) == 1 else None
    if found is None:
        raise UnknownName(
            position=node.position, name=".".join(rest), object=f"{owner}.{whole.name}"
        )
    return found


def _stored(found: FieldDef, scope: Scope, node: Reference) -> Value:
    kind = str(found.config.get("result", "number")) if found.kind == "rollup" else found.kind
    if kind not in READINGS:
        raise NotUsable(position=node.position, name=found.name)
    if found.kind == "rollup":
        column = scope.resolve(scope.prefix).c[found.name]
        sql = sa.cast(column, sa.Numeric()) if RESULT_TYPES[kind] == "number" else column
        return Value(RESULT_TYPES[kind], sql, node.position)
    type_, read = READINGS[kind]
    return Value(type_, read(found, scope.resolve(scope.prefix)), node.position)


def _nested(found: FieldDef, scope: Scope, node: Reference) -> Value:
    name = f"{scope.object}.{found.name}"
    if name in scope.inside:
        raise Cycle(position=node.position, path=" > ".join((*scope.inside, name)))
    inner = replace(scope, inside=(*scope.inside, name))
    result = value(parse(str(found.config.get("expr", ""))), inner)
    return Value(result.type, result.sql, node.position)


def _call(node: Call, scope: Scope) -> Value:
    candidates = OPERATORS.get(node.name) or _named(node)
    arguments = [value(argument, scope) for argument in node.arguments]
    function = _fitting(node, candidates, arguments)
    is_constant = all(argument.is_constant for argument in arguments)
    scope.seen.is_steady &= function.is_steady and not _is_refused(node.name, arguments)
    types, result = _types(function, arguments)
    timezone = scope.surroundings.timezone
    given = tuple(
        as_text(argument, timezone)
        if wanted == "word"
        else argument.sql
        if wanted == "any"
        else coerced(argument, cast("Type", wanted), timezone)
        for argument, wanted in zip(arguments, types, strict=True)
    )
    sql = function.build(given, scope.surroundings)
    return Value(result, sql, node.position, is_constant=is_constant)


def _is_refused(name: str, arguments: list[Value]) -> bool:
    """Say whether a generated column cannot hold this: see COLLATED and SEARCHING."""
    if name in SEARCHING:
        return any(a.is_constant and written_text(a.sql) is None for a in arguments)
    return name in COLLATED and all(a.is_constant for a in arguments)


def _named(node: Call) -> tuple[Function, ...]:
    found = FUNCTIONS.get(node.name)
    if found is None:
        names = ", ".join(FUNCTIONS)
        raise UnknownFunction(position=node.position, name=node.name, functions=names)
    return (found,)


def _fitting(node: Call, candidates: tuple[Function, ...], arguments: list[Value]) -> Function:
    for function in candidates:
        wanted = _spread(function, len(arguments))
        if wanted is None:
            usage = f"{node.name}({', '.join(function.parameters)})"
            raise WrongCount(position=node.position, name=node.name, usage=usage)
        if all(w == "same" or fits(a, w) for a, w in zip(arguments, wanted, strict=True)):
            return function
    return _refuse(candidates[0], arguments)


def _refuse(function: Function, arguments: list[Value]) -> Function:
    wanted = _spread(function, len(arguments)) or []
    for argument, type_ in zip(arguments, wanted, strict=True):
        if type_ != "same" and not fits(argument, type_):
            expected = SPOKEN.get(cast("Type", type_), "a text, number or date")
            raise WrongType(
                position=argument.position, expected=expected, found=SPOKEN[argument.type]
            )
    return function


def _spread(function: Function, count: int) -> list[str] | None:
    """Return one wanted type per argument; None when the number of arguments is wrong."""
    wanted = [p.rstrip("?+") for p in function.parameters]
    least = len([p for p in function.parameters if not p.endswith("?")])
    if function.parameters and function.parameters[-1].endswith("+"):
        wanted += [wanted[-1]] * (count - len(wanted))
    return wanted[:count] if least <= count <= len(wanted) else None


def _types(function: Function, arguments: list[Value]) -> tuple[list[str], Type]:
    wanted = _spread(function, len(arguments)) or []
    alike = [a for a, w in zip(arguments, wanted, strict=True) if w == "same"]
    same = common(alike) if alike else "text"
    types = [same if w == "same" else w for w in wanted]
    return types, same if function.result == "same" else cast("Type", function.result)
