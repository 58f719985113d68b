"""The content-security policy: one list for the pages and for the headers file."""

DIRECTIVES = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
)
META_POLICY = "; ".join(DIRECTIVES)
# In a meta tag frame-ancestors is a console error, so only the header has it.
HEADER_POLICY = "; ".join((*DIRECTIVES, "frame-ancestors 'none'"))
