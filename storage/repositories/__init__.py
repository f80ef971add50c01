"""The repositories of `enrolment.ports`, over one session each."""
