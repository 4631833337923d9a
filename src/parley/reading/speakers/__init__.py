"""Whom the words that name a speaker mean, in the paper and among the actors of the process."""
