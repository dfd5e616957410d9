"""Objects that every workspace has: its users and its organisation."""

from kith.kernel.schema import FieldDef, ObjectDef, Option, Section

USER = ObjectDef(
    name="user",
    label="User",
    plural="Users",
    icon="user",
    owned=False,
    system=True,
    highlights=("title", "unit", "manager"),
    fields=(
        FieldDef("name", kind="text", label="Name", required=True, searchable=True),
        FieldDef(
            "email",
            kind="email",
            label="E-mail",
            help="People sign in with it; without one a user can own records, but not sign in.",
            unique=True,
            searchable=True,
        ),
        FieldDef("title", kind="text", label="Job title"),
        FieldDef("phone", kind="phone", label="Phone", searchable=True),
        FieldDef(
            "manager",
            kind="user",
            label="Manager",
            help="Managers see what the people who report to them own.",
            to="user",
            indexed=True,
            config={"tree": True},
        ),
        FieldDef("unit", kind="link", label="Unit", to="org_unit", indexed=True),
        FieldDef("profile", kind="text", label="Profile", required=True, default="member"),
        FieldDef("active", kind="checkbox", label="Active", default=True),
        FieldDef("locale", kind="text", label="Language"),
        FieldDef("timezone", kind="text", label="Time zone"),
        FieldDef("photo", kind="image", label="Photo"),
    ),
    sections=(
        Section("main", "Person", ("name", "email", "title", "phone", "photo")),
        Section("place", "Place in the company", ("manager", "unit", "profile", "active")),
        Section("habits", "Habits", ("locale", "timezone")),
    ),
)

ORG_UNIT = ObjectDef(
    name="org_unit",
    label="Unit",
    plural="Units",
    icon="building-community",
    owned=False,
    system=True,
    fields=(
        FieldDef("name", kind="text", label="Name", required=True, searchable=True),
        FieldDef(
            "kind",
            kind="choice",
            label="Kind",
            options=(
                Option("region", "Region", "blue"),
                Option("office", "Office", "teal"),
                Option("shop", "Shop", "orange"),
                Option("department", "Department", "violet"),
                Option("team", "Team", "green"),
            ),
        ),
        FieldDef(
            "parent",
            kind="link",
            label="Part of",
            to="org_unit",
            indexed=True,
            config={"tree": True},
        ),
        FieldDef(
            "head",
            kind="user",
            label="Head",
            help="Sees what the people of the unit own, and of every unit below it.",
            to="user",
            indexed=True,
        ),
        FieldDef(
            "apart",
            kind="checkbox",
            label="Set apart",
            help="Its people and their records are invisible to everybody else, and the other way round.",
        ),
    ),
)

POSITION = ObjectDef(
    name="position",
    label="Position",
    plural="Positions",
    icon="briefcase",
    owned=False,
    system=True,
    fields=(
        FieldDef("name", kind="text", label="Title", required=True),
        FieldDef("person", kind="user", label="Person", to="user", required=True, indexed=True),
        FieldDef("unit", kind="link", label="Unit", to="org_unit", required=True, indexed=True),
        FieldDef(
            "role",
            kind="choice",
            label="Role",
            required=True,
            default="member",
            options=(Option("member", "Member"), Option("head", "Head", "blue")),
        ),
        FieldDef("starts", kind="date", label="From"),
        FieldDef("ends", kind="date", label="Until"),
    ),
)

STAND_IN = ObjectDef(
    name="stand_in",
    label="Stand-in",
    plural="Stand-ins",
    icon="switch-horizontal",
    owned=False,
    system=True,
    fields=(
        FieldDef("name", kind="text", label="Reason", required=True),
        FieldDef("person", kind="user", label="For", to="user", required=True, indexed=True),
        FieldDef("deputy", kind="user", label="Stand-in", to="user", required=True, indexed=True),
        FieldDef("starts", kind="date", label="From", required=True),
        FieldDef("ends", kind="date", label="Until", required=True),
    ),
)

PEOPLE_GROUP = ObjectDef(
    name="people_group",
    label="Group of people",
    plural="Groups of people",
    icon="users-group",
    owned=False,
    system=True,
    fields=(
        FieldDef("name", kind="text", label="Name", required=True, searchable=True),
        FieldDef("members", kind="links", label="Members", to="user"),
    ),
)

SYSTEM_OBJECTS = (USER, ORG_UNIT, POSITION, STAND_IN, PEOPLE_GROUP)
