from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboards import create_app
from dashboards.guard import Access, access, headers, origin, refused
from timeline.errors import InputError
from timeline.table.frame import to_frame

CLIENT = create_app(to_frame([], {})).server.test_client()
ASK = "/_dash-update-component"


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8050", "[::1]:8050", "LOCALHOST:1"])
def test_the_machine_itself_is_answered(host: str) -> None:
    assert CLIENT.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    ["rebound.example", "rebound.example:8050", "127.0.0.1.rebound.example", "192.0.2.7", "[", "localhost@x.example"],
)
@pytest.mark.parametrize("path", ["/", "/_dash-layout", "/assets/page.css"])
def test_another_name_that_leads_here_is_refused_in_one_line(host: str, path: str) -> None:
    answer = CLIENT.get(path, headers={"Host": host})
    assert answer.status_code == 403
    (line,) = answer.get_data(as_text=True).splitlines()
    assert "expected localhost or 127.0.0.1" in line
    assert answer.mimetype == "text/plain"


@pytest.mark.parametrize(
    "asking", ["https://example.org", "http://localhost:9", "null", "http://localhost.example.org"]
)
def test_another_page_cannot_ask_for_anything(asking: str) -> None:
    answer = CLIENT.post(ASK, json={}, headers={"Host": "localhost:8050", "Origin": asking})
    assert answer.status_code == 403
    assert answer.get_data(as_text=True).startswith(f"tieline: a request from {asking} is refused: expected")


def test_the_page_itself_may_ask() -> None:
    asked = {"Host": "localhost:8050", "Origin": "http://localhost:8050"}
    assert refused("POST", asked["Host"], asked["Origin"], Access()) == ""
    assert CLIENT.post(ASK, json={}, headers=asked).status_code != 403


def test_every_answer_carries_the_policy() -> None:
    for path in ("/", "/assets/page.js", "/nowhere"):
        with CLIENT.get(path) as answer:
            sent = answer.headers
        policy = dict(rule.split(" ", 1) for rule in sent["Content-Security-Policy"].split("; "))
        assert policy["default-src"] == "'self'"
        assert policy["script-src"].startswith("'self' 'sha256-")
        assert "unsafe" not in policy["script-src"]
        assert policy["img-src"] == "'self' data: blob:"
        assert policy["frame-ancestors"] == "'self'"
        assert policy["object-src"] == policy["base-uri"] == "'none'"
        assert sent["X-Content-Type-Options"] == "nosniff"
        assert sent["Referrer-Policy"] == "same-origin"


def test_a_site_that_may_embed_is_named_in_the_policy() -> None:
    allowed = access("127.0.0.1", ["https://example.org/", "http://localhost:9000"])
    assert (
        "frame-ancestors 'self' https://example.org http://localhost:9000;"
        in headers([], allowed.embedders)["Content-Security-Policy"]
    )


@pytest.mark.parametrize(
    "text", ["", "*", "example.org", "https://", "javascript:x", "https://a.example/path", "http://[", "https://*.x"]
)
def test_what_is_no_origin_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="--allow-embed"):
        origin(text)


@given(st.text())
def test_no_origin_slips_a_rule_into_the_policy(text: str) -> None:
    try:
        found = origin(text)
    except InputError:
        return
    assert not set(" ;,'\"\n\r") & set(found)


@given(st.text())
def test_only_a_name_that_was_given_is_served(host: str) -> None:
    assert not Access().serves(f"{host}.example")


def test_a_page_on_all_addresses_is_served_under_any_of_them() -> None:
    everywhere = access("0.0.0.0")
    assert everywhere.serves("192.0.2.7:8050")
    assert not everywhere.serves("rebound.example")
