"""The envelope around every answer of the exchange: a code, a message, the data, and of when the data are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import orjson

from integrations.departments.errors import AnswerMalformed, AnswerUntimely, ExchangeRefused

_DAY = 86_400.0


@dataclass(frozen=True, slots=True)
class Envelope:
    """What this exchange calls the parts of its envelope, and which codes mean success.

    `updated` holds the milliseconds at which the department's data were taken; an exchange may leave it out,
    but data older than `oldest_seconds` are not used. The message is left alone: vendors write the ID number
    asked about into it.
    """

    code: str = "code"
    data: str = "data"
    updated: str = "updated"
    success: tuple[str, ...] = ("0",)
    oldest_seconds: float = _DAY
    skew_seconds: float = 90

    def open(self, body: bytes, now: datetime) -> object:
        """Take the data out.

        Raises ExchangeRefused for a code other than success, AnswerMalformed, AnswerUntimely.
        """
        try:
            answer = orjson.loads(body)
        except orjson.JSONDecodeError:
            # the decoder's error carries the whole document
            raise AnswerMalformed("the answer is not JSON") from None
        if not isinstance(answer, dict):
            raise AnswerMalformed("the answer has no envelope")
        code = answer.get(self.code)
        if isinstance(code, int) and not isinstance(code, bool):
            code = str(code)
        if not isinstance(code, str):
            raise AnswerMalformed("the envelope has no code")
        if code not in self.success:
            raise ExchangeRefused(code)
        if self.data not in answer:
            raise AnswerMalformed("the envelope has no data")
        self._refuse_stale(answer.get(self.updated), now)
        data: object = answer[self.data]
        return data

    def _refuse_stale(self, updated: object, now: datetime) -> None:
        if updated is None:
            return
        if not isinstance(updated, int) or isinstance(updated, bool):
            raise AnswerMalformed("the envelope does not say in milliseconds of when its data are")
        age = now.timestamp() - updated / 1000
        if age > self.oldest_seconds:
            raise AnswerUntimely("the department's data are too old")
        if age < -self.skew_seconds:
            raise AnswerUntimely("the department's data are from the future: a clock is wrong")
