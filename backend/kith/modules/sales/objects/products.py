"""The catalogue, and the lines by which a deal refers to it."""

from kith.kernel.schema import FieldDef, ObjectDef, Option, RuleDef, Section

FAMILIES = (
    Option("hardware", "Hardware", "orange"),
    Option("software", "Software", "blue"),
    Option("service", "Service", "teal"),
    Option("training", "Training", "violet"),
    Option("other", "Other", "gray"),
)
UNITS = (
    Option("piece", "Piece"),
    Option("set", "Set"),
    Option("licence", "Licence"),
    Option("hour", "Hour"),
    Option("day", "Day"),
    Option("month", "Month"),
    Option("year", "Year"),
)

PRODUCT = ObjectDef(
    name="product",
    label="Product",
    plural="Products",
    icon="package",
    module="sales",
    owned=False,
    fields=(
        FieldDef("name", kind="text", label="Name", required=True, searchable=True, indexed=True),
        FieldDef(
            "code", kind="text", label="Code", unique=True, searchable=True, config={"max": 60}
        ),
        FieldDef("price", kind="money", label="List price"),
        FieldDef("unit", kind="choice", label="Unit", options=UNITS, default="piece"),
        FieldDef("family", kind="choice", label="Family", options=FAMILIES, indexed=True),
        FieldDef("active", kind="checkbox", label="On sale", default=True),
        FieldDef("image", kind="image", label="Picture"),
        FieldDef("description", kind="long_text", label="Description", searchable=True),
        FieldDef(
            "external_id",
            kind="text",
            label="External key",
            help="What another system calls this product; an import finds it again by this key.",
            unique=True,
            config={"max": 120},
        ),
    ),
    highlights=("code", "price", "family", "active"),
    sections=(
        Section("about", "About", ("name", "code", "family", "description", "image")),
        Section("price", "Price", ("price", "unit", "active")),
        Section("more", "More", ("external_id",)),
    ),
    board="family",
    rules=(
        RuleDef(
            "price_not_negative",
            {"field": "price", "op": "lt", "value": 0},
            "A price cannot be less than zero.",
            "price",
        ),
    ),
)

DEAL_LINE = ObjectDef(
    name="deal_line",
    label="Product line",
    plural="Product lines",
    icon="list-numbers",
    module="sales",
    title="label",
    owned=False,
    fields=(
        FieldDef("deal", kind="parent", label="Deal", to="deal", required=True),
        FieldDef("product", kind="link", label="Product", to="product", indexed=True),
        FieldDef(
            "label",
            kind="text",
            label="Text",
            help="What the customer reads; the product's name unless you write your own.",
        ),
        FieldDef("quantity", kind="number", label="Quantity", default=1, required=True),
        FieldDef(
            "price",
            kind="money",
            label="Unit price",
            help="The list price unless you agreed on another.",
        ),
        FieldDef("discount", kind="percent", label="Discount", default=0),
        FieldDef("total", kind="money", label="Total", readonly=True),
    ),
    highlights=("product", "quantity", "price", "total"),
    sections=(
        Section(
            "about", "About", ("deal", "product", "label", "quantity", "price", "discount", "total")
        ),
    ),
    rules=(
        RuleDef(
            "quantity_positive",
            {"field": "quantity", "op": "le", "value": 0},
            "The quantity must be more than zero.",
            "quantity",
        ),
        RuleDef(
            "discount_in_range",
            {
                "or": [
                    {"field": "discount", "op": "lt", "value": 0},
                    {"field": "discount", "op": "gt", "value": 100},
                ]
            },
            "A discount lies between 0 and 100 %.",
            "discount",
        ),
    ),
)
