"""Spoil a plan's rules one place at a time, and look whether one of its families notices."""
