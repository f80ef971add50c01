"""Pure rules and state of enrolment: standard library only."""
