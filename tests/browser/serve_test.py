"""`catalog serve`, driven as an author would: serve_test.py CATALOG SOURCE.
The pages over HTTP; reloading and the overlay in headless Chromium, where there
is one."""

import http.client
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import urllib.parse

import chromium

PROGRAM = sys.argv.pop(1)
SOURCE = pathlib.Path(sys.argv.pop(1))
PATIENCE = 60  # seconds; a loaded machine is slow

CATALOG = """\
catalog:
  id: {id}
  title: {title}
  version: "1"
  date: 2026-01-15
  extends: {base}
"""


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def until(holds):
    """Waits for something to hold, and gives it."""
    end = time.monotonic() + PATIENCE
    while not (value := holds()):
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.05)
    return value


class Driven(unittest.TestCase):
    def setUp(self):
        self.place = pathlib.Path(tempfile.mkdtemp(prefix="catalog 预览 "))
        self.base = self.place / "base"
        shutil.copytree(SOURCE, self.base)
        self.running = []

    def tearDown(self):
        for process in self.running:
            process.kill()
            process.communicate()
        shutil.rmtree(self.place)

    # ---- the program -----------------------------------------------------

    def run_program(self, *words):
        process = subprocess.Popen(
            [PROGRAM, "serve", "--lang", "en", *map(str, words)],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.running.append(process)
        return process

    def serve(self, folder=None, *words):
        self.port = free_port()
        process = self.run_program(folder or self.base, "--port", self.port,
                                   *words)
        self.assertEqual(
            process.stdout.readline(),
            "open http://127.0.0.1:%d/ - Ctrl-C ends it\n" % self.port)
        # What it says from now on is read, so that it never waits for us.
        self.heard = []
        for pipe in (process.stdout, process.stderr):
            threading.Thread(target=lambda p: self.heard.extend(p),
                             args=(pipe,), daemon=True).start()
        return process

    def ask(self, path="/", method="GET", **headers):
        """Status, headers, text."""
        line = http.client.HTTPConnection("127.0.0.1", self.port,
                                          timeout=PATIENCE)
        try:
            line.putrequest(method, path, skip_host="Host" in headers)
            for name, value in headers.items():
                line.putheader(name.replace("_", "-"), value)
            line.endheaders()
            answer = line.getresponse()
            return answer.status, answer.headers, answer.read().decode()
        finally:
            line.close()

    def news(self, page="", found="", path="/"):
        return json.loads(self.ask("/_serve/news?" + urllib.parse.urlencode(
            {"page": page, "found": found, "path": path}))[2])

    def title(self, path="/"):
        page = self.ask(path)[2]
        return page[page.index("<h1>") + 4:page.index("</h1>")]

    def change(self, file, old, new):
        text = file.read_text()
        self.assertIn(old, text)
        file.write_text(text.replace(old, new))

    @property
    def manifest(self):
        return self.base / "catalog.yaml"


class Served(Driven):
    # ---- the pages -------------------------------------------------------

    def test_the_site_is_served_and_nothing_else(self):
        self.serve()
        status, headers, page = self.ask()
        self.assertEqual(status, 200)
        self.assertEqual(headers["Content-Type"], "text/html; charset=utf-8")
        self.assertEqual(headers["X-Content-Type-Options"], "nosniff")
        self.assertEqual(headers["Cross-Origin-Resource-Policy"],
                         "same-origin")
        policy = page.split('Content-Security-Policy" content="')[1]
        policy = policy.split('"')[0]
        self.assertIn("default-src 'none'", policy)
        self.assertIn("connect-src 'self'", policy)
        self.assertNotIn("unsafe", policy)
        self.assertEqual(self.ask("/assets/site.css")[0], 200)
        for path in ("/catalog.yaml", "/../catalog.yaml", "/%2e%2e/etc/passwd",
                     "//etc/passwd", "/assets/../../catalog.yaml",
                     "/_serve/../catalog.yaml", "/assets%00.css",
                     "/" + "a" * 5000):
            self.assertEqual(self.ask(path)[0], 404, path)
        self.assertEqual(self.ask("/none.html")[0], 404)

    def test_pages_are_only_read(self):
        self.serve()
        self.assertEqual(self.ask("/", "HEAD")[2], "")
        for method in ("POST", "PUT", "DELETE", "OPTIONS", "PATCH"):
            status, headers, _ = self.ask("/", method, Content_Length="0")
            self.assertEqual(status, 405, method)
            self.assertEqual(headers["Allow"], "GET, HEAD")

    def test_it_answers_only_to_names_of_this_machine(self):
        self.serve()
        own = ("127.0.0.1:%d" % self.port, "localhost:%d" % self.port)
        for host in own + ("evil.example", "evil.example:%d" % self.port,
                           "127.0.0.1", "127.0.0.1:1", ""):
            self.assertEqual(self.ask("/", Host=host)[0],
                             200 if host in own else 403, host)
        self.assertEqual(self.ask("/_serve/news", Host="evil.example")[0], 403)
        # Nobody else on the network reaches it.
        bound = subprocess.run(["ss", "-ltnH"], capture_output=True,
                               text=True).stdout if shutil.which("ss") else ""
        for line in bound.splitlines():
            if line.split()[3].endswith(":%d" % self.port):
                self.assertTrue(line.split()[3].startswith("127.0.0.1:"))

    # ---- changes ---------------------------------------------------------

    def test_a_change_arrives(self):
        self.serve()
        before = self.news()
        self.change(self.manifest, "title: ", "title: 新的")
        # The answer comes when there is something to say.
        after = self.news(before["page"], before["print"])
        self.assertNotEqual(after["page"], before["page"])
        self.assertIn("新的", self.title())
        until(lambda: any(line.startswith("built anew: ")
                          for line in self.heard))

    def test_pages_that_stay_the_same_are_not_loaded_anew(self):
        self.serve()
        first = self.news(path="/laws.html")["page"]
        home = self.news()["page"]
        items = self.base / "more.yaml"
        items.write_text(
            "bodies:\n  - {id: unused-one, name: 青禾县档案馆, level: county}\n")
        until(lambda: any(line.startswith("built anew")
                          for line in self.heard))
        self.assertEqual(self.news(path="/laws.html")["page"], first)
        self.assertNotEqual(first, home)

    def test_files_may_come_go_and_be_renamed(self):
        self.serve()
        folder = self.base / "more"
        page = "/domains/added.html"
        self.assertEqual(self.ask(page)[0], 404)
        folder.mkdir()
        new = folder / "added.yaml"
        new.write_text(
            "domains:\n  - {id: added, name: 增补领域}\n"
            "items:\n  - id: added/one\n    name: [增补事项]\n"
            "    content: [增补内容]\n"
            "    timing: 信息形成或者变更之日起20个工作日内\n"
            "    body: added-office\n    channels: [added-channel]\n"
            "bodies:\n  - {id: added-office, name: 青禾县增补局, "
            "level: county}\n"
            "channels:\n  - {id: added-channel, name: 增补渠道}\n")
        until(lambda: self.ask(page)[0] == 200)
        folder.rename(self.base / "renamed")
        self.change(self.base / "renamed" / "added.yaml", "增补事项", "改名事项")
        until(lambda: "改名事项" in self.ask(page)[2])
        (self.base / "renamed" / "added.yaml").unlink()
        until(lambda: self.ask(page)[0] == 404)

    def test_what_editors_leave_beside_a_file_is_no_change(self):
        self.serve()
        for name in (".catalog.yaml.swp", "catalog.yaml~", "#catalog.yaml#"):
            (self.base / name).write_text("x")
        time.sleep(1)
        self.assertFalse([line for line in self.heard
                          if line.startswith("built anew")])

    def test_a_change_of_the_base_arrives(self):
        over = self.place / "over"
        over.mkdir()
        (over / "catalog.yaml").write_text(CATALOG.format(
            id="over", title="上层目录", base="../base"))
        self.serve(over)
        self.assertEqual(self.title(), "上层目录")
        home = self.ask()[2]
        name = home.split('href="domains/')[1].split("<span>")[1]
        name = name.split("<")[0]
        files = [file for file in self.base.rglob("*.yaml")
                 if "name: " + name in file.read_text()]
        for file in files:
            self.change(file, "name: " + name, "name: 改过的领域")
        until(lambda: "改过的领域" in self.ask()[2])

    def test_errors_leave_the_pages_as_they_were(self):
        self.serve()
        before = self.news()
        text = self.manifest.read_text()
        self.manifest.write_text(text.replace("title: ", "titel: "))
        broken = self.news(before["page"], before["print"])
        self.assertEqual(broken["page"], before["page"])
        self.assertGreater(broken["errors"], 0)
        self.assertIn("`titel`", broken["found"])
        self.assertIn("catalog.yaml:", broken["found"])
        self.manifest.write_text(text)
        mended = self.news(broken["page"], broken["print"])
        self.assertEqual(mended, before)

    def test_a_catalog_with_errors_may_be_opened_and_mended(self):
        text = self.manifest.read_text()
        self.manifest.write_text(text.replace("title: ", "titel: "))
        self.serve()
        status, _, page = self.ask()
        self.assertEqual(status, 200)
        self.assertIn("还没有可以显示的页面", page)
        self.manifest.write_text(text)
        until(lambda: "还没有可以显示的页面" not in self.ask()[2])

    def test_the_folder_may_be_away_for_a_moment(self):
        self.serve()
        self.base.rename(self.place / "away")
        time.sleep(1)
        (self.place / "away").rename(self.base)
        self.change(self.manifest, "title: ", "title: 回来的")
        until(lambda: "回来的" in self.title())

    # ---- beginning and end -----------------------------------------------

    def test_it_ends_when_asked_to(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            process = self.serve()
            known = self.news()
            waiting = threading.Thread(
                target=self.news, args=(known["page"], known["print"]))
            waiting.start()
            time.sleep(0.3)
            begun = time.monotonic()
            process.send_signal(number)
            self.assertEqual(process.wait(PATIENCE), 0)
            self.assertLess(time.monotonic() - begun, 10)
            waiting.join()

    def test_a_port_in_use_is_said(self):
        self.serve()
        second = self.run_program(self.base, "--port", self.port)
        _, said = second.communicate(timeout=PATIENCE)
        self.assertEqual(second.returncode, 3)
        self.assertIn("cannot listen on port %d" % self.port, said)

    def test_a_misuse_is_said(self):
        for words, wanted, code in (
                (("--port", "70000"), "`70000` is not a port", 2),
                (("--port", "80x"), "`80x` is not a port", 2),
                (("--jurisdiction", "999999"), "no place `999999`", 2),
                ((), "", 3)):
            folder = self.base if words else self.place / "nowhere"
            process = self.run_program(folder, *words)
            _, said = process.communicate(timeout=PATIENCE)
            self.assertEqual(process.returncode, code, said)
            self.assertIn(wanted, said)


@unittest.skipUnless(chromium.program(), "needs Chromium")
class Shown(Driven):
    """In a browser."""

    def setUp(self):
        super().setUp()
        self.page = chromium.Chromium()

    def tearDown(self):
        self.page.close()
        super().tearDown()

    OVERLAY = "document.getElementById('_preview')"

    def test_the_page_is_loaded_anew_and_keeps_its_place(self):
        self.serve()
        self.page.open("http://127.0.0.1:%d/" % self.port)
        self.change(self.manifest, "title: ", "title: 新的")
        self.page.wait("document.querySelector('h1').textContent"
                       ".startsWith('新的')")
        self.assertEqual(self.page.said, [])
        outside = [url for url in self.page.asked if not url.startswith(
            ("http://127.0.0.1:%d/" % self.port, "about:"))]
        self.assertEqual(outside, [])

    def test_errors_lie_over_the_page_until_they_are_mended(self):
        self.serve()
        self.page.open("http://127.0.0.1:%d/" % self.port)
        text = self.manifest.read_text()
        self.manifest.write_text(text.replace("title: ", "titel: "))
        self.page.wait("(o => o && o.dataset.errors !== '0')(%s)"
                       % self.OVERLAY)
        self.assertIn("titel", self.page.ask(
            self.OVERLAY + ".querySelector('pre').innerText"))
        self.assertGreater(self.page.ask(
            self.OVERLAY + ".querySelector('pre').offsetHeight"), 20)
        # It folds away by the keyboard too.
        self.page.ask(self.OVERLAY + ".querySelector('button').focus()")
        self.page.press("Enter", 13, "\r")
        self.page.wait(self.OVERLAY + ".querySelector('pre')"
                       ".offsetHeight === 0")
        self.manifest.write_text(text)
        self.page.wait("(o => !o || o.dataset.errors === '0')(%s)"
                       % self.OVERLAY)
        self.assertEqual(self.page.said, [])

    def test_markup_in_a_finding_is_shown_as_text(self):
        self.manifest.write_text(self.manifest.read_text() +
                                 "  '<img src=x onerror=alert(1)>': 1\n")
        self.serve()
        self.page.open("http://127.0.0.1:%d/" % self.port)
        self.page.wait("!!" + self.OVERLAY)
        self.assertIn("<img src=x", self.page.ask(
            self.OVERLAY + ".querySelector('pre').textContent"))
        self.assertEqual(self.page.ask(
            "document.querySelectorAll('img').length"), 0)
        self.assertEqual(self.page.said, [])


if __name__ == "__main__":
    unittest.main(verbosity=1)
