"""A link to the record that this one is a part of: gone with it, back with it."""

from kith.kernel.fields.kinds.link import Link


class Parent(Link):
    """A link whose target takes this record along to the bin."""

    kind = "parent"


KIND = Parent()
