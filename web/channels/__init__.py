"""The roads guardians write on: the web chat and WeChat."""
