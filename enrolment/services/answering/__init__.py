"""Answering a message: one verb, and its parts."""

from enrolment.services.answering.answer_message import Asked, answer_message

__all__ = ["Asked", "answer_message"]
