"""What an office writes itself: articles beside the plan's guide, and the questions nobody answered yet."""
