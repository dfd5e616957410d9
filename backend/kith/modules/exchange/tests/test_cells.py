"""Cells are read as people write them, and written so that they are read back the same."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from kith.kernel.schema import FieldDef, ObjectDef, Option
from kith.modules.exchange.errors import CellNotBoolean, CellNotDate, CellNotNumber, MappingInvalid
from kith.modules.exchange.rules.cells import Reading, find_decimal, read
from kith.modules.exchange.rules.dates import fitting_formats
from kith.modules.exchange.rules.guess import guess_columns
from kith.modules.exchange.rules.mapping import parse_mapping
from kith.modules.exchange.rules.written import OutColumn, Words, cell, defuse

TODAY = dt.date(2026, 6, 1)
STAGE = FieldDef(
    "stage", kind="choice", label="Stage", options=(Option("won", "Won"), Option("lost", "Lost"))
)
DEAL = ObjectDef(
    name="deal",
    label="Deal",
    fields=(
        FieldDef("name", kind="text", label="Name", required=True),
        FieldDef("amount", kind="money", label="Amount"),
        FieldDef("account", kind="link", label="Account", to="account"),
        FieldDef("closed_on", kind="date", label="Closed on"),
        FieldDef("external_id", kind="text", label="External key", unique=True),
        FieldDef("total", kind="formula", label="Total"),
        STAGE,
    ),
)


def of(kind, **more):
    return FieldDef("f", kind=kind, label="F", **more)


@pytest.mark.parametrize(
    ("kind", "text", "how", "value"),
    [
        ("number", "1,234.5", Reading(), 1234.5),
        ("number", "1.234,5", Reading(decimal=","), 1234.5),
        ("number", "1 234", Reading(), 1234),
        ("number", "45万", Reading(), 450000),
        ("number", "1.2亿", Reading(), 120000000),
        ("number", "3k", Reading(), 3000),
        ("number", "(5)", Reading(), -5),
        ("number", "-7.25", Reading(), -7.25),
        ("percent", "35 %", Reading(), 35),
        ("percent", 0.35, Reading(), 35),
        ("money", "€1,200", Reading(), {"amount": 1200, "currency": "EUR"}),
        ("money", "1200 CNY", Reading(), {"amount": 1200, "currency": "CNY"}),
        ("money", "¥30万", Reading(), {"amount": 300000, "currency": "CNY"}),
        ("money", "500.0", Reading(), 500),
        ("checkbox", "是", Reading(), True),
        ("checkbox", "No", Reading(), False),
        ("date", "31.12.2025", Reading("%d.%m.%Y"), "2025-12-31"),
        ("date", "2025年3月5日", Reading("%Y年%m月%d日"), "2025-03-05"),
        ("date", "2025-03-05", Reading(), "2025-03-05"),
        ("datetime", "05/03/2025 14:30", Reading("%d/%m/%Y"), "2025-03-05T14:30:00"),
        ("tags", "a; b、c", Reading(), ["a", "b", "c"]),
        ("text", 42.0, Reading(), "42"),
        ("text", "'=SUM(A1)", Reading(), "=SUM(A1)"),
        ("text", "  ", Reading(), None),
    ],
)
def test_cells_say_what_people_meant(kind, text, how, value):
    assert read(text, of(kind), how) == value


@pytest.mark.parametrize(
    ("kind", "text", "problem"),
    [
        ("number", "many", CellNotNumber),
        ("date", "soon", CellNotDate),
        ("checkbox", "perhaps", CellNotBoolean),
    ],
)
def test_a_cell_that_makes_no_sense_is_refused_by_name(kind, text, problem):
    with pytest.raises(problem, match=text):
        read(text, of(kind), Reading())


def test_choices_are_found_by_key_by_label_and_by_the_mapping():
    assert read("WON", STAGE, Reading()) == "won"
    assert read("赢单", STAGE, Reading(options={"赢单": "won"})) == "won"


@pytest.mark.parametrize(
    ("samples", "mark"),
    [
        (["1.234,56"], ","),
        (["12,5"], ","),
        (["1,234"], "."),
        (["1,234.5"], "."),
        (["1,234,567"], "."),
    ],
)
def test_the_decimal_mark_is_found(samples, mark):
    assert find_decimal(samples) == mark


def test_an_ambiguous_date_column_lists_both_readings_the_likelier_first():
    assert fitting_formats(["03/04/2025", "05/06/2025"])[:2] == ["%d/%m/%Y", "%m/%d/%Y"]
    assert fitting_formats(["03/04/2025"], "en-US")[0] == "%m/%d/%Y"
    assert fitting_formats(["03/25/2025"]) == ["%m/%d/%Y"]


def test_columns_are_guessed_by_name_synonym_and_language():
    header = ["Opportunity_ID", "客户", "Close_Value", "Deal_Stage", "Close_Date", "Nonsense"]
    row = ["A1", "Acme", "12.5", "Won", "2025-01-31", "zzz"]
    zh = {"account": "客户"}
    found = guess_columns(header, [row], DEAL, lambda f: [f.label, zh.get(f.name, "")], "en", TODAY)
    assert [g.field for g in found] == [
        "external_id",
        "account",
        "amount",
        "stage",
        "closed_on",
        None,
    ]
    assert found[4].formats == ("%Y-%m-%d",)


def test_columns_of_an_export_of_ours_find_their_way_back():
    header = ["Name", "Amount", "Amount (amount.currency)", "Account", "Account (account.id)"]
    found = guess_columns(
        header, [["a", "1", "EUR", "x", "y"]], DEAL, lambda f: [f.label], "en", TODAY
    )
    assert [(g.field, g.part, g.match) for g in found] == [
        ("name", "", None),
        ("amount", "", None),
        ("amount", "currency", None),
        (None, "", None),
        ("account", "", "id"),
    ]


@pytest.mark.parametrize(
    ("mapping", "place"),
    [
        ([], "mapping"),
        ({"columns": []}, "columns"),
        ({"columns": [{"column": "A", "field": "nope"}]}, "columns[0].field"),
        ({"columns": [{"column": "A", "field": "total"}]}, "columns[0].field"),
        (
            {"columns": [{"column": "A", "field": "name"}, {"column": "B", "field": "name"}]},
            "columns[1].field",
        ),
        (
            {"columns": [{"column": "A", "field": "stage", "options": {"x": "nope"}}]},
            "columns[0].options",
        ),
        ({"columns": [{"column": "A", "field": "name"}], "mode": "upsert"}, "key"),
        (
            {
                "columns": [{"column": "A", "field": "name"}],
                "mode": "upsert",
                "key": ["external_id"],
            },
            "key",
        ),
        (
            {"columns": [{"column": "A", "field": "name"}], "constants": {"nope": 1}},
            "constants.nope",
        ),
    ],
)
def test_a_wrong_mapping_names_the_place(mapping, place):
    with pytest.raises(MappingInvalid) as caught:
        parse_mapping(mapping, DEAL)
    assert caught.value.params["place"] == place


def test_a_mapping_survives_being_kept():
    data = {
        "columns": [{"column": "A", "field": "name"}],
        "mode": "upsert",
        "key": ["name"],
        "constants": {},
    }
    mapping = parse_mapping(data, DEAL)
    assert parse_mapping(mapping.to_json(), DEAL) == mapping


@pytest.mark.parametrize("text", ["=1+1", "+49", "-1", "@x", "\tx"])
def test_formulas_are_defused_and_come_back_as_they_were(text):
    assert defuse(text) == f"'{text}"
    assert read(defuse(text), of("text"), Reading()) == text


def test_numbers_are_not_touched_by_defusing():
    assert defuse(-5) == -5


def test_values_are_written_as_people_read_them():
    words = Words(ZoneInfo("Asia/Shanghai"), {("stage", "won"): "Won"})
    column = OutColumn("F", "f")
    assert cell({"id": "1", "label": "Acme"}, of("link"), column, words) == "Acme"
    assert (
        cell({"amount": 5, "currency": "EUR"}, of("money"), OutColumn("F", "f", "currency"), words)
        == "EUR"
    )
    assert cell("2026-01-01T00:00:00+00:00", of("datetime"), column, words) == "2026-01-01 08:00:00"
    assert cell("won", STAGE, column, words) == "Won"
    assert cell(["a", "b"], of("tags"), column, words) == "a; b"


def test_a_date_format_is_found_although_some_cells_are_no_dates():
    samples = ["31.12.2025", "01.02.2025", "13.02.2025", "soon"]
    assert fitting_formats(samples) == ["%d.%m.%Y"]
    assert fitting_formats(["soon", "later", "31.12.2025"]) == []
    with pytest.raises(CellNotDate, match=r"31\.12\.2026"):
        read("soon", of("date"), Reading("%d.%m.%Y"))


def test_a_close_date_in_the_past_is_the_day_of_the_end_and_one_ahead_a_hope():
    fields = (
        FieldDef("expected_close", kind="date", label="Expected close"),
        FieldDef("closed_on", kind="date", label="Closed on"),
    )
    of_deals = ObjectDef(name="deal", label="Deal", title="closed_on", fields=fields)
    for day, field in (("2017-05-06", "closed_on"), ("2026-09-30", "expected_close")):
        found = guess_columns(["Close_Date"], [[day]], of_deals, lambda f: [f.label], "en", TODAY)
        assert found[0].field == field
