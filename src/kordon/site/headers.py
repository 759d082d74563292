"""What a server should say with every page: nothing runs, nothing is fetched from elsewhere, nothing is told on.

Every page carries its own policy as a ``<meta>``; these headers say the same where a publisher controls the
server, and what only a header can say. Their policy is that of the loosest page: a page's own narrows it.
"""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

HERE = Path(__file__).parent


def _style() -> str:
    """The page for an address that is not there carries the style sheet in it, and is allowed to by its hash."""
    style = (HERE / "style.css").read_bytes().decode("utf-8").encode()
    return f"sha256-{base64.b64encode(hashlib.sha256(style).digest()).decode()}"


POLICY = {
    "default-src": "'none'",
    "style-src": f"'self' '{_style()}'",
    "img-src": "'self' data:",
    "script-src": "'self'",  # for a page of ours that searches; all others forbid scripts in their own policy
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
}
OFF = (
    "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "encrypted-media", "fullscreen",
    "geolocation", "gyroscope", "magnetometer", "microphone", "midi", "payment", "picture-in-picture",
    "publickey-credentials-get", "screen-wake-lock", "usb", "web-share", "xr-spatial-tracking",
)  # fmt: skip
HEADERS = {
    "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in POLICY.items()),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in OFF),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def headers_file() -> bytes:
    """The ``_headers`` file that Netlify, Cloudflare Pages and others like them read."""
    return ("/*\n" + "".join(f"  {name}: {value}\n" for name, value in HEADERS.items())).encode()


def nginx() -> str:
    """A snippet for nginx: ``include`` it in the ``server`` that serves the site."""
    told = "".join(f'add_header {name} "{value}" always;\n' for name, value in HEADERS.items())
    return (
        "# Headers for a site that Kordon exported; include this file in the server block. No cookies, no log of\n"
        "# who read what, nothing but the files. A mirror's name and certificates stand beside this, not here.\n"
        f"{told}"
        "access_log off;\n"
        "server_tokens off;\n"
        "charset utf-8;\n"
        "charset_types text/css text/plain application/json application/xml image/svg+xml;\n"
        "etag on;\n"
        "location ~ /\\. { return 404; }\n"
        "location = /_headers { return 404; }\n"
    )
