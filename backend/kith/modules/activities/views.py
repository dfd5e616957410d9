"""Standard lists and calendars of what people do; "My day" is one of them."""

from kith.kernel.schema import ColumnDef, ViewDef
from kith.lib.json import Json

MINE: Json = {"field": "owner", "op": "eq", "value": {"me": True}}
TEAM: Json = {"field": "owner", "op": "in", "value": {"my_team": True}}
TO_DO: Json = {"field": "done", "op": "eq", "value": False}
TODAY: Json = {"rel": "today"}
NOW_ON: Json = {"field": "starts_at", "op": "ge", "value": TODAY}

TASK_COLUMNS = (
    ColumnDef("done", 64),
    ColumnDef("subject", 280),
    ColumnDef("due"),
    ColumnDef("priority"),
    ColumnDef("account"),
    ColumnDef("deal"),
    ColumnDef("owner"),
)
EVENT_COLUMNS = (
    ColumnDef("subject", 260),
    ColumnDef("starts_at"),
    ColumnDef("place"),
    ColumnDef("account"),
    ColumnDef("contact"),
    ColumnDef("owner"),
)
CALL_COLUMNS = (
    ColumnDef("subject", 240),
    ColumnDef("direction"),
    ColumnDef("outcome"),
    ColumnDef("started_at"),
    ColumnDef("minutes"),
    ColumnDef("contact"),
    ColumnDef("owner"),
)
NOTE_COLUMNS = (
    ColumnDef("subject", 320),
    ColumnDef("account"),
    ColumnDef("contact"),
    ColumnDef("deal"),
    ColumnDef("owner"),
    ColumnDef("created_at"),
)


def _both(*conditions: Json) -> Json:
    return {"and": list(conditions)}


def _due(op: str) -> Json:
    return {"field": "due", "op": op, "value": TODAY}


TASK_VIEWS = (
    ViewDef(
        "my_day",
        "task",
        "My day",
        TASK_COLUMNS,
        query={"where": _both(MINE, TO_DO, _due("le")), "sort": [{"by": "due"}]},
        pinned=True,
    ),
    ViewDef(
        "mine",
        "task",
        "My open tasks",
        TASK_COLUMNS,
        query={"where": _both(MINE, TO_DO), "sort": [{"by": "due"}]},
        pinned=True,
    ),
    ViewDef(
        "overdue",
        "task",
        "Overdue in my team",
        TASK_COLUMNS,
        query={"where": _both(TEAM, TO_DO, _due("lt")), "sort": [{"by": "due"}]},
        pinned=True,
    ),
    ViewDef(
        "open",
        "task",
        "All open tasks",
        TASK_COLUMNS,
        query={"where": TO_DO, "sort": [{"by": "due"}]},
    ),
    ViewDef(
        "done",
        "task",
        "Done in the last 30 days",
        TASK_COLUMNS,
        query={
            "where": {"field": "done_at", "op": "within", "value": {"rel": "last_days", "n": 30}},
            "sort": [{"by": "done_at", "desc": True}],
        },
    ),
    ViewDef(
        "by_priority", "task", "By priority", TASK_COLUMNS, "board", {"where": TO_DO}, "priority"
    ),
    ViewDef("calendar", "task", "Due dates", TASK_COLUMNS, "calendar", {"where": MINE}, "due"),
)
EVENT_VIEWS = (
    ViewDef(
        "mine",
        "event",
        "My next meetings",
        EVENT_COLUMNS,
        query={"where": _both(MINE, NOW_ON), "sort": [{"by": "starts_at"}]},
        pinned=True,
    ),
    ViewDef(
        "this_week",
        "event",
        "My team this week",
        EVENT_COLUMNS,
        query={
            "where": _both(
                TEAM, {"field": "starts_at", "op": "within", "value": {"rel": "this_week"}}
            ),
            "sort": [{"by": "starts_at"}],
        },
        pinned=True,
    ),
    ViewDef(
        "calendar", "event", "Calendar", EVENT_COLUMNS, "calendar", group="starts_at", pinned=True
    ),
    ViewDef(
        "all",
        "event",
        "All meetings",
        EVENT_COLUMNS,
        query={"sort": [{"by": "starts_at", "desc": True}]},
    ),
)
VIEWS = (
    *TASK_VIEWS,
    *EVENT_VIEWS,
    ViewDef(
        "mine",
        "call",
        "My calls",
        CALL_COLUMNS,
        query={"where": MINE, "sort": [{"by": "started_at", "desc": True}]},
        pinned=True,
    ),
    ViewDef(
        "all",
        "call",
        "All calls",
        CALL_COLUMNS,
        query={"sort": [{"by": "started_at", "desc": True}]},
        pinned=True,
    ),
    ViewDef(
        "mine",
        "note",
        "My notes",
        NOTE_COLUMNS,
        query={"where": MINE, "sort": [{"by": "created_at", "desc": True}]},
        pinned=True,
    ),
    ViewDef(
        "all",
        "note",
        "All notes",
        NOTE_COLUMNS,
        query={"sort": [{"by": "created_at", "desc": True}]},
        pinned=True,
    ),
    ViewDef(
        "no_next_step",
        "deal",
        "No next step",
        (
            ColumnDef("name", 260),
            ColumnDef("account", 200),
            ColumnDef("stage"),
            ColumnDef("amount"),
            ColumnDef("expected_close"),
            ColumnDef("owner"),
        ),
        query={
            "where": _both(
                {"field": "outcome", "op": "eq", "value": "open"},
                {"field": "next_step_at", "op": "empty"},
            ),
            "sort": [{"by": "expected_close"}],
        },
        pinned=True,
    ),
)
