"""From the filter tree to SQL conditions."""

from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement

from kith.kernel.expr import (
    And,
    Children,
    Compare,
    Filter,
    Linked,
    Not,
    Nothing,
    Or,
    Shared,
)
from kith.kernel.fields.kinds.links import link_rows
from kith.kernel.fields.registry import FIELD_TYPES, LINK_KINDS
from kith.kernel.query import operands
from kith.kernel.query.errors import NotAChild, WrongOperator
from kith.kernel.query.params import Binder, literal, number
from kith.kernel.query.rights import Action
from kith.kernel.query.shape import Slot, Words
from kith.kernel.query.source import Source
from kith.kernel.query.words import marked, searched_fields
from kith.kernel.schema import FieldDef

Condition = ColumnElement[bool]

_COUNT_OPS: dict[str, Callable[[ColumnElement[Any], ColumnElement[Any]], Condition]] = {
    "eq": lambda a, b: a == b,
    "ne": lambda a, b: a != b,
    "lt": lambda a, b: a < b,
    "le": lambda a, b: a <= b,
    "gt": lambda a, b: a > b,
    "ge": lambda a, b: a >= b,
}
_FRAGMENTS = frozenset({"contains", "starts", "ends"})
_EMPTINESS = {"eq": "empty", "ne": "not_empty"}
_TEAM = {"eq": "in", "ne": "not_in", "under": "in"}
_SHARES = ("object", "record", "holder", "level", "until")
_SEARCHED = ("object", "record", "tokens", "body")
_PERIOD = ("eq", "ne", "within", "lt", "le", "gt", "ge")


def condition(source: Source, node: Filter) -> Condition:  # noqa: PLR0911 - one for each sort of node
    """Return the condition on the row; raise QueryProblem."""
    match node:
        case And(items):
            return sa.and_(sa.true(), *(condition(source, item) for item in items))
        case Or(items):
            return sa.or_(sa.false(), *(condition(source, item) for item in items))
        case Not(item):
            return condition(source, item).is_not(sa.true())
        case Nothing():
            return sa.false()
        case Children():
            return _children(source, node)
        case Linked(path, where):
            return condition(source.reached(path, node.place), where)
        case Shared(level):
            return _shared(source, level)
        case Words():
            return _words(source, node)
        case Compare():
            return _compare(source, node)
    raise TypeError(f"{type(node).__name__} cannot stand in a query whose values were taken out")


def looks_into_text(node: Filter | None) -> bool:
    """Say whether the filter demands a fragment of a text, which only a trigram index finds quickly."""
    match node:
        case And(items):
            return any(looks_into_text(item) for item in items)
        case Compare(op=op):
            return op in _FRAGMENTS
        case Words():
            return True
    return False


def guard(source: Source, action: Action) -> Condition | None:
    """Return the reader's rights on the row as a condition; None when there is nothing to check."""
    allowed = source.build.allowed(source.object.name, action)
    return None if allowed is None else condition(source.twin, allowed)


def alive(source: Source, *, bin: bool = False) -> Condition:  # noqa: A002 - the word of the query language
    """Return the condition that the record is not in the bin, or that it is."""
    column = source.row.c.deleted_at
    return column.is_not(None) if bin else column.is_(None)


def _compare(source: Source, node: Compare) -> Condition:
    owner, field = source.resolve(node.path, f"{node.place}.field")
    slot = _slot(node)
    op = _EMPTINESS.get(node.op, node.op) if slot.kind == "null" else node.op
    if slot.kind == "team" and field.to == "user":
        return _operator(owner, field, _TEAM.get(op, op), node, operands.people(slot))
    if _is_period(field, op, slot):
        return _period(owner, field, op, node)
    return _operator(owner, field, op, node)


def _operator(
    source: Source, field: FieldDef, op: str, node: Compare, binder: Binder | None = None
) -> Condition:
    known = FIELD_TYPES[field.kind].operators(field)
    operator = known.get(op)
    if operator is None:
        place, choices = f"{node.place}.op", ", ".join(known)
        raise WrongOperator(place=place, op=op, field=field.name, kind=field.kind, choices=choices)
    if operator.arity == "none":
        return operator.build(field, source.of(field), ())
    slot = _slot(node)
    find = binder or operands.written(field, op, slot, node.place)
    add, sql_type = source.build.params.add, operator.sql_type or "text"
    if operator.arity != "two":
        return operator.build(field, source.of(field), (add((slot.index, op), sql_type, find),))
    pair = tuple(add((slot.index, op, i), sql_type, operands.item(find, i)) for i in range(2))
    return operator.build(field, source.of(field), pair)


def _slot(node: Compare) -> Slot:
    if not isinstance(node.value, Slot):
        raise TypeError("values must be taken out of a filter before it is compiled")
    return node.value


def _is_period(field: FieldDef, op: str, slot: Slot) -> bool:
    """Say whether the value means a span of days: a relative date, or a whole day where moments are kept."""
    within = FIELD_TYPES[field.kind].operators(field).get("within")
    if within is None or op not in _PERIOD:
        return False
    return slot.kind == "period" or (slot.kind == "day" and within.sql_type == "timestamptz")


def _period(source: Source, field: FieldDef, op: str, node: Compare) -> Condition:
    known, slot = FIELD_TYPES[field.kind].operators(field), _slot(node)
    sql_type = str(known["within"].sql_type)

    def edge(*, last: bool) -> ColumnElement[Any]:
        find = operands.edge(field, slot, node.place, last=last, timed=sql_type == "timestamptz")
        return source.build.params.add((slot.index, "edge", last), sql_type, find)

    if op in ("lt", "ge"):
        return known[op].build(field, source.of(field), (edge(last=False),))
    if op in ("le", "gt"):
        return known["lt" if op == "le" else "ge"].build(
            field, source.of(field), (edge(last=True),)
        )
    inside = known["within"].build(field, source.of(field), (edge(last=False), edge(last=True)))
    return inside.is_not(sa.true()) if op == "ne" else inside


def _children(source: Source, node: Children) -> Condition:
    child = _child(source, node)
    link = child.field(node.field, f"{node.place}.children")
    wanted = [_points_to(child, link, source), alive(child)]
    allowed = None if source.trusted else guard(child, "read")
    wanted += [] if allowed is None else [allowed]
    wanted += [] if node.where is None else [condition(child, node.where)]
    counted = sa.func.count() if node.quantifier == "count" else number(1)
    found = sa.select(counted).select_from(child.from_clause()).where(*wanted).correlate(source.row)
    if node.quantifier == "count":
        return _COUNT_OPS[node.op](found.scalar_subquery(), number(node.value))
    return sa.exists(found) if node.quantifier == "any" else sa.not_(sa.exists(found))


def _child(source: Source, node: Children) -> Source:
    build, place = source.build, f"{node.place}.children"
    known = build.catalog.objects.get(node.object)
    link = None if known is None else known.find(node.field)
    unseen = not source.trusted and node.field not in build.rights.fields(node.object)
    if link is None or link.to != source.object.name or unseen:
        children = f"{node.object}.{node.field}"
        raise NotAChild(place=place, children=children, object=source.object.name)
    return build.source(node.object, trusted=source.trusted)


def _points_to(child: Source, link: FieldDef, parent: Source) -> Condition:
    if link.kind in LINK_KINDS:
        return child.row.c[link.name] == parent.id
    pairs = link_rows(link, child.row).alias(child.build.alias())
    found = sa.select(number(1)).where(pairs.c.source == child.id, pairs.c.target == parent.id)
    return sa.exists(found.correlate_except(pairs))


def _shared(source: Source, level: str) -> Condition:
    """The record is among those that were shared with the reader and still are."""
    build, add = source.build, source.build.params.add
    columns: list[sa.ColumnClause[Any]] = [sa.column(name) for name in _SHARES]
    shares = sa.table("_share", *columns, schema=build.workspace.schema).alias(build.alias())
    wanted: list[Condition] = [
        shares.c.object == literal(source.object.name),
        shares.c.holder == sa.any_(add("keys", "uuid[]", operands.keys)),
        sa.or_(shares.c.until.is_(None), shares.c.until >= add("today", "date", operands.today)),
    ]
    wanted += [shares.c.level == literal("edit")] if level == "edit" else []
    return source.id.in_(sa.select(shares.c.record).where(*wanted))


def _words(source: Source, node: Words) -> Condition:
    """The record's search document holds the words, in fields that the reader may see."""
    build, add = source.build, source.build.params.add
    columns: list[sa.ColumnClause[Any]] = [sa.column(name) for name in _SEARCHED]
    document = sa.table("_search", *columns, schema=build.workspace.schema).alias(build.alias())
    hidden = _hidden(source)
    body: ColumnElement[Any] = document.c.body
    texts = [body]
    if hidden:
        texts.append(
            sa.func.regexp_replace(body, literal(marked(hidden)), literal(""), literal("g"))
        )
    wanted: list[Condition] = [document.c.object == literal(source.object.name)]
    for slot in node.fragments:
        pattern = add((slot.index, "like"), "text", operands.raw(slot))
        wanted += [text.like(pattern) for text in texts]
    if node.tokens is not None:
        tokens = add((node.tokens.index, "tokens"), "text[]", operands.raw(node.tokens))
        wanted.append(document.c.tokens.op("@>", is_comparison=True)(tokens))
        wanted += [_all_in(tokens, text, build.alias()) for text in texts[1:]]
    return source.id.in_(sa.select(document.c.record).where(*wanted))


def _hidden(source: Source) -> list[str]:
    """Return the fields that the document holds and the reader may not see."""
    if source.trusted:
        return []
    visible = source.build.rights.fields(source.object.name)
    return [f.name for f in searched_fields(source.object) if f.name not in visible]


def _all_in(tokens: ColumnElement[Any], text: ColumnElement[Any], alias: str) -> Condition:
    token = sa.func.unnest(tokens).table_valued("token").render_derived(alias).c.token
    absent = sa.select(number(1)).where(sa.func.strpos(text, token) == number(0))
    return sa.not_(sa.exists(absent.correlate_except(token.table)))
