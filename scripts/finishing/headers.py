"""The headers file: what a host should send with each answer (`_headers` of several hosts)."""

from collections.abc import Iterable

from engine.policy import HEADER_POLICY

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
# Kept by whoever likes, but never shown before the host was asked whether it is still the same.
FRESH_HEADERS = {"Cache-Control": "no-cache"}
# The data is for everyone's programs.
API_HEADERS = {"Access-Control-Allow-Origin": "*", **FRESH_HEADERS}
# Not for all of api/: its description is a page.
JSON_HEADERS = {"Content-Type": "application/json; charset=utf-8"}
FEED_HEADERS = {**FRESH_HEADERS, "Content-Type": "application/atom+xml; charset=utf-8"}
_FRESH_FILES = ("", "index.html", "404.html", "licences.txt", "sitemap.xml")


def headers_text(prefix: str, languages: Iterable[str]) -> str:
    """The text of `_headers` for a site whose path begins with prefix ("/" at both ends).

    languages: the codes it is built in. Hosts join a header that two rules give, so no two rules give one for a file.
    """
    fresh = dict.fromkeys([*_FRESH_FILES, *(f"{code}/*" for code in languages)], FRESH_HEADERS)
    blocks = {
        "*": PAGE_HEADERS,
        "assets/*": ASSET_HEADERS,
        "api/*": API_HEADERS,
        "api/*.json": JSON_HEADERS,
        "feeds/*": FEED_HEADERS,
        **fresh,
    }
    return "\n".join(
        f"{prefix}{place}\n" + "".join(f"  {name}: {text}\n" for name, text in headers.items())
        for place, headers in blocks.items()
    )
