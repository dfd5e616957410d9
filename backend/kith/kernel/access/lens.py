"""The Lens: filters that somebody wears for a while. One on an object narrows what hangs on that object too.

A Lens must not tell its wearer what they may not see: whatever it says about a hidden field or a hidden record is as if
the record were not there.
"""

from collections.abc import Iterator
from typing import Literal, Protocol

from kith.kernel.access.reach import NAMED, owner_path
from kith.kernel.access.sound import sound
from kith.kernel.catalog import Catalog
from kith.kernel.expr import (
    And,
    Children,
    Compare,
    Filter,
    Linked,
    Not,
    Nothing,
    Or,
    Path,
    Text,
    both,
    parse_filter,
)
from kith.kernel.fields.registry import LINK_KINDS
from kith.kernel.schema import Sharing

MAX_LINKS = 2
"""How many links a Lens reaches over."""
MAX_WAYS = 4
"""How many ways from a record to what the Lens speaks of are tried, the shortest first."""


class Wearer(Protocol):
    """What is asked about whoever wears the Lens."""

    @property
    def catalog(self) -> Catalog: ...
    @property
    def sharing(self) -> Sharing: ...
    def fields(self, object: str) -> frozenset[str]: ...  # noqa: A002
    def rows(self, object: str, action: Literal["know"]) -> Filter | None: ...  # noqa: A002


def narrowed(wearer: Wearer, object_name: str) -> Filter | None:
    """Return what the lenses leave of an object; None for all of it. Users and units are never narrowed."""
    catalog = wearer.catalog
    if not wearer.sharing.lenses or catalog.object(object_name).system:
        return None
    found: Filter | None = None
    for lens in wearer.sharing.lenses:
        for target, data in sorted(lens.filters.items()):
            where = parse_filter(data)
            if not sound(catalog, target, where):
                return Nothing()
            some = None if lens.fixed else wearer
            found = both(found, _through(catalog, some, object_name, target, where))
    return found


def _through(
    catalog: Catalog, wearer: Wearer | None, name: str, target: str, where: Filter
) -> Filter | None:
    """Return the filter as it narrows an object: itself, over links, or not at all if no way leads there.

    A record belongs to what its nearest link names; the next way is tried where that link is empty.
    """
    told = where if wearer is None else _told(wearer, target, where)
    if name == target:
        return told
    found: list[Filter] = []
    before: list[Filter] = []
    for way in list(_ways(catalog, name, target))[:MAX_WAYS]:
        found.append(And((*before, _linked(catalog, wearer, name, way, told))))
        before.append(Compare(way, "empty", None, NAMED))
    return Or(tuple(found)) if found else None


def _ways(catalog: Catalog, name: str, target: str) -> Iterator[Path]:
    """Yield the paths over single links from an object to another, the shortest first; to people only by ownership."""
    if target == "user":
        yield owner_path(catalog, catalog.object(name))
        return
    paths: list[tuple[Path, str]] = [((), name)]
    for _ in range(MAX_LINKS):
        longer = []
        for path, at in paths:
            for field in catalog.object(at).all_fields():
                if field.kind not in LINK_KINDS or field.to not in catalog.objects:
                    continue
                if field.to == target:
                    yield (*path, field.name)
                elif not catalog.object(str(field.to)).system:
                    longer.append(((*path, field.name), str(field.to)))
        paths = longer


def _linked(
    catalog: Catalog, wearer: Wearer | None, name: str, path: Path, inner: Filter
) -> Filter:
    """Return the filter on what stands at the end of the path, each record on it one that the wearer may know of."""
    if not path:
        return inner
    link = catalog.field(name, path[0])
    target = str(link.to)
    if wearer is not None and link.name not in wearer.fields(name):
        return Nothing()
    rest = _linked(catalog, wearer, target, path[1:], inner)
    known = None if wearer is None else wearer.rows(target, "know")
    return Linked((link.name,), rest if known is None else And((known, rest)), NAMED)


def _told(wearer: Wearer, name: str, node: Filter) -> Filter:  # noqa: PLR0911 - one for each sort of node
    """Return the filter without what the wearer may not see."""
    catalog = wearer.catalog
    match node:
        case And(items):
            return And(tuple(_told(wearer, name, item) for item in items))
        case Or(items):
            return Or(tuple(_told(wearer, name, item) for item in items))
        case Not(item):
            return Not(_told(wearer, name, item))
        case Compare(path):
            links, at = _links(catalog, name, path)
            if path[len(links)] not in {*wearer.fields(at), "id"}:
                return Nothing()
            seen = And(()) if not links else _linked(catalog, wearer, name, links, And(()))
            return And((seen, node)) if links else node
        case Children(child, field, where=where):
            if field not in wearer.fields(child):
                return Nothing()
            inner = None if where is None else _told(wearer, child, where)
            known = both(wearer.rows(child, "know"), inner)
            return Children(child, field, node.quantifier, node.op, node.value, known, node.place)
        case Text():
            return Nothing()
    return node


def _links(catalog: Catalog, name: str, path: Path) -> tuple[Path, str]:
    """Return the links that a path follows, and the object where it ends; a part of a value is no link."""
    at, links = name, 0
    for step in path[:-1]:
        field = catalog.field(at, step)
        if field.kind not in LINK_KINDS or field.to is None:
            break
        at, links = field.to, links + 1
    return path[:links], at
