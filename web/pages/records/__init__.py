"""Where a guardian corrects what a record is looked up by, and has it looked up again."""
