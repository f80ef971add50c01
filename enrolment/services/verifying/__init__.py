"""The parts of a verification: the questions, the asking, the settling, the words afterwards."""
