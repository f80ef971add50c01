"""The unified identity service ("爱山东" stand-in): OAuth2 code flow with a sign-in page."""
