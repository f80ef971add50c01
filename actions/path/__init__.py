"""The path of an enrolment: which step comes next, and the steps that ask nothing."""
