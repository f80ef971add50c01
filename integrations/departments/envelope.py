"""The envelope around every answer of the exchange: a code, a message, the data."""

from __future__ import annotations

from dataclasses import dataclass

import orjson

from integrations.departments.errors import AnswerMalformed, ExchangeRefused


@dataclass(frozen=True, slots=True)
class Envelope:
    """What this exchange calls the parts of its envelope, and which codes mean success.

    The message is left alone: vendors write the ID number asked about into it.
    """

    code: str = "code"
    data: str = "data"
    success: tuple[str, ...] = ("0",)

    def open(self, body: bytes) -> object:
        """Take the data out; raise ExchangeRefused for a code other than success, AnswerMalformed."""
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
        data: object = answer[self.data]
        return data
