"""An office's own lists of questions, in the kinds of file offices keep them in."""
