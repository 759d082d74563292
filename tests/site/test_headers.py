"""Headers for servers: as strict as every page's own policy, and the files that tell them."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from kordon.site.headers import HEADERS, POLICY, headers_file, nginx

DEPLOY = Path(__file__).parents[2] / "deploy"


def test_the_snippet_for_nginx_is_the_one_that_is_made() -> None:
    """After a change: python -c 'from kordon.site.headers import nginx; print(nginx(), end="")'."""
    assert (DEPLOY / "nginx-site.conf").read_text("utf-8") == nginx()


def test_every_page_allows_no_more_than_the_headers(site: Path) -> None:
    for path in site.rglob("*.html"):
        found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', path.read_text("utf-8"))
        assert found, path
        policy = dict(part.split(" ", 1) for part in unescape(found[1]).split("; "))
        assert policy["default-src"] == "'none'"
        for name, value in policy.items():
            allowed = set(POLICY.get(name, POLICY["default-src"]).split())
            assert value == "'none'" or set(value.split()) <= allowed, f"{path}: {name} {value}"


def test_what_only_a_header_can_say_is_said() -> None:
    assert POLICY["frame-ancestors"] == "'none'"
    assert HEADERS["Referrer-Policy"] == "no-referrer"
    assert HEADERS["X-Content-Type-Options"] == "nosniff"
    assert "geolocation=()" in HEADERS["Permissions-Policy"]
    assert "unsafe" not in str(HEADERS)
    assert "cookie" not in str(HEADERS).lower()


def test_the_file_for_static_hosts_stands_in_the_site_for_every_path(site: Path) -> None:
    content = (site / "_headers").read_bytes()
    assert content == headers_file()
    assert content.startswith(b"/*\n  Content-Security-Policy: default-src 'none'")


def test_the_page_for_what_a_copy_leaves_out_stands_alone(site: Path) -> None:
    """It is put at any depth, so it leads nowhere, and its few lines of style are allowed by their hash."""
    import base64
    import hashlib

    for lang in ("en", "be", "ru"):
        text = (site / "copies" / f"{lang}.stub").read_text("utf-8")
        assert f'<html lang="{lang}">' in text
        assert re.findall(r'(?:href|src)="([^"]*)"', text) == ["data:,"]
        style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
        assert style
        told = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
        assert f"style-src 'sha256-{told}'" in text
