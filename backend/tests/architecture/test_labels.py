"""Everything that people read on a screen is said in both languages, and no translation has lost its label."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

import kith
from kith.kernel.catalog import SYSTEM_OBJECTS
from kith.kernel.design.options import COLORS
from kith.kernel.schema import FieldDef, ObjectDef
from kith.main.loader import load
from kith.module import Module

MODULES = {module.name: module for module in load()}
FOLLOWS = "options_of"
"""Options that follow another field's take their labels from there."""


def test_there_are_modules() -> None:
    assert len(MODULES) > 2


@pytest.mark.parametrize("name", MODULES)
def test_a_module_speaks_both_languages(name: str) -> None:
    english = dict(_module_texts(MODULES[name]))
    chinese = _chinese(Path(kith.__file__).parent / "modules" / name)
    assert sorted(english.keys() - chinese.keys()) == [], "write them in messages/zh-CN.json"
    own = {key for key in chinese if not key.startswith(("error.", "profile."))}
    assert sorted(own - english.keys()) == [], "these label nothing any more"


def test_every_profile_has_a_name_in_chinese() -> None:
    chinese = _chinese(Path(kith.__file__).parent)
    profiles = {profile.name for module in MODULES.values() for profile in module.profiles}
    assert sorted(name for name in profiles if f"profile.{name}" not in chinese) == []


def test_what_a_button_asks_for_is_called_as_the_field() -> None:
    for module in MODULES.values():
        objects = {o.name: o for o in module.objects}
        for verb in module.verbs:
            for parameter, kind in verb.params.items():
                field = objects[verb.object].find(parameter)
                assert field is not None, f"{verb.name}: {parameter} has no label"
                assert field.kind == kind


def test_options_wear_colours_that_the_screen_knows() -> None:
    for module in MODULES.values():
        for definition in module.objects:
            for field in definition.fields:
                assert {option.color for option in field.options} <= COLORS, field.name


def test_system_objects_speak_chinese() -> None:
    chinese = _chinese(Path(kith.__file__).parent / "kernel")
    english = {key for o in SYSTEM_OBJECTS for key, _ in _object_texts(o)}
    assert sorted(english - chinese.keys()) == []


def test_no_label_is_empty_or_left_in_english() -> None:
    for module in MODULES.values():
        for key, text in _chinese(Path(kith.__file__).parent / "modules" / module.name).items():
            assert text.strip(), key
            assert any("\u4e00" <= c <= "\u9fff" for c in text), f"{key}: {text}"


def _chinese(folder: Path) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for path in folder.rglob("messages/zh-CN.json"):
        found |= json.loads(path.read_text("utf-8"))
    return found


def _module_texts(module: Module) -> Iterator[tuple[str, str]]:
    yield f"module.{module.name}", module.label
    for definition in module.objects:
        yield from _object_texts(definition)
    for name, extra in module.extends.items():
        for field in extra:
            yield from _field_texts(name, field)
    for view in module.views:
        yield f"view.{view.object}.{view.name}", view.label
    for verb in module.verbs:
        yield f"verb.{module.name}.{verb.name}", verb.label


def _object_texts(definition: ObjectDef) -> Iterator[tuple[str, str]]:
    yield f"object.{definition.name}", definition.label
    yield f"object.{definition.name}.plural", definition.plural
    for section in definition.sections:
        yield f"group.{definition.name}.{section.name}", section.label
    for rule in definition.rules:
        yield f"rule.{definition.name}.{rule.name}", rule.message
    for field in definition.fields:
        yield from _field_texts(definition.name, field)


def _field_texts(object_name: str, field: FieldDef) -> Iterator[tuple[str, str]]:
    key = f"field.{object_name}.{field.name}"
    yield key, field.label
    if field.help:
        yield f"{key}.help", field.help
    if FOLLOWS not in field.config:
        for option in field.options:
            yield f"option.{object_name}.{field.name}.{option.key}", option.label
