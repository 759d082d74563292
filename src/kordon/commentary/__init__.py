"""The week in words: a draft for each area in every language of a reader, and the check of its numbers."""
