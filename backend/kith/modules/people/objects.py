"""Accounts, contacts, and the ties between them: declarations only."""

from kith.kernel.schema import FieldDef, IndexDef, ObjectDef, Option, RuleDef, Section

ACCOUNT_KINDS = (
    Option("prospect", "Prospect", "blue"),
    Option("customer", "Customer", "green"),
    Option("partner", "Partner", "violet"),
    Option("supplier", "Supplier", "teal"),
    Option("competitor", "Competitor", "red"),
    Option("former", "Former customer", "gray"),
)
INDUSTRIES = (
    Option("technology", "Technology", "blue"),
    Option("manufacturing", "Manufacturing", "orange"),
    Option("retail", "Retail", "pink"),
    Option("finance", "Finance", "green"),
    Option("healthcare", "Healthcare", "red"),
    Option("education", "Education", "indigo"),
    Option("energy", "Energy", "amber"),
    Option("logistics", "Logistics", "teal"),
    Option("construction", "Construction", "orange"),
    Option("media", "Media", "violet"),
    Option("hospitality", "Hospitality", "green"),
    Option("agriculture", "Agriculture", "green"),
    Option("services", "Business services", "teal"),
    Option("public_sector", "Public sector", "gray"),
    Option("other", "Other", "gray"),
)
SIZES = (
    Option("micro", "1–10 people", "gray"),
    Option("small", "11–50 people", "teal"),
    Option("medium", "51–250 people", "blue"),
    Option("large", "251–1,000 people", "indigo"),
    Option("enterprise", "More than 1,000 people", "violet"),
)
SOURCES = (
    Option("referral", "Referral", "green"),
    Option("website", "Website", "blue"),
    Option("event", "Event", "violet"),
    Option("outbound", "We called them", "orange"),
    Option("partner", "Partner", "teal"),
    Option("social", "Social media", "pink"),
    Option("import", "Import", "gray"),
    Option("other", "Other", "gray"),
)
LANGUAGES = (
    Option("en", "English"),
    Option("zh", "Chinese"),
    Option("de", "German"),
    Option("fr", "French"),
    Option("es", "Spanish"),
    Option("pt", "Portuguese"),
    Option("it", "Italian"),
    Option("ja", "Japanese"),
    Option("ko", "Korean"),
    Option("ru", "Russian"),
    Option("ar", "Arabic"),
)
SENIORITIES = (
    Option("executive", "Executive", "violet"),
    Option("director", "Director", "indigo"),
    Option("manager", "Manager", "blue"),
    Option("specialist", "Specialist", "teal"),
    Option("assistant", "Assistant", "gray"),
)
STRENGTHS = (
    Option("met", "Met once", "gray", config={"weight": 1}),
    Option("knows", "Know each other", "teal", config={"weight": 2}),
    Option("good", "Good terms", "blue", config={"weight": 3}),
    Option("close", "Close", "violet", config={"weight": 4}),
)
# `inverse` names the kind as seen from the other end; a kind without it reads the same from both ends.
RELATION_KINDS = (
    Option("reports_to", "Reports to", "blue", config={"inverse": "manages"}),
    Option("manages", "Is the manager of", "blue", config={"inverse": "reports_to"}),
    Option("influences", "Influences", "violet", config={"inverse": "influenced_by"}),
    Option("influenced_by", "Is influenced by", "violet", config={"inverse": "influences"}),
    Option("decides_with", "Decides together with", "indigo"),
    Option("studied_with", "Studied with", "teal"),
    Option("worked_with", "Worked with", "teal"),
    Option("friend_of", "Is a friend of", "pink"),
    Option("relative_of", "Is related to", "pink"),
    Option("supplier_of", "Supplies", "green", config={"inverse": "customer_of"}),
    Option("customer_of", "Buys from", "green", config={"inverse": "supplier_of"}),
    Option("subsidiary_of", "Belongs to", "orange", config={"inverse": "owns"}),
    Option("owns", "Owns", "orange", config={"inverse": "subsidiary_of"}),
    Option("partner_of", "Is a partner of", "green"),
    Option("competitor_of", "Competes with", "red"),
    Option("adviser_to", "Advises", "amber", config={"inverse": "advised_by"}),
    Option("advised_by", "Is advised by", "amber", config={"inverse": "adviser_to"}),
)
TEAM_ROLES = (
    Option("sales", "Sales", "blue"),
    Option("technical", "Technical contact", "teal"),
    Option("support", "Customer care", "green"),
    Option("sponsor", "Executive sponsor", "violet"),
)

EXTERNAL_ID = FieldDef(
    "external_id",
    kind="text",
    label="External key",
    help="What another system calls this record; an import finds it again by this key.",
    unique=True,
    config={"max": 120},
)

ACCOUNT = ObjectDef(
    name="account",
    label="Account",
    plural="Accounts",
    icon="building",
    module="people",
    fields=(
        FieldDef("name", kind="text", label="Name", required=True, searchable=True, indexed=True),
        FieldDef(
            "also_known_as",
            kind="text",
            label="Also known as",
            help="A short name, an English name, a name people use in talk.",
            searchable=True,
        ),
        FieldDef("logo", kind="image", label="Logo"),
        FieldDef(
            "kind",
            kind="choice",
            label="Kind",
            options=ACCOUNT_KINDS,
            default="prospect",
            indexed=True,
        ),
        FieldDef("industry", kind="choice", label="Industry", options=INDUSTRIES, indexed=True),
        FieldDef(
            "size",
            kind="choice",
            label="Size",
            options=SIZES,
            help="Follows from the number of employees unless you choose it.",
        ),
        FieldDef("employees", kind="integer", label="Employees"),
        FieldDef("revenue", kind="money", label="Yearly revenue"),
        FieldDef("website", kind="url", label="Website"),
        FieldDef("phone", kind="phone", label="Phone", searchable=True),
        FieldDef("email", kind="email", label="E-mail", searchable=True),
        FieldDef("address", kind="address", label="Address"),
        FieldDef(
            "parent_account",
            kind="link",
            label="Belongs to",
            to="account",
            help="The company that owns this one.",
            indexed=True,
        ),
        FieldDef("source", kind="choice", label="Source", options=SOURCES),
        FieldDef("tags", kind="tags", label="Tags", searchable=True),
        FieldDef(
            "tax_number",
            kind="text",
            label="Tax number",
            help="VAT number, or the unified social credit code in China.",
            config={"max": 40},
        ),
        FieldDef("description", kind="long_text", label="About", searchable=True),
        EXTERNAL_ID,
    ),
    highlights=("kind", "industry", "owner", "phone", "website"),
    sections=(
        Section(
            "about",
            "About",
            ("name", "also_known_as", "kind", "industry", "size", "employees", "revenue", "tags"),
        ),
        Section("reach", "How to reach them", ("website", "phone", "email", "address")),
        Section("ties", "Ties", ("parent_account", "owner", "source")),
        Section("more", "More", ("description", "logo", "tax_number", "external_id")),
    ),
    board="kind",
    feed=("name", "kind", "owner"),
    rules=(
        RuleDef(
            "revenue_not_negative",
            {"field": "revenue", "op": "lt", "value": 0},
            "Revenue cannot be less than zero.",
            "revenue",
        ),
        RuleDef(
            "employees_not_negative",
            {"field": "employees", "op": "lt", "value": 0},
            "The number of employees cannot be less than zero.",
            "employees",
        ),
    ),
    indexes=(IndexDef(("owner", "name")),),
)

CONTACT = ObjectDef(
    name="contact",
    label="Contact",
    plural="Contacts",
    icon="user",
    module="people",
    fields=(
        FieldDef(
            "name",
            kind="text",
            label="Name",
            help="The full name; family and given name follow from it, and it from them.",
            required=True,
            searchable=True,
            indexed=True,
        ),
        FieldDef("family_name", kind="text", label="Family name", config={"max": 80}),
        FieldDef("given_name", kind="text", label="Given name", config={"max": 80}),
        FieldDef(
            "also_known_as",
            kind="text",
            label="Also known as",
            help="A nickname, an English name, a maiden name.",
            searchable=True,
        ),
        FieldDef("photo", kind="image", label="Photo"),
        FieldDef("account", kind="link", label="Account", to="account", indexed=True),
        FieldDef("title", kind="text", label="Job title", searchable=True),
        FieldDef("department", kind="text", label="Department"),
        FieldDef("seniority", kind="choice", label="Seniority", options=SENIORITIES),
        FieldDef("email", kind="email", label="E-mail", searchable=True, indexed=True),
        FieldDef("phone", kind="phone", label="Phone", searchable=True),
        FieldDef("mobile", kind="phone", label="Mobile", searchable=True, indexed=True),
        FieldDef("wechat", kind="text", label="WeChat", searchable=True, config={"max": 60}),
        FieldDef("profile_url", kind="url", label="Public profile"),
        FieldDef("address", kind="address", label="Address"),
        FieldDef("birthday", kind="date", label="Birthday"),
        FieldDef("languages", kind="multi_choice", label="Languages", options=LANGUAGES),
        FieldDef("source", kind="choice", label="Source", options=SOURCES),
        FieldDef("tags", kind="tags", label="Tags", searchable=True),
        FieldDef(
            "do_not_contact",
            kind="checkbox",
            label="Do not contact",
            help="This person asked to be left in peace.",
            default=False,
        ),
        FieldDef("description", kind="long_text", label="Good to know", searchable=True),
        EXTERNAL_ID,
    ),
    highlights=("account", "title", "mobile", "email", "owner"),
    sections=(
        Section(
            "about",
            "About",
            (
                "name",
                "also_known_as",
                "account",
                "title",
                "department",
                "seniority",
                "languages",
                "tags",
            ),
        ),
        Section(
            "reach",
            "How to reach them",
            ("email", "mobile", "phone", "wechat", "profile_url", "address", "do_not_contact"),
        ),
        Section("person", "The person", ("birthday", "description", "owner", "source")),
        Section("more", "More", ("family_name", "given_name", "photo", "external_id")),
    ),
    feed=("name", "account", "title", "owner"),
    rules=(
        RuleDef(
            "birthday_is_past",
            {"field": "birthday", "op": "gt", "value": {"rel": "today"}},
            "A birthday cannot lie in the future.",
            "birthday",
        ),
    ),
    indexes=(IndexDef(("owner", "name")),),
)

RELATION = ObjectDef(
    name="relation",
    label="Relation",
    plural="Relations",
    icon="affiliate",
    module="people",
    title="label",
    owned=False,
    config={"menu": False},
    fields=(
        FieldDef(
            "label",
            kind="text",
            label="Relation",
            help="Written by Kith: who, how, whom.",
            readonly=True,
        ),
        FieldDef("contact", kind="link", label="Contact", to="contact", indexed=True),
        FieldDef("account", kind="link", label="Account", to="account", indexed=True),
        FieldDef("kind", kind="choice", label="Is", options=RELATION_KINDS, required=True),
        FieldDef("to_contact", kind="link", label="To contact", to="contact", indexed=True),
        FieldDef("to_account", kind="link", label="To account", to="account", indexed=True),
        FieldDef(
            "inverse",
            kind="choice",
            label="Seen from the other end",
            options=RELATION_KINDS,
            readonly=True,
        ),
        FieldDef("strength", kind="choice", label="Strength", options=STRENGTHS, default="knows"),
        FieldDef("since", kind="date", label="Since"),
        FieldDef("note", kind="long_text", label="Note"),
    ),
    highlights=("kind", "strength", "since"),
    sections=(
        Section("ends", "Who and whom", ("contact", "account", "kind", "to_contact", "to_account")),
        Section("more", "More", ("strength", "since", "note", "inverse")),
    ),
    feed=("kind", "strength"),
)

ACQUAINTANCE = ObjectDef(
    name="acquaintance",
    label="Acquaintance",
    plural="Who knows whom",
    icon="heart-handshake",
    module="people",
    title="label",
    owned=False,
    config={"menu": False},
    fields=(
        FieldDef(
            "label",
            kind="text",
            label="Acquaintance",
            help="Written by Kith: who knows whom.",
            readonly=True,
        ),
        FieldDef("user", kind="user", label="Colleague", to="user", required=True, indexed=True),
        FieldDef(
            "contact", kind="link", label="Contact", to="contact", required=True, indexed=True
        ),
        FieldDef(
            "strength",
            kind="choice",
            label="Strength",
            options=STRENGTHS,
            default="knows",
            required=True,
        ),
        FieldDef("since", kind="date", label="Since"),
        FieldDef("note", kind="text", label="How they met"),
    ),
    highlights=("user", "contact", "strength"),
    sections=(Section("about", "About", ("user", "contact", "strength", "since", "note")),),
    board="strength",
    indexes=(IndexDef(("user", "contact")),),
)

ACCOUNT_MEMBER = ObjectDef(
    name="account_member",
    label="Account team member",
    plural="Account team",
    icon="users-group",
    module="people",
    title="label",
    owned=False,
    fields=(
        FieldDef(
            "label",
            kind="text",
            label="Member",
            help="Written by Kith: the colleague and the role.",
            readonly=True,
        ),
        FieldDef("account", kind="parent", label="Account", to="account", required=True),
        FieldDef("user", kind="user", label="Colleague", to="user", required=True, indexed=True),
        FieldDef(
            "role", kind="choice", label="Role", options=TEAM_ROLES, default="sales", required=True
        ),
    ),
    highlights=("account", "user", "role"),
    sections=(Section("about", "About", ("account", "user", "role")),),
)

OBJECTS = (ACCOUNT, CONTACT, RELATION, ACQUAINTANCE, ACCOUNT_MEMBER)
