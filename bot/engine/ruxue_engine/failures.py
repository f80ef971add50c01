"""The ways a turn can fail, each with the word the channel answers it with.

They derive from BaseException because Rasa's processor catches every Exception, logs it and goes on with
half a turn (measured: with the action server down the parent gets an empty answer and the step is lost).
"""


class TurnAborted(BaseException):
    """Ends a turn before anything of it is saved, so that the same message key can be sent again."""

    error = "engine_failed"
    status = 500


class EngineFailed(TurnAborted):
    """Raised when the engine itself cannot finish a turn."""


class ActionsUnavailable(TurnAborted):
    """Raised when the action server is down, late, or answers something other than an action's result."""

    error = "actions_unavailable"
    status = 503


class StoreUnavailable(TurnAborted):
    """Raised when a conversation cannot be read or saved."""

    error = "store_unavailable"
    status = 503
