"""Dialogue steps: each turns slots into a call on enrolment, nothing else."""
