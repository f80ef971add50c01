"""The command line ruxue."""
