"""What reads return for a field: the shown form, with the label of what a link points to."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement
from sqlalchemy.dialects.postgresql import aggregate_order_by

from kith.kernel.expr import Path
from kith.kernel.fields.kinds.links import link_rows
from kith.kernel.fields.registry import FIELD_TYPES, LINK_KINDS
from kith.kernel.query.filters import guard
from kith.kernel.query.params import literal, number
from kith.kernel.query.source import Build, Source
from kith.kernel.schema import FieldDef, ObjectDef

Expression = ColumnElement[Any]
MAX_PAIRS = 40
"""PostgreSQL functions take at most 100 arguments, so wide records are built in parts."""


def shown(source: Source, field: FieldDef, place: str) -> Expression:
    """Return the field's shown form as JSON; joins what a label needs."""
    if field.name == "id" and field.kind == "link":
        return source.id
    if field.kind in LINK_KINDS:
        return _link(source, field, place)
    if field.kind == "links":
        return _links(source, field)
    return FIELD_TYPES[field.kind].shown(field, source.of(field))


def shown_path(source: Source, path: Path, place: str) -> Expression:
    """Return the shown form of the field at the end of a path."""
    owner, field = source.resolve(path, place)
    return shown(owner, field, place)


def record(source: Source, paths: tuple[Path, ...], place: str = "fields") -> Expression:
    """Return a JSON object with id, version and these paths."""
    pairs: list[tuple[str, Expression]] = [("id", source.id), ("version", source.row.c.version)]
    for i, path in enumerate(paths):
        if path in (("id",), ("version",)):
            continue
        pairs.append((".".join(path), shown_path(source, path, f"{place}[{i}]")))
    return json_object(pairs)


def json_object(pairs: list[tuple[str, Expression]]) -> Expression:
    """Return a JSON object of these members, however many."""
    parts = [
        sa.func.json_build_object(*(x for key, value in chunk for x in (literal(key), value)))
        for chunk in (pairs[i : i + MAX_PAIRS] for i in range(0, max(len(pairs), 1), MAX_PAIRS))
    ]
    if len(parts) == 1:
        return parts[0]
    bodies = [_inside(sa.cast(part, sa.Text)) for part in parts]
    whole = sa.func.concat(literal("{"), sa.func.concat_ws(literal(","), *bodies), literal("}"))
    return sa.cast(whole, sa.JSON)


def json_text(value: Expression) -> Expression:
    """Return a value as JSON text; null for an empty one."""
    return sa.func.coalesce(sa.cast(sa.func.to_json(value), sa.Text), literal("null"))


def joined(*texts: Expression) -> Expression:
    """Return texts put together."""
    found, *rest = texts
    for text in rest:
        found = found.concat(text)
    return found


def _inside(text: Expression) -> Expression:
    """Return a JSON object's text without its braces."""
    return sa.func.substr(text, number(2), sa.func.length(text) - number(2))


def label(target: Source) -> Expression:
    """Return what people call the record, as text; null if the reader may not see the title."""
    title = target.object.find(target.object.title)
    if title is None or not can_see(target.build, target.object, title.name):
        return sa.cast(sa.null(), sa.Text)
    if title.kind in LINK_KINDS:
        return sa.cast(target.row.c[title.name], sa.Text)
    return FIELD_TYPES[title.kind].shown(title, target.of(title))


def can_see(build: Build, definition: ObjectDef, field: str) -> bool:
    """Say whether the reader sees this field of the object."""
    return field in build.rights.fields(definition.name)


def reference(link_id: Expression, target: Source, *, guarded: bool) -> Expression:
    """Return {"id", "label"} of a joined record; deleted if in the bin, closed if out of the reader's reach."""
    pairs = (literal("id"), link_id, literal("label"), label(target))
    gone = sa.func.json_build_object(*pairs, literal("deleted"), sa.true())
    cases = [(target.row.c.deleted_at.is_not(None), gone)]
    opened = sa.func.json_build_object(*pairs)
    if not guarded:
        return sa.case(*cases, else_=opened)
    return sa.case(*cases, (target.id.is_not(None), opened), else_=_closed(link_id))


def _closed(link_id: Expression) -> Expression:
    return sa.func.json_build_object(
        literal("id"), link_id, literal("label"), sa.null(), literal("closed"), sa.true()
    )


def _link(source: Source, field: FieldDef, place: str) -> Expression:
    build, link_id = source.build, source.row.c[field.name]
    if not build.rights.fields(str(field.to)):
        return _unless_empty(link_id, _closed(link_id))
    target = source.join(field, place)
    guarded = build.rights.rows(str(field.to)) is not None
    return _unless_empty(link_id, reference(link_id, target, guarded=guarded))


def _unless_empty(column: Expression, value: Expression) -> Expression:
    return sa.case((column.is_not(None), value), else_=sa.null())


def _links(source: Source, field: FieldDef) -> Expression:
    build = source.build
    pairs = link_rows(field, source.row).alias(build.alias())
    if not build.rights.fields(str(field.to)):
        item: Expression = _closed(pairs.c.target)
        clause: sa.FromClause = pairs
        order: Expression = pairs.c.target
    else:
        target = build.source(str(field.to))
        allowed = guard(target, "read")
        on = target.id == pairs.c.target
        item = reference(pairs.c.target, target, guarded=allowed is not None)
        clause = pairs.outerjoin(
            target.from_clause(), on if allowed is None else sa.and_(on, allowed)
        )
        order = label(target)
    listed = sa.func.json_agg(aggregate_order_by(item, order, pairs.c.target))
    return (
        sa.select(listed).select_from(clause).where(pairs.c.source == source.id).scalar_subquery()
    )
