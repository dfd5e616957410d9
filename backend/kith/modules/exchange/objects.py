"""An import is a record: who brought which file, how it was read, what came of it. Its list is the history."""

from kith.kernel.schema import FieldDef, ObjectDef, Option, Section

STATES = (
    Option("uploaded", "Uploaded", "gray"),
    Option("checking", "Being checked", "blue"),
    Option("checked", "Checked", "teal"),
    Option("running", "Running", "blue"),
    Option("done", "Done", "green"),
    Option("cancelled", "Cancelled", "amber"),
    Option("failed", "Failed", "red"),
    Option("undone", "Undone", "gray"),
)

IMPORT = ObjectDef(
    name="import_run",
    label="Import",
    plural="Imports",
    icon="file-import",
    module="exchange",
    config={"menu": False},
    fields=(
        FieldDef("name", kind="text", label="File", required=True, searchable=True),
        FieldDef("state", kind="choice", label="State", options=STATES, default="uploaded"),
        FieldDef("object", kind="text", label="Object"),
        FieldDef("format", kind="json", label="Format"),
        FieldDef("header", kind="json", label="Columns"),
        FieldDef("signature", kind="text", label="Signature of the columns", indexed=True),
        FieldDef("mapping", kind="json", label="Mapping"),
        FieldDef("rows", kind="integer", label="Rows"),
        FieldDef("position", kind="integer", label="Rows read"),
        FieldDef("created", kind="integer", label="Created"),
        FieldDef("updated", kind="integer", label="Updated"),
        FieldDef("unchanged", kind="integer", label="Unchanged"),
        FieldDef("rejected", kind="integer", label="Rejected"),
        FieldDef("report", kind="json", label="Report"),
        FieldDef("batch", kind="text", label="Batch"),
        FieldDef("job", kind="text", label="Job"),
    ),
    highlights=("state", "object", "created", "updated", "rejected"),
    sections=(
        Section(
            "about",
            "About",
            ("name", "object", "state", "owner", "rows", "created", "updated", "rejected"),
        ),
    ),
)
