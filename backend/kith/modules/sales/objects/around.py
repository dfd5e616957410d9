"""What stands around a deal: the people who decide, the steps to the signature, the stages it went through."""

from kith.kernel.schema import FieldDef, IndexDef, ObjectDef, Option, Section
from kith.modules.sales.objects.stages import OUTCOMES, PIPELINES, STAGES

ROLES = (
    Option("decider", "Decides", "violet"),
    Option("champion", "Champion", "green"),
    Option("influencer", "Influences", "blue"),
    Option("user", "Will use it", "teal"),
    Option("buyer", "Purchasing", "orange"),
    Option("gatekeeper", "Gatekeeper", "gray"),
)
ATTITUDES = (
    Option("for", "For us", "green"),
    Option("neutral", "Neutral", "gray"),
    Option("against", "Against us", "red"),
    Option("unknown", "Not known yet", "amber"),
)
PARTIES = (
    Option("us", "We", "blue"),
    Option("them", "The customer", "orange"),
    Option("both", "Both", "violet"),
)

DEAL_CONTACT = ObjectDef(
    name="deal_contact",
    label="Member of the buying group",
    plural="Buying group",
    icon="users",
    module="sales",
    title="label",
    owned=False,
    fields=(
        FieldDef("label", kind="text", label="Person", help="Written by Kith.", readonly=True),
        FieldDef("deal", kind="parent", label="Deal", to="deal", required=True),
        FieldDef(
            "contact", kind="link", label="Contact", to="contact", required=True, indexed=True
        ),
        FieldDef("role", kind="choice", label="Role", options=ROLES, default="influencer"),
        FieldDef("attitude", kind="choice", label="Attitude", options=ATTITUDES, default="unknown"),
        FieldDef("note", kind="long_text", label="What matters to this person"),
    ),
    highlights=("contact", "role", "attitude"),
    sections=(Section("about", "About", ("deal", "contact", "role", "attitude", "note")),),
    board="attitude",
)

DEAL_STEP = ObjectDef(
    name="deal_step",
    label="Step to the signature",
    plural="Close plan",
    icon="list-check",
    module="sales",
    owned=False,
    fields=(
        FieldDef("deal", kind="parent", label="Deal", to="deal", required=True),
        FieldDef("name", kind="text", label="Step", required=True, searchable=True),
        FieldDef("due", kind="date", label="Due", indexed=True),
        FieldDef(
            "responsible",
            kind="user",
            label="Responsible",
            to="user",
            default={"me": True},
            indexed=True,
        ),
        FieldDef(
            "party",
            kind="choice",
            label="Whose turn",
            options=PARTIES,
            default="us",
            help="Who has to move for this step to happen.",
        ),
        FieldDef("done", kind="checkbox", label="Done", default=False),
        FieldDef("done_on", kind="date", label="Done on"),
        FieldDef("position", kind="number", label="Order", default=0),
        FieldDef("note", kind="long_text", label="Note"),
    ),
    highlights=("due", "party", "responsible", "done"),
    sections=(
        Section(
            "about",
            "About",
            ("deal", "name", "due", "responsible", "party", "done", "done_on", "position", "note"),
        ),
    ),
    board="party",
    calendar="due",
    feed=("done", "due"),
)

DEAL_STAGE = ObjectDef(
    name="deal_stage",
    label="Stage passed",
    plural="Stage history",
    icon="timeline",
    module="sales",
    title="label",
    owned=False,
    fields=(
        FieldDef("label", kind="text", label="Stage", readonly=True),
        FieldDef("deal", kind="parent", label="Deal", to="deal", required=True, readonly=True),
        FieldDef(
            "pipeline",
            kind="choice",
            label="Pipeline",
            options=PIPELINES,
            readonly=True,
            config={"options_of": "deal.pipeline"},
        ),
        FieldDef(
            "stage",
            kind="choice",
            label="Stage",
            options=STAGES,
            readonly=True,
            indexed=True,
            config={"options_of": "deal.stage", "depends_on": "pipeline"},
        ),
        FieldDef("outcome", kind="choice", label="Outcome", options=OUTCOMES, readonly=True),
        FieldDef("entered_at", kind="datetime", label="Entered", readonly=True, indexed=True),
        FieldDef("left_at", kind="datetime", label="Left", readonly=True),
        FieldDef(
            "days",
            kind="number",
            label="Days in it",
            help="Empty while the deal is still there.",
            readonly=True,
        ),
        FieldDef("moved_by", kind="user", label="Moved by", to="user", readonly=True),
        FieldDef(
            "change",
            kind="integer",
            label="Change",
            help="The entry of the change log that this follows from.",
            readonly=True,
        ),
    ),
    highlights=("stage", "entered_at", "left_at", "days"),
    sections=(
        Section(
            "about",
            "About",
            ("deal", "pipeline", "stage", "entered_at", "left_at", "days", "moved_by"),
        ),
    ),
    indexes=(IndexDef(("deal", "entered_at")),),
)
