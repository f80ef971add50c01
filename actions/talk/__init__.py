"""Talk beside the path: greetings, questions in between, and words for what was not understood."""
