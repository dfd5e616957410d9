"""Find the modules, read their manifests, and put each after what it requires."""

import importlib
import importlib.util
import pkgutil
from collections.abc import Iterable
from typing import ClassVar

import kith.modules
from kith.lib.errors import KithError
from kith.module import Module


class ModuleMissing(KithError):
    """Module {module} requires {missing}, which is not there."""

    code: ClassVar[str] = "main.module_missing"


class ModulesInCircle(KithError):
    """Modules {modules} require each other in a circle."""

    code: ClassVar[str] = "main.modules_in_circle"


def names() -> tuple[str, ...]:
    """Every folder under `kith/modules` that has a manifest."""
    found = pkgutil.iter_modules(kith.modules.__path__)
    return tuple(sorted(entry.name for entry in found if entry.ispkg and _has_manifest(entry.name)))


def load(wanted: Iterable[str] | None = None) -> tuple[Module, ...]:
    """Read the manifests of `wanted`, or of all modules; required ones come first."""
    manifests = {name: _manifest(name) for name in (names() if wanted is None else wanted)}
    for module in manifests.values():
        missing = [other for other in module.requires if other not in manifests]
        if missing:
            raise ModuleMissing(module=module.name, missing=", ".join(missing))
    return _ordered(manifests)


def _has_manifest(name: str) -> bool:
    return importlib.util.find_spec(f"kith.modules.{name}.manifest") is not None


def _manifest(name: str) -> Module:
    found = importlib.import_module(f"kith.modules.{name}.manifest").MODULE
    if not isinstance(found, Module):
        raise TypeError(f"kith.modules.{name}.manifest.MODULE is not a Module")
    return found


def _ordered(manifests: dict[str, Module]) -> tuple[Module, ...]:
    placed: dict[str, Module] = {}
    waiting = dict(manifests)
    while waiting:
        ready = [name for name, module in waiting.items() if set(module.requires) <= placed.keys()]
        if not ready:
            raise ModulesInCircle(modules=", ".join(waiting))
        for name in ready:
            placed[name] = waiting.pop(name)
    return tuple(placed.values())
