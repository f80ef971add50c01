"""Why a WeChat request is refused: the HTTP status it gets and the counter it is counted under."""

from __future__ import annotations


class WeChatRefused(Exception):
    """A request that does not come from the platform, or that nobody can read."""

    status = 400
    counter = "wechat_malformed"


class Unsigned(WeChatRefused):
    """The signature is missing or wrong."""

    status = 403
    counter = "wechat_unsigned"


class TooLarge(WeChatRefused):
    """The body is larger than any message of the platform."""

    status = 413
    counter = "wechat_too_large"


class Malformed(WeChatRefused):
    """The body is not what the platform sends."""
