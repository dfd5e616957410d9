"""Standard lists and boards of accounts, contacts and their ties."""

from kith.kernel.schema import ColumnDef, ViewDef

MINE = {"field": "owner", "op": "eq", "value": {"me": True}}
BY_NAME = [{"by": "name"}]
ACCOUNT_COLUMNS = (
    ColumnDef("name", 260),
    ColumnDef("kind"),
    ColumnDef("industry"),
    ColumnDef("size"),
    ColumnDef("phone"),
    ColumnDef("owner"),
    ColumnDef("updated_at"),
)
CONTACT_COLUMNS = (
    ColumnDef("name", 200),
    ColumnDef("account", 220),
    ColumnDef("title"),
    ColumnDef("mobile"),
    ColumnDef("email", 220),
    ColumnDef("owner"),
)
TIE_COLUMNS = (
    ColumnDef("contact", 180),
    ColumnDef("account", 180),
    ColumnDef("kind"),
    ColumnDef("to_contact", 180),
    ColumnDef("to_account", 180),
    ColumnDef("strength"),
)
KNOWN_COLUMNS = (
    ColumnDef("user", 180),
    ColumnDef("contact", 200),
    ColumnDef("contact.account", 200),
    ColumnDef("strength"),
    ColumnDef("note"),
)

VIEWS = (
    ViewDef(
        "all", "account", "All accounts", ACCOUNT_COLUMNS, query={"sort": BY_NAME}, pinned=True
    ),
    ViewDef(
        "mine",
        "account",
        "My accounts",
        ACCOUNT_COLUMNS,
        query={"where": MINE, "sort": BY_NAME},
        pinned=True,
    ),
    ViewDef(
        "customers",
        "account",
        "Customers",
        ACCOUNT_COLUMNS,
        query={"where": {"field": "kind", "op": "eq", "value": "customer"}, "sort": BY_NAME},
    ),
    ViewDef(
        "quiet",
        "account",
        "Untouched for 90 days",
        ACCOUNT_COLUMNS,
        query={
            "where": {"field": "updated_at", "op": "lt", "value": {"rel": "days_ago", "n": 90}},
            "sort": [{"by": "updated_at"}],
        },
    ),
    ViewDef(
        "by_kind", "account", "By kind", ACCOUNT_COLUMNS, "board", {"sort": BY_NAME}, group="kind"
    ),
    ViewDef(
        "all", "contact", "All contacts", CONTACT_COLUMNS, query={"sort": BY_NAME}, pinned=True
    ),
    ViewDef(
        "mine",
        "contact",
        "My contacts",
        CONTACT_COLUMNS,
        query={"where": MINE, "sort": BY_NAME},
        pinned=True,
    ),
    ViewDef(
        "new",
        "contact",
        "New in the last 30 days",
        CONTACT_COLUMNS,
        query={
            "where": {
                "field": "created_at",
                "op": "within",
                "value": {"rel": "last_days", "n": 30},
            },
            "sort": [{"by": "created_at", "desc": True}],
        },
    ),
    ViewDef(
        "unreachable",
        "contact",
        "No way to reach them",
        CONTACT_COLUMNS,
        query={
            "where": {
                "and": [
                    {"field": "email", "op": "empty"},
                    {"field": "mobile", "op": "empty"},
                    {"field": "phone", "op": "empty"},
                ]
            },
            "sort": BY_NAME,
        },
    ),
    ViewDef(
        "all",
        "relation",
        "All relations",
        TIE_COLUMNS,
        query={"sort": [{"by": "created_at", "desc": True}]},
        pinned=True,
    ),
    ViewDef(
        "all",
        "acquaintance",
        "Who knows whom",
        KNOWN_COLUMNS,
        query={"sort": [{"by": "created_at", "desc": True}]},
        pinned=True,
    ),
    ViewDef(
        "mine",
        "acquaintance",
        "Whom I know",
        KNOWN_COLUMNS,
        query={"where": {"field": "user", "op": "eq", "value": {"me": True}}},
        pinned=True,
    ),
    ViewDef("by_strength", "acquaintance", "By strength", KNOWN_COLUMNS, "board", group="strength"),
    ViewDef(
        "all",
        "account_member",
        "Account teams",
        (ColumnDef("account", 240), ColumnDef("user", 180), ColumnDef("role")),
        query={"sort": [{"by": "created_at", "desc": True}]},
        pinned=True,
    ),
)
