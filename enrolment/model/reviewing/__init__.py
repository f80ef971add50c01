"""What is wrong with a plan that can be read: reviewed before it is published."""

from enrolment.model.reviewing.findings import Code, Finding, Severity
from enrolment.model.reviewing.review import review

__all__ = ["Code", "Finding", "Severity", "review"]
