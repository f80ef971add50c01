"""The unified identity service: who the guardian is, and the children of the household."""

from integrations.identity.config import OAuth2Config, UserInfoFields
from integrations.identity.provider import OAuth2IdentityProvider

__all__ = ["OAuth2Config", "OAuth2IdentityProvider", "UserInfoFields"]
