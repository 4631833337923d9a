"""Two drafts of one text compared: by provision, by meaning, and by who moved."""
