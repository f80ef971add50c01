"""The public process: channel webhooks, guardians' pages, health."""
