"""Headless Chromium, driven over its debugging pipe: no port, no library."""

import json
import os
import select
import shutil
import subprocess
import tempfile
import time

NAMES = ("chromium", "chromium-browser", "google-chrome")
PATIENCE = 60  # seconds for an answer; a loaded machine is slow


def program():
    """The browser's path, or None."""
    given = os.environ.get("CATALOG_CHROMIUM")
    return given or next(filter(None, map(shutil.which, NAMES)), None)


class Chromium:
    """One browser with one page. Everything the page said or asked for is
    kept: `said` (console and policy messages, exceptions), `asked` (urls)."""

    def __init__(self):
        self.said, self.asked = [], []
        self._count, self._bytes, self._session = 0, b"", None
        self._profile = tempfile.mkdtemp(prefix="catalog-browser-")
        read_here, write_there = os.pipe()
        read_there, self._out = os.pipe()
        self._in = read_here
        # The browser reads from descriptor 3 and writes to 4. Nothing that
        # starting a process needs may stand there.
        held = [os.open(os.devnull, os.O_RDONLY) for _ in range(2)]
        high = [os.dup(fd) for fd in (read_there, write_there)]
        far = [os.dup2(fd, 60 + i) for i, fd in enumerate(high)]

        def place():
            os.dup2(far[0], 3)
            os.dup2(far[1], 4)

        self._process = subprocess.Popen(
            [program(), "--headless", "--no-sandbox", "--disable-gpu",
             "--remote-debugging-pipe", "--user-data-dir=" + self._profile,
             "--disable-background-networking", "--no-first-run",
             "--disable-dev-shm-usage", "--hide-scrollbars", "about:blank"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, close_fds=True, pass_fds=(3, 4),
            preexec_fn=place)
        for fd in held + high + far + [read_there, write_there]:
            os.close(fd)
        target = self.call("Target.createTarget", url="about:blank")
        self._session = self.call(
            "Target.attachToTarget", targetId=target["targetId"],
            flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network", "DOM"):
            self.call(domain + ".enable")

    def close(self):
        self._process.kill()
        self._process.wait()
        os.close(self._in)
        os.close(self._out)
        shutil.rmtree(self._profile, ignore_errors=True)

    # ---- the pipe: JSON texts, each ended by a zero byte -----------------

    def _receive(self, until):
        while b"\0" not in self._bytes:
            ready, _, _ = select.select(
                [self._in], [], [], max(0, until - time.monotonic()))
            if not ready:
                raise TimeoutError("the browser does not answer")
            more = os.read(self._in, 1 << 20)
            if not more:
                raise RuntimeError("the browser has ended")
            self._bytes += more
        message, self._bytes = self._bytes.split(b"\0", 1)
        return json.loads(message)

    def _take(self, event):
        name, values = event["method"], event.get("params", {})
        if name == "Log.entryAdded":
            self.said.append(values["entry"]["text"])
        elif name == "Runtime.exceptionThrown":
            details = values["exceptionDetails"]
            self.said.append(details.get("exception", {}).get(
                "description", details["text"]))
        elif name == "Runtime.consoleAPICalled":
            self.said.append(str([each.get("value")
                                  for each in values["args"]]))
        elif name == "Page.javascriptDialogOpening":
            self.said.append("dialog: " + values["message"])
        elif name == "Network.requestWillBeSent":
            self.asked.append(values["request"]["url"])

    def call(self, method, **params):
        self._count += 1
        message = {"id": self._count, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        until = time.monotonic() + PATIENCE
        while True:
            answer = self._receive(until)
            if answer.get("id") != self._count:
                if "method" in answer:
                    self._take(answer)
                continue
            if "error" in answer:
                raise RuntimeError(method + ": " + str(answer["error"]))
            return answer["result"]

    # ---- what a reader does ----------------------------------------------

    def open(self, url):
        """Goes to a page and waits until it is loaded, from anew even where
        only what follows `#` differs."""
        for address, there in (("about:blank", "==="), (url, "!==")):
            self.call("Page.navigate", url=address)
            self.wait("location.href %s 'about:blank' && "
                      "document.readyState === 'complete'" % there)

    def ask(self, expression):
        """The value of a JavaScript expression in the page."""
        answer = self.call("Runtime.evaluate", expression=expression,
                           returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(expression + ": " + str(
                answer["exceptionDetails"]))
        return answer["result"].get("value")

    def leave(self, expression):
        """Does what leaves the page, once the answer to this is out: a page
        that is gone gives none."""
        self.ask("void setTimeout(() => { %s; })" % expression)

    def _holds(self, expression):
        try:
            return self.ask(expression)
        except RuntimeError:  # between two pages
            return False

    def wait(self, expression):
        """Until an expression holds."""
        until = time.monotonic() + PATIENCE
        while not self._holds(expression):
            if time.monotonic() > until:
                raise TimeoutError(expression)
            time.sleep(0.02)

    def type(self, text):
        self.call("Input.insertText", text=text)

    def press(self, key, code=0, text=""):
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=key,
                      windowsVirtualKeyCode=code,
                      **({"text": text} if text and kind == "keyDown" else {}))

    def resize(self, width, height, is_phone=False):
        self.call("Emulation.setDeviceMetricsOverride", width=width,
                  height=height, deviceScaleFactor=1, mobile=is_phone)

    def prefer(self, scheme):
        self.call("Emulation.setEmulatedMedia", features=[
            {"name": "prefers-color-scheme", "value": scheme}])

    def run_scripts(self, yes):
        self.call("Emulation.setScriptExecutionDisabled", value=not yes)

    def picture(self):
        return self.call("Page.captureScreenshot", format="png")["data"]

    def print(self, **options):
        return self.call("Page.printToPDF", preferCSSPageSize=True,
                         **options)["data"]
