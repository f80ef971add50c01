"""The examples of the documentation: a question with one fact, its answer, and what is said to too many."""

from __future__ import annotations

from typing import Any, Final

QUESTION: Final[dict[str, Any]] = {
    "authority": "370602",
    "year": None,
    "text": "我的居住证办了五个月，够不够？",
    "facts": {"hukou": "elsewhere"},
}
_CITED: Final[list[dict[str, Any]]] = [
    {
        "clause": "芝罘2027-3.9",
        "title": "随迁子女",
        "source": "省报名入学规则 三",
        "version": "2027-演示-2",
    }
]
_SAID: Final = (
    "照您说的（居住证办理的日子），算到2027年8月31日至少满7个月；居住证要满6个月：够了。\n"
    "依据：芝罘2027-3.9（随迁子女）。〔芝罘区2027年招生方案，版本2027-演示-2，演示数据〕"
)
ANSWER: Final[dict[str, Any]] = {
    "status": "answered",
    "topic": "social_insurance_residence_permit",
    "answer": _SAID,
    "citations": _CITED,
    "missing": [],
    "choices": [],
    "as_of": {"authority": "370602", "year": 2027, "version": "2027-演示-2"},
    "parts": [
        {
            "status": "answered",
            "topic": "social_insurance_residence_permit",
            "answer": _SAID,
            "citations": _CITED,
        }
    ],
}
REFUSED_OFTEN: Final[dict[str, Any]] = {
    "description": "This address asked more than it may in a minute; nothing was read.",
    "headers": {
        "Retry-After": {"description": "seconds to wait", "schema": {"type": "integer", "minimum": 1}}
    },
    "content": {"application/json": {"example": {"error": "您这边问得太密了，请过3秒再问。"}}},
}
