"""Who may do what with deals: mine and my people's. What belongs to a deal and has no owner follows the deal."""

from kith.kernel.schema import ObjectRights, ProfileDef

SELLING = ObjectRights("team", create=True, update="team", delete="mine", bulk=True)
LEADING = ObjectRights("team", create=True, update="team", delete="team", export=True, bulk=True)
AROUND = ObjectRights("team", create=True, update="team", delete="team")
FOLLOWING = ObjectRights("team")
CATALOGUE = ObjectRights("all")

PROFILES = (
    ProfileDef(
        "seller",
        "Seller",
        {
            "deal": SELLING,
            "product": CATALOGUE,
            "deal_line": AROUND,
            "deal_step": AROUND,
            "deal_contact": AROUND,
            "deal_stage": FOLLOWING,
        },
    ),
    ProfileDef(
        "manager",
        "Manager",
        {
            "deal": LEADING,
            "product": CATALOGUE,
            "deal_line": AROUND,
            "deal_step": AROUND,
            "deal_contact": AROUND,
            "deal_stage": FOLLOWING,
        },
    ),
)
