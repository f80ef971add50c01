"""`ruxue evaluate`: how well the topics of messages are understood."""
