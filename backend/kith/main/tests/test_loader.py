"""Modules come in the order of what they require; a circle or a gap is named."""

import pytest

from kith.main import loader
from kith.main.loader import ModuleMissing, ModulesInCircle, load, names
from kith.module import Module


def test_required_modules_come_first() -> None:
    found = load()
    assert len(found) == len(names()) >= 3
    seen: set[str] = set()
    for module in found:
        assert set(module.requires) <= seen
        seen.add(module.name)


def test_a_missing_requirement_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loader, "_manifest", lambda name: Module(name, name, requires=("oil",)))
    with pytest.raises(ModuleMissing) as missing:
        load(("engine",))
    assert str(missing.value) == "Module engine requires oil, which is not there."


def test_a_circle_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    requires = {"hen": ("egg",), "egg": ("hen",)}
    monkeypatch.setattr(loader, "_manifest", lambda name: Module(name, name, requires[name]))
    with pytest.raises(ModulesInCircle):
        load(("hen", "egg"))
