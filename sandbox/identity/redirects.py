"""Decides where a sign-in may return to."""

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_LOOPBACK = {"localhost", "127.0.0.1", "::1"}


def may_return_to(redirect_uri: str, prefixes: tuple[str, ...]) -> bool:
    """Whether an address is on a loopback host or under one of the allowed prefixes."""
    # Browsers read a backslash as a slash, which moves the host.
    if "\\" in redirect_uri or not redirect_uri.isprintable():
        return False
    try:
        target = urlsplit(redirect_uri)
    except ValueError:
        return False
    if target.scheme not in {"http", "https"} or target.username is not None or target.fragment:
        return False
    if target.hostname in _LOOPBACK:
        return True
    for prefix in prefixes:
        allowed = urlsplit(prefix)
        same_host = (target.scheme, target.netloc) == (allowed.scheme, allowed.netloc)
        if same_host and target.path.startswith(allowed.path):
            return True
    return False


def return_address(redirect_uri: str, **answer: str) -> str:
    """Add an answer to the query of the address to return to."""
    target = urlsplit(redirect_uri)
    query = [*parse_qsl(target.query, keep_blank_values=True), *answer.items()]
    return urlunsplit(target._replace(query=urlencode(query)))
