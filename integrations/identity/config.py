"""Where the unified identity service is and what it calls its fields; provinces differ in both."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class UserInfoFields:
    """The fields of the user info answer.

    `virtual` is None where a service has no such flag. `child_relations` are the relations of the
    family list that mean a child.
    """

    name: str = "name"
    id_number: str = "id_number"
    verified: str = "real_name_verified"
    virtual: str | None = "virtual"
    family: str = "family"
    member_name: str = "name"
    member_id_number: str = "id_number"
    member_relation: str = "relation"
    child_relations: frozenset[str] = frozenset({"子", "女", "儿子", "女儿", "子女"})


@dataclass(frozen=True, slots=True)
class OAuth2Config:
    """Endpoints, the client's own credentials, and bounds.

    `authorize_url` and `redirect_uri` are opened by the guardian's browser, `token_url` and
    `userinfo_url` by this machine. `timeout` bounds a whole sign-in in seconds.
    """

    authorize_url: str
    token_url: str
    userinfo_url: str
    redirect_uri: str
    client_id: str
    client_secret: str = field(repr=False)
    scope: str = "identity family"
    timeout: float = 5.0
    largest_answer: int = 200_000
    fields: UserInfoFields = field(default_factory=UserInfoFields)

    @classmethod
    def at(cls, base_url: str, *, redirect_uri: str, client_id: str, client_secret: str) -> OAuth2Config:
        """A service that has its endpoints side by side, as the sandbox does."""
        base = base_url.rstrip("/")
        return cls(
            authorize_url=f"{base}/authorize",
            token_url=f"{base}/token",
            userinfo_url=f"{base}/userinfo",
            redirect_uri=redirect_uri,
            client_id=client_id,
            client_secret=client_secret,
        )
