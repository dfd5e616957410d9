"""What is put into a message speaks the reader's language too; nothing that code can say stays English."""

import ast
from collections.abc import Iterator
from pathlib import Path

import kith
from kith.kernel.catalog.messages import message, texts
from kith.kernel.catalog.phrases import phrase, spoken
from kith.kernel.design.errors import NotForKind, Standard, WrongSetting
from kith.kernel.expr.errors import WrongShape
from kith.kernel.fields.formula.types import SPOKEN
from kith.kernel.fields.registry import FIELD_TYPES
from kith.kernel.query.errors import WrongOperator
from kith.lib.errors import KithError

CODE = Path(kith.__file__).parent
CHINESE = texts("zh-CN")
SENTENCES = frozenset({"expected", "reason", "property"})
# Told to whoever runs the server, at the terminal, which speaks English.
OPERATORS = ("main", "infra")
EVERYDAY = ("required", "unique", "searchable", "indexed", "readonly", *SPOKEN.values())


def _written(node: ast.expr) -> str | None:
    """Return a text with {} where the code puts something in; None when it is made elsewhere."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(str(p.value) if isinstance(p, ast.Constant) else "{}" for p in parts)
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return (_written(left) or "{}") + (_written(right) or "{}")
    return None


def _phrases() -> Iterator[tuple[str, str]]:
    for path in sorted(CODE.rglob("*.py")):
        if "tests" in path.parts or path.relative_to(CODE).parts[0] in OPERATORS:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            said: list[ast.expr] = []
            if isinstance(node, ast.Call):
                said = [k.value for k in node.keywords if k.arg in SENTENCES]
            elif isinstance(node, ast.Assign):
                names = {t.id for t in node.targets if isinstance(t, ast.Name)}
                said = [node.value] if names & SENTENCES else []
            for value in said:
                text = _written(value)
                if text is not None:
                    yield path.name, text


def test_every_phrase_in_a_message_speaks_chinese() -> None:
    found = set(_phrases())
    assert len(found) > 80
    missing = [(place, text) for place, text in sorted(found) if phrase(text, CHINESE) is None]
    assert missing == [], "write them as phrase.* in kernel/catalog/messages/zh-CN.json"
    assert [text for text in EVERYDAY if phrase(text, CHINESE) is None] == []


def test_every_kind_of_field_has_a_chinese_name() -> None:
    assert [kind for kind in FIELD_TYPES if f"kind.{kind}" not in CHINESE] == []


def test_blanks_are_filled_with_what_stood_there() -> None:
    assert phrase("a whole number from 1 to 12", CHINESE) == "1 到 12 之间的整数"
    assert phrase("one of day, week", CHINESE) == "day, week 之一"
    assert phrase("something nobody wrote", CHINESE) is None


def test_messages_speak_throughout() -> None:
    names = {"stage": "阶段", "Amount": "金额"}
    told: list[tuple[KithError, str]] = [
        (NotForKind(place="unique", kind="checkbox", property="unique"), "勾选"),
        (WrongSetting(place="x", expected=WrongShape(place="where", expected="a list")), "列表"),
        (Standard(name="Amount"), "“金额”"),
        (
            WrongOperator(place="where", op="near", field="stage", kind="choice", choices="eq"),
            "阶段",
        ),
    ]
    for error, word in told:
        text = message(error, "zh-CN", names)
        assert word in text, text
        assert "expected" not in text
    assert spoken("fields", "stage, other", CHINESE, names) == "阶段、other"
