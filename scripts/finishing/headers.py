"""The headers file: what a host should send with each answer (`_headers` of several hosts)."""

from finishing.policy import HEADER_POLICY

# Nothing on the site uses any of these.
_FEATURES_OFF = (
    "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture",
    "encrypted-media", "geolocation", "gyroscope", "magnetometer", "microphone", "midi",
    "payment", "picture-in-picture", "screen-wake-lock", "usb", "xr-spatial-tracking",
)  # fmt: skip
PAGE_HEADERS = {
    "Content-Security-Policy": HEADER_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _FEATURES_OFF),
    # A visit here is private.
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
# A changed file has another name.
ASSET_HEADERS = {"Cache-Control": "public, max-age=31536000, immutable"}
# The data is for everyone's programs.
API_HEADERS = {"Access-Control-Allow-Origin": "*"}
# Not for all of api/: its description is a page.
JSON_HEADERS = {"Content-Type": "application/json; charset=utf-8"}


def headers_text(prefix: str) -> str:
    """The text of `_headers` for a site whose path begins with prefix ("/" at both ends)."""
    blocks = {"*": PAGE_HEADERS, "assets/*": ASSET_HEADERS, "api/*": API_HEADERS, "api/*.json": JSON_HEADERS}
    return "\n".join(
        f"{prefix}{place}\n" + "".join(f"  {name}: {text}\n" for name, text in headers.items())
        for place, headers in blocks.items()
    )
