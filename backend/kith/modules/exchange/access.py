"""Who may bring files in: whoever may create records; each sees the own imports, an admin all."""

from kith.kernel.schema import ObjectRights, ProfileDef

OWN = ObjectRights("mine", create=True, update="mine", delete="mine")

PROFILES = (
    ProfileDef("seller", "Seller", {"import_run": OWN}),
    ProfileDef("manager", "Manager", {"import_run": OWN}),
)
