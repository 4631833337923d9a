"""What the commands print with ``--json``: one shape for each verb, published as JSON Schema.

``parley schema NAME`` prints the schema of the output called NAME in :data:`OUTPUTS`.
"""
