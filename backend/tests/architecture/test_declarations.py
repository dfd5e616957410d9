"""What the modules declare fits together."""

from kith.kernel.catalog import standard
from kith.kernel.catalog.check import faults
from kith.main.loader import load


def test_the_objects_of_all_modules_are_flawless() -> None:
    catalog = standard(load())
    assert len(catalog.objects) > len(standard(()).objects)
    assert faults(catalog.objects) == []
    assert catalog.problems == ()
