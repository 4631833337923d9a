"""One thing told by several papers: events, meetings and measures compared, and proposed as one."""
