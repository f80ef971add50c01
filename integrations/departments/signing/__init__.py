"""The signature schemes of exchanges, chosen by their name in the settings."""

from __future__ import annotations

from enum import StrEnum

from enrolment.ports import Clock
from integrations.departments.signing.national import NationalSigner
from integrations.departments.signing.provincial import ProvincialHeaders, ProvincialSigner
from integrations.departments.signing.signer import Call, Send, Signature, Signer


class Scheme(StrEnum):
    """The ways an exchange may want calls signed."""

    NATIONAL = "national-hmac-sha256"
    PROVINCIAL = "provincial-hmac-sha256"
    SM3 = "hmac-sm3"


def signer_for(
    scheme: Scheme, *, requester: str, key: str, wall_clock: Clock, headers: ProvincialHeaders | None = None
) -> Signer:
    """The signer of a scheme.

    `requester` is the national scheme's sid or the provincial access key, `key` the app key or secret key;
    `headers` names what a province calls its headers.
    """
    match scheme:
        case Scheme.NATIONAL:
            return NationalSigner(sid=requester, app_key=key, wall_clock=wall_clock)
        case Scheme.PROVINCIAL:
            algorithm = "hmac-sha256"
        case Scheme.SM3:
            algorithm = "hmac-sm3"
    return ProvincialSigner(
        access_key=requester, secret_key=key, wall_clock=wall_clock, algorithm=algorithm, headers=headers
    )


__all__ = [
    "Call",
    "NationalSigner",
    "ProvincialHeaders",
    "ProvincialSigner",
    "Scheme",
    "Send",
    "Signature",
    "Signer",
    "signer_for",
]
