"""`POST /api/v1/questions`: an answer with the clauses it rests on, or a plain sentence why there is none."""

from __future__ import annotations

from typing import Final

import structlog
from fastapi import APIRouter, HTTPException, Request, Response

from web.channels.bodies import read_capped
from web.channels.replies import json_response
from web.deps import DepsDep
from web.questions.examples import ANSWER, QUESTION, REFUSED_OFTEN
from web.questions.limit import TooOften
from web.questions.refusals import REFUSED, TOO_OFTEN, refusal, worded
from web.questions.shapes import AnswerView, QuestionBody, view

LARGEST_BODY: Final = 262_144

log = structlog.get_logger()
router = APIRouter(tags=["questions"])


@router.post(
    "/api/v1/questions",
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {
                "application/json": {"schema": QuestionBody.model_json_schema(), "example": QUESTION}
            },
        }
    },
    responses={
        200: {"model": AnswerView, "content": {"application/json": {"example": ANSWER}}},
        429: REFUSED_OFTEN,
    },
)
async def take_question(request: Request, deps: DepsDep) -> Response:
    """Answer a question by an authority's plan, each answer with its clauses, year and version.

    `status` is `answered`; `need_info` when the family's own case needs the facts in `missing`; `clarify`
    with the nearest topics in `choices`; `handoff` when a person has to answer; `out_of_scope`. Several
    questions in one message are answered in order. Nothing of a question is kept. Each address may ask so
    many questions a minute (RUXUE_QUESTIONS_A_MINUTE); above that the answer is 429, and `Retry-After` says
    how many seconds to wait.
    """
    if deps.questions is None:
        raise HTTPException(404)
    try:
        deps.questions.limit.count(request.client.host if request.client else None)
    except TooOften as often:
        log.info("question_refused", error=type(often).__name__)
        refused = json_response({"error": TOO_OFTEN.format(seconds=often.seconds)}, 429)
        refused.headers["retry-after"] = str(often.seconds)
        return refused
    try:
        body = QuestionBody.model_validate_json(await read_capped(request, LARGEST_BODY))
        text = worded(body.text)
        answers = await deps.questions.ask(body.authority, body.year, text, body.facts or {})
    except REFUSED as error:
        sentence, status = refusal(error)
        log.info("question_refused", error=type(error).__name__)
        return json_response({"error": sentence}, status)
    return json_response(view(answers).model_dump(mode="json"))
