"""Events: what happened, is planned, may be or is denied, with PLOVER roots and CAMEO codes."""
