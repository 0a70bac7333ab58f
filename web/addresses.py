"""Our own addresses that are no pages. `web.routes` says what each does."""

OURS = ("/healthz", "/leave", "/alive", "/shared")
DOWNLOADS = "/download/"
"""What was offered stands below it."""
