"""Objects that every workspace has: its users and its organisation."""

from kith.kernel.schema import FieldDef, ObjectDef, Section

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
        FieldDef("parent", kind="link", label="Part of", to="org_unit", indexed=True),
    ),
)

SYSTEM_OBJECTS = (USER, ORG_UNIT)
