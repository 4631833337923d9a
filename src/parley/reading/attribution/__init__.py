"""Who says what: the words that name a speaker, the words that tell of saying, and what is said."""
