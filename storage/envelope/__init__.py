"""Envelope encryption: values are sealed with data keys, data keys are wrapped by key-encryption keys."""

from storage.envelope.ciphers import CipherName
from storage.envelope.ring import DataKey, DataKeys, KeyRing

__all__ = ["CipherName", "DataKey", "DataKeys", "KeyRing"]
