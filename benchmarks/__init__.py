"""What `make bench` runs: one conversation against this project and against a stock Rasa."""
