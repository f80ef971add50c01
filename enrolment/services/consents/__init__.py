"""Consent: what to ask it for, recording it, showing it, taking it back."""
