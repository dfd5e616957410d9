"""What people might write into each kind of field, and everything that nobody should."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kith.kernel.catalog import standard
from kith.kernel.fields import ParseEnv
from kith.kernel.schema import FieldDef
from kith.lib.ids import new_id
from tests.support.every import MODULES

ENV = ParseEnv(
    timezone="Europe/Berlin",
    base_currency="EUR",
    country="DE",
    rates={"USD": Decimal("0.9"), "CNY": Decimal("0.125")},
)
CATALOG = standard(MODULES)
WORDS = st.text(max_size=60)
NUMBERS = st.one_of(
    st.integers(-(10**9), 10**9), st.floats(-1e9, 1e9, allow_nan=False).map(lambda n: round(n, 6))
)
IDS = st.builds(lambda: str(new_id()))
POINTS = st.fixed_dictionaries({"lat": st.floats(-90, 90), "lng": st.floats(-180, 180)})
CLEAN = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=30)

WRITTEN: Mapping[str, st.SearchStrategy[Any]] = {
    "text": WORDS,
    "long_text": WORDS,
    "rich_text": st.builds(lambda a, b: f"<p>{a}<b onclick=x>{b}</b></p>", WORDS, WORDS),
    "integer": st.integers(-(10**14), 10**14),
    "number": NUMBERS,
    "percent": NUMBERS,
    "money": st.one_of(
        NUMBERS,
        st.builds(
            lambda n, c: {"amount": n, "currency": c},
            NUMBERS,
            st.sampled_from(("EUR", "USD", "CNY")),
        ),
    ),
    "date": st.dates().map(lambda d: d.isoformat()),
    "datetime": st.datetimes().map(lambda d: d.isoformat()),
    "checkbox": st.booleans(),
    "choice": st.sampled_from(("a", "b", "Apple", None)),
    "multi_choice": st.lists(st.sampled_from(("a", "b")), max_size=3),
    "link": IDS,
    "links": st.lists(IDS, max_size=3),
    "parent": IDS,
    "user": IDS,
    "email": st.emails().filter(lambda e: len(e) < 200),
    "phone": st.integers(1_000_000, 99_999_999).map(lambda n: f"030 {n}"),
    "url": st.builds(
        lambda a: f"https://example.com/{a}",
        st.from_regex(r"[a-zA-Z0-9/?=&]{0,20}", fullmatch=True),
    ),
    "address": st.builds(
        lambda street, city, country: {"street": street, "city": city, "country": country},
        CLEAN,
        CLEAN,
        st.sampled_from(("DE", "CN", None)),
    ),
    "place": POINTS,
    "file": IDS,
    "image": IDS,
    "tags": st.lists(WORDS, max_size=5),
    "json": st.recursive(
        st.one_of(st.booleans(), st.integers(-(10**6), 10**6), CLEAN),
        lambda inner: st.one_of(
            st.lists(inner, max_size=3), st.dictionaries(CLEAN, inner, max_size=3)
        ),
        max_leaves=8,
    ),
}
"""For each kind that people write: values that are fine."""

ANYTHING = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.text(),
        st.sampled_from(("1e999", "\x00", "\ud800", "-0", "0x1")),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.text(), inner, max_size=4)
    ),
    max_leaves=6,
)


def field(kind: str) -> FieldDef:
    """Return the field of this kind in the sample object."""
    return CATALOG.field("every", kind)


def drawn(strategy: st.SearchStrategy[Any], count: int = 40) -> list[Any]:
    """Return examples of a strategy, for tests that must wait for a database."""
    found: list[Any] = []

    @settings(
        max_examples=count, database=None, deadline=None, suppress_health_check=list(HealthCheck)
    )
    @given(strategy)
    def take(value: Any) -> None:
        found.append(value)

    run: Callable[[], None] = take
    run()
    return found
