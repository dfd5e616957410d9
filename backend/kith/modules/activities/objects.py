"""Tasks, meetings, calls and notes, each of which may belong to an account, a contact and a deal."""

from kith.kernel.schema import FieldDef, IndexDef, ObjectDef, Option, RuleDef, Section

PRIORITIES = (
    Option("high", "High", "red"),
    Option("normal", "Normal", "blue"),
    Option("low", "Low", "gray"),
)
DIRECTIONS = (
    Option("out", "We called", "blue"),
    Option("in", "They called", "green"),
)
CALL_OUTCOMES = (
    Option("reached", "Reached", "green"),
    Option("no_answer", "No answer", "gray"),
    Option("voicemail", "Left a message", "teal"),
    Option("busy", "Busy", "amber"),
    Option("call_back", "They will call back", "violet"),
    Option("wrong_number", "Wrong number", "red"),
)
MEETING_KINDS = (
    Option("meeting", "Meeting", "blue"),
    Option("visit", "Visit", "violet"),
    Option("online", "Online", "teal"),
    Option("demo", "Demonstration", "green"),
    Option("event", "Event", "orange"),
)

QUIET = {"quiet": True}
ABOUT = (
    FieldDef("account", kind="link", label="Account", to="account", indexed=True),
    FieldDef("contact", kind="link", label="Contact", to="contact", indexed=True),
    FieldDef("deal", kind="link", label="Deal", to="deal", indexed=True),
)
ABOUT_SECTION = Section("about", "Belongs to", ("account", "contact", "deal"))

TASK = ObjectDef(
    name="task",
    label="Task",
    plural="Tasks",
    icon="checkbox",
    module="activities",
    title="subject",
    fields=(
        FieldDef("subject", kind="text", label="What to do", required=True, searchable=True),
        FieldDef("due", kind="date", label="Due", indexed=True),
        FieldDef("remind_at", kind="datetime", label="Remind me"),
        FieldDef("priority", kind="choice", label="Priority", options=PRIORITIES, default="normal"),
        FieldDef("done", kind="checkbox", label="Done", default=False),
        FieldDef("done_at", kind="datetime", label="Done at", readonly=True, config=QUIET),
        *ABOUT,
        FieldDef("description", kind="long_text", label="Details", searchable=True),
    ),
    highlights=("due", "priority", "owner", "done"),
    sections=(
        Section("task", "Task", ("subject", "due", "remind_at", "priority", "owner", "done")),
        ABOUT_SECTION,
        Section("more", "More", ("description", "done_at")),
    ),
    board="priority",
    calendar="due",
    feed=("done", "due", "owner"),
    indexes=(IndexDef(("owner", "done", "due")),),
    config={"timeline": True, "at": "due"},
)

EVENT = ObjectDef(
    name="event",
    label="Meeting",
    plural="Meetings",
    icon="calendar-event",
    module="activities",
    title="subject",
    fields=(
        FieldDef("subject", kind="text", label="Subject", required=True, searchable=True),
        FieldDef("kind", kind="choice", label="Kind", options=MEETING_KINDS, default="meeting"),
        FieldDef("starts_at", kind="datetime", label="Starts", required=True, indexed=True),
        FieldDef("ends_at", kind="datetime", label="Ends"),
        FieldDef("all_day", kind="checkbox", label="All day", default=False),
        FieldDef("place", kind="text", label="Place", searchable=True),
        FieldDef("link", kind="url", label="Link to join"),
        FieldDef("attendees", kind="links", label="Colleagues", to="user"),
        FieldDef("guests", kind="links", label="Guests", to="contact"),
        *ABOUT,
        FieldDef("description", kind="long_text", label="Agenda", searchable=True),
        FieldDef(
            "result",
            kind="long_text",
            label="What came out",
            help="Two lines after the meeting save ten questions later.",
            searchable=True,
        ),
    ),
    highlights=("starts_at", "place", "contact", "owner"),
    sections=(
        Section(
            "meeting",
            "Meeting",
            ("subject", "kind", "starts_at", "ends_at", "all_day", "place", "link", "owner"),
        ),
        Section("people", "People", ("attendees", "guests")),
        ABOUT_SECTION,
        Section("more", "More", ("description", "result")),
    ),
    board="kind",
    calendar="starts_at",
    feed=("starts_at", "place"),
    indexes=(IndexDef(("owner", "starts_at")),),
    config={"timeline": True, "at": "starts_at"},
)

CALL = ObjectDef(
    name="call",
    label="Call",
    plural="Calls",
    icon="phone-call",
    module="activities",
    title="subject",
    fields=(
        FieldDef("subject", kind="text", label="About", required=True, searchable=True),
        FieldDef("direction", kind="choice", label="Direction", options=DIRECTIONS, default="out"),
        FieldDef(
            "outcome",
            kind="choice",
            label="Outcome",
            options=CALL_OUTCOMES,
            default="reached",
            indexed=True,
        ),
        FieldDef(
            "started_at",
            kind="datetime",
            label="When",
            help="Now, unless you say otherwise.",
            indexed=True,
        ),
        FieldDef("minutes", kind="integer", label="Minutes"),
        FieldDef("phone", kind="phone", label="Number", searchable=True),
        *ABOUT,
        FieldDef("description", kind="long_text", label="What was said", searchable=True),
    ),
    highlights=("started_at", "outcome", "contact", "owner"),
    sections=(
        Section(
            "call",
            "Call",
            ("subject", "direction", "outcome", "started_at", "minutes", "phone", "owner"),
        ),
        ABOUT_SECTION,
        Section("more", "More", ("description",)),
    ),
    board="outcome",
    calendar="started_at",
    rules=(
        RuleDef(
            "minutes_not_negative",
            {"field": "minutes", "op": "lt", "value": 0},
            "A call cannot last less than no time.",
            "minutes",
        ),
    ),
    indexes=(IndexDef(("owner", "-started_at")),),
    config={"timeline": True, "at": "started_at"},
)

NOTE = ObjectDef(
    name="note",
    label="Note",
    plural="Notes",
    icon="note",
    module="activities",
    title="subject",
    fields=(
        FieldDef(
            "subject",
            kind="text",
            label="Title",
            help="Its first words, unless you write your own.",
            searchable=True,
        ),
        FieldDef("body", kind="rich_text", label="Text", required=True, searchable=True),
        FieldDef("pinned", kind="checkbox", label="Keep on top", default=False),
        *ABOUT,
    ),
    highlights=("account", "contact", "deal", "owner"),
    sections=(
        Section("note", "Note", ("subject", "body", "pinned", "owner")),
        ABOUT_SECTION,
    ),
    indexes=(IndexDef(("owner", "-created_at")),),
    config={"timeline": True, "at": "created_at"},
)

OBJECTS = (TASK, EVENT, CALL, NOTE)

NEXT_STEP = (
    FieldDef(
        "next_step",
        kind="text",
        label="Next step",
        help="The nearest open task or meeting; written by Kith.",
        readonly=True,
        config=QUIET,
    ),
    FieldDef(
        "next_step_at",
        kind="datetime",
        label="Next step on",
        readonly=True,
        indexed=True,
        config=QUIET,
    ),
)

EXTENDS = {"account": NEXT_STEP, "contact": NEXT_STEP, "deal": NEXT_STEP}
