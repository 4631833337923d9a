"""Measures: what one actor grants, withholds, suspends or resumes towards another, and under which conditions."""
