"""From the text of a formula to a tree; nothing in it is ever run as code."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from kith.kernel.fields.formula.errors import TooComplex, Unexpected, Unfinished

MAX_LENGTH = 5_000
MAX_DEPTH = 40
MAX_NODES = 500


@dataclass(frozen=True, slots=True)
class Literal:
    """A number, a text, true, false or empty (None)."""

    value: Decimal | str | bool | None
    position: int


@dataclass(frozen=True, slots=True)
class Reference:
    """A field, or a path over links to one."""

    path: tuple[str, ...]
    position: int


@dataclass(frozen=True, slots=True)
class Call:
    """A function or an operator with what it is applied to."""

    name: str
    arguments: "tuple[Node, ...]"
    position: int


Node = Literal | Reference | Call

_TOKEN = re.compile(
    r"""\s*(?:
      (?P<number>\d+(?:\.\d+)?)
    | (?P<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')
    | (?P<name>[A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z][A-Za-z0-9_]*)*)
    | (?P<sign><=|>=|<>|!=|==|[-+*/%&=<>(),])
    )""",
    re.VERBOSE | re.ASCII,
)
_SPACE = re.compile(r"\s*")
_WORDS = {"true": True, "false": False, "empty": None, "null": None}
_SAME = {"==": "=", "<>": "!="}
_COMPARISONS = frozenset({"=", "!=", "<", "<=", ">", ">="})


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    position: int


def parse(text: str) -> Node:
    """Return the tree of a formula; raise FormulaProblem with the position of what is wrong."""
    if len(text) > MAX_LENGTH:
        raise TooComplex(position=MAX_LENGTH)
    parser = _Parser(_tokens(text), len(text) + 1)
    tree = parser.disjunction()
    parser.end()
    return tree


def _tokens(text: str) -> list[_Token]:
    found, place = [], 0
    while (start := _SPACE.match(text, place).end()) < len(text):  # type: ignore[union-attr]
        match = _TOKEN.match(text, start)
        if match is None or match.lastgroup is None:
            raise Unexpected(position=start + 1, found=text[start : start + 10])
        found.append(_Token(match.lastgroup, match.group(match.lastgroup), start + 1))
        place = match.end()
    return found


class _Parser:
    """Walks the tokens; each method reads one level of binding strength, weakest first."""

    def __init__(self, tokens: list[_Token], length: int) -> None:
        self.tokens = tokens
        self.length = length
        self.next = 0
        self.depth = 0
        self.nodes = 0

    def disjunction(self) -> Node:
        return self._chain(self._conjunction, frozenset({"or"}))

    def end(self) -> None:
        if self.next < len(self.tokens):
            token = self.tokens[self.next]
            raise Unexpected(position=token.position, found=token.text[:20])

    def _conjunction(self) -> Node:
        return self._chain(self._negation, frozenset({"and"}))

    def _negation(self) -> Node:
        token = self._take(frozenset({"not"}))
        if token is None:
            return self._comparison()
        self._enter(token)
        found = self._node("not", (self._negation(),), token)
        self.depth -= 1
        return found

    def _comparison(self) -> Node:
        left = self._joined()
        token = self._take(_COMPARISONS | _SAME.keys())
        if token is None:
            return left
        return self._node(_SAME.get(token.text, token.text), (left, self._joined()), token)

    def _joined(self) -> Node:
        return self._chain(self._sum, frozenset({"&"}))

    def _sum(self) -> Node:
        return self._chain(self._product, frozenset({"+", "-"}))

    def _product(self) -> Node:
        return self._chain(self._signed, frozenset({"*", "/", "%"}))

    def _signed(self) -> Node:
        token = self._take(frozenset({"-"}))
        if token is None:
            return self._primary()
        self._enter(token)
        found = self._node("negative", (self._signed(),), token)
        self.depth -= 1
        return found

    def _primary(self) -> Node:
        if self.next >= len(self.tokens):
            raise Unfinished(position=self.length)
        token = self.tokens[self.next]
        self.next += 1
        self._enter(token)
        found = self._atom(token)
        self.depth -= 1
        return found

    def _atom(self, token: _Token) -> Node:
        if token.kind == "number":
            return Literal(Decimal(token.text), token.position)
        if token.kind == "text":
            return Literal(re.sub(r"\\(.)", r"\1", token.text[1:-1]), token.position)
        if token.text == "(":
            inside = self.disjunction()
            self._expect(")")
            return inside
        if token.kind != "name":
            raise Unexpected(position=token.position, found=token.text)
        if self._take(frozenset({"("})):
            return self._node(token.text.lower(), self._arguments(), token)
        if token.text.lower() in _WORDS:
            return Literal(_WORDS[token.text.lower()], token.position)
        return Reference(tuple(token.text.split(".")), token.position)

    def _arguments(self) -> tuple[Node, ...]:
        if self._take(frozenset({")"})):
            return ()
        found = [self.disjunction()]
        while self._take(frozenset({","})):
            found.append(self.disjunction())
        self._expect(")")
        return tuple(found)

    def _chain(self, stronger: Callable[[], Node], signs: frozenset[str]) -> Node:
        left = stronger()
        while token := self._take(signs):
            left = self._node(token.text.lower(), (left, stronger()), token)
        return left

    def _node(self, name: str, arguments: tuple[Node, ...], token: _Token) -> Call:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise TooComplex(position=token.position)
        return Call(name, arguments, token.position)

    def _enter(self, token: _Token) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise TooComplex(position=token.position)

    def _take(self, texts: frozenset[str]) -> _Token | None:
        if self.next < len(self.tokens):
            token = self.tokens[self.next]
            if token.kind != "text" and token.text.lower() in texts:
                self.next += 1
                return token
        return None

    def _expect(self, text: str) -> None:
        if self._take(frozenset({text})) is None:
            self.end()
            raise Unfinished(position=self.length)
