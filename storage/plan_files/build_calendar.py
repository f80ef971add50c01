"""Build the plan's days."""

from __future__ import annotations

from enrolment.model.plan import AgeRule, Calendar, FilingChannel, Stage, StageWindows, Window
from storage.plan_files.errors import Mistake
from storage.plan_files.schema import CalendarPart, ChannelWindowsPart, PlanPart, StageWindowsPart, WindowPart


def build_calendar(part: CalendarPart) -> Calendar:
    """Build the calendar; raise Mistake when it has no stage."""
    if not part.windows:
        raise Mistake("calendar.windows", "write the filing days of primary or junior, or of both")
    return Calendar(
        published_on=part.published_on,
        reference_date=part.reference_date,
        first_day_counts=part.months == "first_day_counts",
        windows={stage: _stage(each) for stage, each in part.windows.items()},
        review=_window(part.review),
        results_by=part.results_by,
        finished_by=part.finished_by,
        term_starts=part.term_starts,
    )


def build_ages(plan: PlanPart) -> dict[Stage, AgeRule]:
    """Build the age rules; raise Mistake unless they are for the stages that have windows."""
    windows, ages = plan.calendar.windows, plan.ages
    for stage in Stage:
        if (stage in windows) != (stage in ages):
            missing = "ages" if stage in windows else "calendar.windows"
            raise Mistake(missing, f"{stage} is missing; a stage has both windows and an age rule")
    return {stage: AgeRule(each.years, each.cutoff, each.clause) for stage, each in ages.items()}


def _stage(part: StageWindowsPart) -> StageWindows:
    own = {key: _channels(each) for key, each in part.by_category.items()}
    return StageWindows(_window(part.online), _window(part.onsite) if part.onsite else None, own)


def _channels(part: ChannelWindowsPart) -> dict[FilingChannel, Window]:
    windows = {FilingChannel.ONLINE: part.online, FilingChannel.ONSITE: part.onsite}
    return {channel: _window(each) for channel, each in windows.items() if each is not None}


def _window(part: WindowPart) -> Window:
    return Window(part.opens, part.closes, part.clause)
