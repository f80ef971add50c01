"""The departments' records, asked for through the government data exchange."""

from integrations.departments.adapter import DATA_ITEMS, ExchangeDepartments
from integrations.departments.exchange import Exchange, ExchangeConfig
from integrations.departments.national_signer import NationalSigner
from integrations.departments.signers import Signer

__all__ = [
    "DATA_ITEMS",
    "Exchange",
    "ExchangeConfig",
    "ExchangeDepartments",
    "NationalSigner",
    "Signer",
]
