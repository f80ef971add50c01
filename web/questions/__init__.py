"""The interface for questions: one question in, its answer with the clauses it rests on out."""
