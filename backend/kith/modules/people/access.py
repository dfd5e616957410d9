"""Who may do what with accounts and contacts. The address book belongs to the team; whose record it is decides."""

from kith.kernel.schema import ObjectRights, ProfileDef

EVERYTHING = ObjectRights("all", create=True, update="all", delete="all", export=True, bulk=True)
READING = ObjectRights("all")
SELLING = ObjectRights("all", create=True, update="team", delete="mine", bulk=True)
LEADING = ObjectRights("all", create=True, update="team", delete="team", export=True, bulk=True)
TYING = ObjectRights("all", create=True, update="all", delete="all")
OF_OUR_OWN = ObjectRights("team", create=True, update="team", delete="mine", bulk=True)
LEADING_OUR_OWN = ObjectRights(
    "team", create=True, update="team", delete="team", export=True, bulk=True
)
"""Objects that an admin makes are for everybody's work at once, until a profile says otherwise."""

PROFILES = (
    ProfileDef(
        "seller",
        "Seller",
        {
            "account": SELLING,
            "contact": SELLING,
            "relation": TYING,
            "acquaintance": TYING,
            "account_member": TYING,
        },
        others=OF_OUR_OWN,
    ),
    ProfileDef(
        "manager",
        "Manager",
        {
            "account": LEADING,
            "contact": LEADING,
            "relation": TYING,
            "acquaintance": TYING,
            "account_member": TYING,
        },
        others=LEADING_OUR_OWN,
    ),
    ProfileDef("admin", "Administrator", others=EVERYTHING, admin=True),
    ProfileDef("viewer", "Viewer", others=READING),
)
