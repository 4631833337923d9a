"""Statements: what a speaker does by saying it, how firmly, under which conditions, on which issues."""
