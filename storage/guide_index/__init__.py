"""The guides' articles, found by the words of a question: a full-text index over signs and their pairs."""

from storage.guide_index.index import GuideIndexes

__all__ = ["GuideIndexes"]
