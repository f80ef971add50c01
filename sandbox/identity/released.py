"""What the identity service releases about a signed-in guardian."""

import hashlib
from typing import Any

from sandbox.families import Family, Sex

IDENTITY = "identity"
FAMILY = "family"
SCOPES = frozenset({IDENTITY, FAMILY})


def user_info(family: Family, scope: frozenset[str]) -> dict[str, Any]:
    """Describe the guardian who signs in for a family, with the children when the scope covers them."""
    guardian = family.signs_in
    digest = hashlib.sha256(guardian.id_number.encode()).hexdigest()
    info: dict[str, Any] = {
        "sub": f"axd-{digest[:24]}",
        "name": guardian.name,
        "id_number": guardian.id_number,
        "phone": family.phone,
        "real_name_verified": True,
        "virtual": False,
    }
    if FAMILY in scope:
        info["family"] = [
            {
                "name": child.name,
                "id_number": child.id_number,
                "relation": "子" if child.sex is Sex.MALE else "女",
            }
            for child in family.children
        ]
    return info
