"""Standard lists, boards and calendars of deals and what stands around them."""

from kith.kernel.schema import ColumnDef, ViewDef
from kith.lib.json import Json

OPEN: Json = {"field": "outcome", "op": "eq", "value": "open"}
MINE: Json = {"field": "owner", "op": "eq", "value": {"me": True}}
TEAM: Json = {"field": "owner", "op": "in", "value": {"my_team": True}}
SOONEST = [{"by": "expected_close"}]
LATEST = [{"by": "closed_on", "desc": True}]

OPEN_COLUMNS = (
    ColumnDef("name", 260),
    ColumnDef("account", 200),
    ColumnDef("stage"),
    ColumnDef("amount"),
    ColumnDef("expected_close"),
    ColumnDef("owner"),
)
CLOSED_COLUMNS = (
    ColumnDef("name", 260),
    ColumnDef("account", 200),
    ColumnDef("outcome"),
    ColumnDef("amount"),
    ColumnDef("closed_on"),
    ColumnDef("lost_reason"),
    ColumnDef("owner"),
)
CARD_COLUMNS = (
    ColumnDef("name"),
    ColumnDef("account"),
    ColumnDef("amount"),
    ColumnDef("expected_close"),
    ColumnDef("owner"),
)
STEP_COLUMNS = (
    ColumnDef("name", 240),
    ColumnDef("deal", 220),
    ColumnDef("due"),
    ColumnDef("party"),
    ColumnDef("responsible"),
    ColumnDef("done"),
)
PRODUCT_COLUMNS = (
    ColumnDef("name", 240),
    ColumnDef("code"),
    ColumnDef("family"),
    ColumnDef("price"),
    ColumnDef("unit"),
    ColumnDef("active"),
)


def _both(*conditions: Json) -> Json:
    return {"and": list(conditions)}


def _is(field: str, value: Json) -> Json:
    return {"field": field, "op": "eq", "value": value}


def _within(field: str, period: str) -> Json:
    return {"field": field, "op": "within", "value": {"rel": period}}


def _board(name: str, label: str, pipeline: str) -> ViewDef:
    query = {"where": _is("pipeline", pipeline), "sort": SOONEST}
    return ViewDef(name, "deal", label, CARD_COLUMNS, "board", query, "stage", pinned=True)


DEAL_VIEWS = (
    ViewDef(
        "open",
        "deal",
        "Open deals",
        OPEN_COLUMNS,
        query={"where": OPEN, "sort": SOONEST},
        pinned=True,
    ),
    ViewDef(
        "mine",
        "deal",
        "My open deals",
        OPEN_COLUMNS,
        query={"where": _both(OPEN, MINE), "sort": SOONEST},
        pinned=True,
    ),
    _board("new_business", "New business", "new_business"),
    _board("renewals", "Renewals", "renewal"),
    _board("partners", "Through partners", "partner"),
    ViewDef(
        "team",
        "deal",
        "My team's open deals",
        OPEN_COLUMNS,
        query={"where": _both(OPEN, TEAM), "sort": SOONEST},
    ),
    ViewDef(
        "this_month",
        "deal",
        "Closing this month",
        OPEN_COLUMNS,
        query={"where": _both(OPEN, _within("expected_close", "this_month")), "sort": SOONEST},
    ),
    ViewDef(
        "late",
        "deal",
        "Expected close has passed",
        OPEN_COLUMNS,
        query={
            "where": _both(
                OPEN, {"field": "expected_close", "op": "lt", "value": {"rel": "today"}}
            ),
            "sort": SOONEST,
        },
    ),
    ViewDef(
        "stuck",
        "deal",
        "In the same stage for 30 days",
        (*OPEN_COLUMNS, ColumnDef("stage_since")),
        query={
            "where": _both(
                OPEN, {"field": "stage_since", "op": "lt", "value": {"rel": "days_ago", "n": 30}}
            ),
            "sort": [{"by": "stage_since"}],
        },
    ),
    ViewDef(
        "won_this_quarter",
        "deal",
        "Won this quarter",
        CLOSED_COLUMNS,
        query={
            "where": _both(_is("outcome", "won"), _within("closed_on", "this_quarter")),
            "sort": LATEST,
        },
    ),
    ViewDef(
        "lost_this_year",
        "deal",
        "Lost this year",
        CLOSED_COLUMNS,
        query={
            "where": _both(_is("outcome", "lost"), _within("closed_on", "this_year")),
            "sort": LATEST,
        },
    ),
    ViewDef("all", "deal", "All deals", OPEN_COLUMNS, query={"sort": [{"by": "name"}]}),
    ViewDef(
        "closing",
        "deal",
        "Closing dates",
        CARD_COLUMNS,
        "calendar",
        {"where": OPEN},
        "expected_close",
    ),
)
VIEWS = (
    *DEAL_VIEWS,
    ViewDef(
        "on_sale",
        "product",
        "On sale",
        PRODUCT_COLUMNS,
        query={"where": _is("active", value=True), "sort": [{"by": "name"}]},
        pinned=True,
    ),
    ViewDef("all", "product", "All products", PRODUCT_COLUMNS, query={"sort": [{"by": "name"}]}),
    ViewDef(
        "all",
        "deal_line",
        "All product lines",
        (
            ColumnDef("label", 220),
            ColumnDef("deal", 220),
            ColumnDef("quantity"),
            ColumnDef("price"),
            ColumnDef("discount"),
            ColumnDef("total"),
        ),
        pinned=True,
    ),
    ViewDef(
        "mine",
        "deal_step",
        "My next steps to a signature",
        STEP_COLUMNS,
        query={
            "where": _both(_is("responsible", {"me": True}), _is("done", value=False)),
            "sort": [{"by": "due"}],
        },
        pinned=True,
    ),
    ViewDef("all", "deal_step", "All steps", STEP_COLUMNS, query={"sort": [{"by": "due"}]}),
    ViewDef(
        "all",
        "deal_contact",
        "All buying groups",
        (
            ColumnDef("contact", 200),
            ColumnDef("deal", 220),
            ColumnDef("role"),
            ColumnDef("attitude"),
        ),
        pinned=True,
    ),
    ViewDef(
        "all",
        "deal_stage",
        "Stage history",
        (
            ColumnDef("deal", 240),
            ColumnDef("stage"),
            ColumnDef("entered_at"),
            ColumnDef("left_at"),
            ColumnDef("days"),
            ColumnDef("moved_by"),
        ),
        query={"sort": [{"by": "entered_at", "desc": True}]},
        pinned=True,
    ),
)
