"""Declarations are read with a critical eye before anybody uses them."""

from dataclasses import replace

from kith.kernel.catalog import standard
from kith.kernel.catalog.check import faults
from kith.kernel.schema import FieldDef, IndexDef, ObjectDef, Option, Section
from tests.support.every import EVERY, MODULES, Declared

GOOD = FieldDef("name", "text", "Name")


def _faults(*fields: FieldDef, **changes: object) -> str:
    thing = replace(ObjectDef("thing", "Thing", (GOOD, *fields)), **changes)  # type: ignore[arg-type]
    return "\n".join(faults(standard((Declared("m", (thing,)),)).objects))


def test_what_comes_with_kith_is_flawless() -> None:
    catalog = standard(MODULES)
    assert faults(catalog.objects) == []
    assert catalog.problems == ()
    assert catalog.object("every").fields[0].name == EVERY.fields[0].name


def test_every_fault_is_named() -> None:
    assert "cannot be a name" in _faults(FieldDef("Bad", "text", "Bad"))
    assert "cannot be a name" in _faults(FieldDef("version", "text", "Bad"))
    assert "no kind colour" in _faults(FieldDef("a", "colour", "A"))
    assert "declared twice" in _faults(FieldDef("owner", "text", "A"))
    assert "have a target" in _faults(FieldDef("a", "link", "A"))
    assert "no object nobody" in _faults(FieldDef("a", "link", "A", to="nobody"))
    assert "stands there twice" in _faults(
        FieldDef("a", "choice", "A", options=(Option("x", "X"), Option("x", "Y")))
    )
    assert "does not fit" in _faults(FieldDef("a", "integer", "A", default="x"))
    assert "needs its own result" in _faults(FieldDef("a", "formula", "A", config={"expr": "a"}))
    assert "is no link" in _faults(FieldDef("a", "rollup", "A", config={"of": "thing.name"}))
    assert "title names" in _faults(title="nothing")
    assert "highlights names" in _faults(highlights=("nothing",))
    assert "two sections" in _faults(
        sections=(Section("a", "A", ("name",)), Section("b", "B", ("name",)))
    )
    assert "an index names" in _faults(indexes=(IndexDef(("-nothing",)),))
