"""Who may do what with activities: what I did is mine; what my people did I may read and help with."""

from kith.kernel.schema import ObjectRights, ProfileDef

OURS = ObjectRights("team", create=True, update="team", delete="mine", bulk=True)
LEADING = ObjectRights("team", create=True, update="team", delete="team", export=True, bulk=True)
KINDS = ("task", "event", "call", "note")

PROFILES = (
    ProfileDef("seller", "Seller", dict.fromkeys(KINDS, OURS)),
    ProfileDef("manager", "Manager", dict.fromkeys(KINDS, LEADING)),
)
