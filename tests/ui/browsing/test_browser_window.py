"""The browser window on real pages: shown as a browser shows them, clipped as they are shown."""

from __future__ import annotations

import shutil
import ssl
import subprocess
import threading
from base64 import b64encode
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from desktop_app.ui.browsing import browser_window
from desktop_app.ui.browsing.log_in_dialog import LogInDialog
from desktop_app.ui.browsing.page_question import PageQuestion
from desktop_app.ui.browsing.sites_dialog import SitesDialog
from tests.capture.test_pdf_text import pdf
from tests.loopback_server import LoopbackServer, Reply
from tests.ui.browsing.conftest import Browsing

PAGE = "<!doctype html><html><head><title>{0}</title></head><body>{1}</body></html>"
OpenBrowsing = Callable[[], Browsing]


def account(handler: BaseHTTPRequestHandler) -> None:
    """A page that says who is logged in, and logs in who asks for it."""
    name = "reader" if "session=reader" in handler.headers.get("Cookie", "") else "stranger"
    headers = {}
    if handler.path == "/login":
        headers = {"Set-Cookie": "session=reader; Path=/; HttpOnly", "Location": "/account"}
    Reply(PAGE.format("Account", name), 302 if headers else 200, headers=headers)(handler)


@pytest.fixture
def site(loopback_server: LoopbackServer) -> LoopbackServer:
    for path in ("/account", "/login"):
        loopback_server.respond(path, account)
    return loopback_server


def test_a_page_that_a_script_builds_is_clipped_as_it_is_shown(
    browsing: Browsing, loopback_server: LoopbackServer
) -> None:
    body = """<main></main><script>
        const root = document.querySelector("main").attachShadow({mode: "open"});
        root.innerHTML = "<p>The board voted on the customs house.</p>"
            + '<img loading="lazy" data-src="/late.jpg" style="margin-top: 9000px">';
        </script>"""
    address = loopback_server.reply("/built?a=1", PAGE.format("The vote", body))
    browsing.open(address + "#top")

    raw = browsing.clip()

    html = raw.content.decode()
    assert (raw.media_type, raw.url) == ("text/html", address)
    assert '<template shadowrootmode="open"><p>The board voted' in html
    assert f'src="{loopback_server.url("/late.jpg")}"' in html
    assert "<script" not in html
    assert browsing.window.windowTitle() == "The vote – Cuttings"


def test_what_is_selected_is_clipped_alone(
    browsing: Browsing, loopback_server: LoopbackServer
) -> None:
    chosen = "The board voted on Tuesday on the customs house, for which it had waited two years."
    body = f"<p>Buy this.</p><p id=chosen>{chosen}</p>"
    browsing.open(loopback_server.reply("/page", PAGE.format("The vote", body)))
    browsing.run("getSelection().selectAllChildren(document.getElementById('chosen'))")

    html = browsing.clip().content.decode()

    assert chosen in html
    assert "<title>The vote</title>" in html
    assert "Buy this" not in html


def test_text_that_comes_while_one_scrolls_is_clipped(
    browsing: Browsing, loopback_server: LoopbackServer
) -> None:
    body = """<div style="height: 3000px">First</div><script>
        addEventListener("scroll", () => {
            const part = document.createElement("div");
            part.style.height = "3000px";
            part.textContent = "Part " + document.querySelectorAll("div").length;
            if (document.querySelectorAll("div").length < 5) document.body.append(part);
        });</script>"""
    browsing.open(loopback_server.reply("/endless", PAGE.format("Endless", body)))
    for number in range(1, 5):
        browsing.run("scrollTo(0, document.body.scrollHeight)")
        browsing.wait(lambda number=number: f"Part {number}" in browsing.text())

    assert "Part 4" in browsing.clip().content.decode()


def test_control_and_return_clip_also_from_within_a_field_of_the_page(
    browsing: Browsing, loopback_server: LoopbackServer
) -> None:
    browsing.open(loopback_server.reply("/page", PAGE.format("A form", "<input autofocus>")))
    browsing.wait(lambda: browsing.run("document.activeElement.localName") == "input")
    browsing.window.view.setFocus()

    QTest.keyClick(
        browsing.window.view.focusProxy(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )

    browsing.wait(lambda: browsing.clips)


def test_a_log_in_lasts_as_long_as_the_window(
    open_browsing: OpenBrowsing, site: LoopbackServer, sites_file: Path
) -> None:
    first = open_browsing()
    first.open(site.url("/login"))
    assert first.text() == "reader"
    first.open(site.url("/account"))
    assert first.text() == "reader"
    first.close()

    second = open_browsing()
    second.open(site.url("/account"))

    assert second.text() == "stranger"
    assert not sites_file.exists()


def test_a_log_in_is_kept_where_the_user_says_so_until_it_is_forgotten(
    open_browsing: OpenBrowsing, site: LoopbackServer, sites_file: Path
) -> None:
    first = open_browsing()
    first.open(site.url("/login"))
    first.window.row.keep_button.click()
    first.close()
    assert sites_file.stat().st_mode & 0o777 == 0o600

    second = open_browsing()
    second.open(site.url("/account"))
    assert second.text() == "reader"
    assert second.window.row.keep_button.isChecked()
    second.window.show_sites()
    dialog = second.window.findChild(SitesDialog)
    assert isinstance(dialog, SitesDialog)
    assert dialog.list.item(0).text().startswith("127.0.0.1, 1 cookie, since ")
    dialog.list.selectAll()
    dialog.forget_button.click()
    assert dialog.list.count() == 0
    dialog.close()

    second.open(site.url("/account"))
    assert second.text() == "stranger"
    assert "session" not in sites_file.read_text(encoding="utf-8")


def test_a_kept_cookie_goes_to_the_hosts_that_it_was_for_and_to_no_others(
    open_browsing: OpenBrowsing, loopback_server: LoopbackServer
) -> None:
    def say_cookies(handler: BaseHTTPRequestHandler) -> None:
        Reply(handler.headers.get("Cookie", "none"))(handler)

    www, abo = (f"http://{name}.gazette.example:{loopback_server.port}" for name in ("www", "abo"))
    loopback_server.respond("/account", say_cookies)
    script = 'document.cookie = "all=1; domain=gazette.example"; document.cookie = "one=1"'
    loopback_server.reply("/login", PAGE.format("Log in", f"<script>{script}</script>"))
    first = open_browsing()
    first.open(f"{www}/login")
    first.window.row.keep_button.click()
    first.close()

    second = open_browsing()
    second.open(f"{www}/account")
    assert sorted(second.text().split("; ")) == ["all=1", "one=1"]
    second.open(f"{abo}/account")
    assert second.text() == "all=1"


def test_a_site_that_asks_for_name_and_password_gets_what_is_typed(
    browsing: Browsing, loopback_server: LoopbackServer, answers: list[type[QDialog]]
) -> None:
    def guarded(handler: BaseHTTPRequestHandler) -> None:
        known = handler.headers.get("Authorization") == "Basic " + b64encode(b"anna:x").decode()
        asks = {"WWW-Authenticate": 'Basic realm="Readers"'}
        Reply("Welcome" if known else "no", 200 if known else 401, headers=asks)(handler)

    browsing.open(loopback_server.respond("/page", guarded))

    assert answers == [LogInDialog]
    assert browsing.text() == "Welcome"


def test_a_window_that_the_user_opens_is_shown_in_the_same(
    browsing: Browsing, loopback_server: LoopbackServer
) -> None:
    link = '<a href="/other" target="_blank">There</a>'
    browsing.open(loopback_server.reply("/page", PAGE.format("Here", link)))
    loopback_server.reply("/other", PAGE.format("There", "The other page"))
    browsing.run("document.querySelector('a').focus()")

    browsing.go(lambda: QTest.keyClick(browsing.window.view.focusProxy(), Qt.Key.Key_Return))

    assert browsing.text() == "The other page"
    browsing.go(browsing.window.row.back_button.click)
    assert browsing.window.windowTitle() == "Here – Cuttings"


def test_a_window_that_a_page_opens_by_itself_is_only_offered(
    browsing: Browsing, loopback_server: LoopbackServer
) -> None:
    body = "Here<script>open('/other')</script>"
    loopback_server.reply("/other", PAGE.format("There", "The other page"))
    browsing.open(loopback_server.reply("/page", PAGE.format("Here", body)))
    browsing.wait(lambda: "another window with 127.0.0.1" in browsing.words_said())
    assert browsing.text() == "Here"

    browsing.go(browsing.window.messages.act_button.click)

    assert browsing.text() == "The other page"


def test_a_download_is_refused_in_words(
    browsing: Browsing, loopback_server: LoopbackServer
) -> None:
    loopback_server.reply("/data.zip", b"PK\x05\x06" + bytes(18), content_type="application/zip")
    browsing.open(loopback_server.reply("/page", PAGE.format("Here", "Here")))

    browsing.run("location = '/data.zip'")

    browsing.wait(lambda: "“data.zip” wasn't" in browsing.words_said())
    assert browsing.text() == "Here"


def test_a_pdf_behind_a_log_in_can_be_clipped(browsing: Browsing, site: LoopbackServer) -> None:
    content = pdf("= The report of the harbour board")

    def report(handler: BaseHTTPRequestHandler) -> None:
        known = "session=reader" in handler.headers.get("Cookie", "")
        Reply(content if known else b"no", content_type="application/pdf")(handler)

    address = site.respond("/report.pdf", report)
    browsing.open(site.url("/login"))
    browsing.window.open(address)
    browsing.wait(lambda: "There is a PDF" in browsing.words_said())

    browsing.window.messages.act_button.click()

    browsing.wait(lambda: browsing.clips)
    [raw] = browsing.clips
    assert (raw.media_type, raw.url, raw.content) == ("application/pdf", address, content)
    assert raw.name == "report.pdf"


def test_a_page_that_alerts_without_end_and_closes_its_window_stands_there_still(
    browsing: Browsing, loopback_server: LoopbackServer
) -> None:
    body = """Here<script>
        for (let at = 0; at < 300; at += 1) alert("Number " + at);
        prompt("Your password?"); close(); print();
        </script>"""
    browsing.open(loopback_server.reply("/page", PAGE.format("Hostile", body)))

    assert browsing.window.isVisible()
    assert "127.0.0.1 says: Number 299" in browsing.words_said()
    assert "<title>Hostile</title>" in browsing.clip().content.decode()


def test_a_page_that_asks_again_and_again_is_answered_no(
    browsing: Browsing, loopback_server: LoopbackServer, answers: list[type[QDialog]]
) -> None:
    body = "<script>for (let at = 0; at < 50; at += 1) confirm('Sure?')</script>Here"

    browsing.open(loopback_server.reply("/page", PAGE.format("Hostile", body)))

    assert browsing.text() == "Here"
    assert answers == [PageQuestion] * 3


def test_a_page_gets_at_no_file_of_this_computer(
    browsing: Browsing, loopback_server: LoopbackServer, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.html"
    secret.write_text("<script>parent.postMessage('secret', '*')</script>secret", encoding="utf-8")
    body = f"""Here<iframe src="{secret.as_uri()}"></iframe><script>
        onmessage = (event) => document.body.append(event.data);
        fetch("{secret.as_uri()}").then(() => document.body.append("read"), () => 0);
        setTimeout(() => {{ location = "{secret.as_uri()}" }}, 50);
        </script>"""
    browsing.open(loopback_server.reply("/page", PAGE.format("Hostile", body)))
    browsing.wait(lambda: browsing.run("document.title") == "Hostile")
    browsing.run(f"location = '{secret.as_uri()}'")
    browsing.window.open(secret.as_uri())

    assert browsing.window.page.url().toString() == loopback_server.url("/page")
    assert browsing.text() == "Here"
    assert "Only http and https addresses" in browsing.words_said()


def test_a_page_that_wants_to_know_where_the_user_is_doesnt_get_to(
    browsing: Browsing, loopback_server: LoopbackServer
) -> None:
    body = """<script>navigator.geolocation.getCurrentPosition(
        () => document.body.append("found"), (failure) => document.body.append(failure.code));
        Notification.requestPermission().then((answer) => document.body.append(answer));</script>"""
    browsing.open(loopback_server.reply("/page", PAGE.format("Curious", body)))

    browsing.wait(lambda: "1" in browsing.text() and "denied" in browsing.text())
    assert "127.0.0.1 wants to know where you are. Refused." in browsing.words_said()


def test_a_page_of_too_many_megabytes_is_refused_in_words(
    browsing: Browsing, loopback_server: LoopbackServer
) -> None:
    body = """<p hidden></p><script>
        document.querySelector("p").textContent = "word ".repeat(6e6);</script>"""
    browsing.open(loopback_server.reply("/page", PAGE.format("Huge", body)))

    browsing.window.row.clip_button.click()

    browsing.wait(lambda: "more than 25 MB" in browsing.words_said())
    assert browsing.clips == []


def test_a_page_that_is_too_busy_to_answer_keeps_nobody_waiting(
    monkeypatch: pytest.MonkeyPatch, open_browsing: OpenBrowsing, loopback_server: LoopbackServer
) -> None:
    monkeypatch.setattr(browser_window, "ANSWER_MS", 200)
    browsing = open_browsing()
    browsing.open(loopback_server.reply("/page", PAGE.format("Busy", "Here")))
    browsing.run("setTimeout(() => { for (;;); }, 0)")

    browsing.window.row.clip_button.click()

    browsing.wait(lambda: "doesn't answer" in browsing.words_said())
    assert browsing.window.row.clip_button.isEnabled()


def test_a_site_that_doesnt_answer_is_told_and_can_be_tried_again(
    browsing: Browsing, loopback_server: LoopbackServer
) -> None:
    with LoopbackServer() as gone:
        address = gone.url("/page")
    browsing.open(address)
    problem = browsing.window.problem
    assert problem.isVisible()
    assert problem.message.text() == "127.0.0.1 couldn't be shown (connection refused)."
    assert not browsing.window.row.clip_button.isEnabled()
    browsing.window.clip()
    assert "no page to clip" in browsing.words_said()

    browsing.open(loopback_server.reply("/page", PAGE.format("There", "Here it is")))

    assert not problem.isVisible()
    assert browsing.text() == "Here it is"


@pytest.fixture
def ill_kept_site(tmp_path: Path) -> Iterator[str]:
    """The address of a site whose certificate nobody vouches for."""
    if shutil.which("openssl") is None:
        pytest.skip("no openssl to make a certificate with")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    make = f"req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -keyout {key}"
    command = ["openssl", *make.split(), "-out", str(certificate)]
    subprocess.run(command, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield f"https://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_site_whose_certificate_isnt_right_isnt_opened(
    browsing: Browsing, ill_kept_site: str
) -> None:
    browsing.open(ill_kept_site)

    problem = browsing.window.problem
    assert problem.isVisible()
    assert problem.message.text().startswith("There is no secure connection to 127.0.0.1: ")


def test_words_are_found_on_the_page(browsing: Browsing, loopback_server: LoopbackServer) -> None:
    browsing.open(loopback_server.reply("/page", PAGE.format("A page", "tea, coffee, tea")))
    bar = browsing.window.find_bar
    bar.open_bar()

    QTest.keyClicks(bar.field, "tea")

    browsing.wait(lambda: bar.count.text() == "1 of 2")
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    browsing.wait(lambda: bar.count.text() == "2 of 2")
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert QApplication.focusWidget() is not bar.field


def test_the_user_agent_says_what_it_is(
    browsing: Browsing, loopback_server: LoopbackServer
) -> None:
    browsing.open(loopback_server.reply("/page", PAGE.format("A page", "Here")))

    assert "QtWebEngine/" in loopback_server.requests[0][1]["User-Agent"]
