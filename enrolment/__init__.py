"""The heart: rules and verbs of enrolment, free of IO and frameworks."""
