"""The departments' records, asked for through the government data exchange."""

from integrations.departments.adapter import ExchangeDepartments
from integrations.departments.answer_seal import AnswerSeal
from integrations.departments.connecting import ExchangeAccess, connect
from integrations.departments.exchange import Exchange, ExchangeConfig
from integrations.departments.items import DATA_ITEMS
from integrations.departments.payload import Sm4Payload
from integrations.departments.signing import NationalSigner, ProvincialSigner, Scheme, Signer, signer_for

__all__ = [
    "DATA_ITEMS",
    "AnswerSeal",
    "Exchange",
    "ExchangeAccess",
    "ExchangeConfig",
    "ExchangeDepartments",
    "NationalSigner",
    "ProvincialSigner",
    "Scheme",
    "Signer",
    "Sm4Payload",
    "connect",
    "signer_for",
]
