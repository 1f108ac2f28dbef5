"""The sites of a district and of all places below it, as they are built from
an example: editions_test.py CATALOG SOURCE. Links are followed in the files;
looks and accessibility in headless Chromium, where there is one."""

import html.parser
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
import urllib.parse

import checkers
import chromium

PROGRAM = sys.argv.pop(1)
SOURCE = pathlib.Path(sys.argv.pop(1)).resolve()
DISTRICT, STREET, COMMUNITY = "440309", "440309001", "440309001001"


class Links(html.parser.HTMLParser):
    """What a page links to and loads, and the ids in it."""

    def __init__(self, page):
        super().__init__()
        self.to, self.ids, self.downloads = set(), [], set()
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if "id" in values:
            self.ids.append(values["id"])
        for name in ("href", "src"):
            if name in values and "download" in values:
                self.downloads.add(values[name])
            elif name in values:
                self.to.add(values[name])


def write_last_edition(place):
    """The example as it might have been a year before: without one item, with
    another, and one to be published sooner."""
    for name in ("catalog", "examples/guangdong", "examples/longhua"):
        shutil.copytree(SOURCE.parents[1] / name, place / name)
    manifest = place / "examples/longhua/catalog.yaml"
    text = manifest.read_text()
    manifest.write_text(text.replace("2026.1", "2025.1").replace(
        "date: 2026-01-15", "date: 2025-03-01"))
    items = place / "catalog/items/compulsory-education.yaml"
    text = items.read_text()
    begin = text.index("  - id: compulsory-education/development")
    end = text.index("  - id: compulsory-education/statistics")
    text = text[:begin] + text[end:]
    items.write_text(text.replace("20个工作日内", "10个工作日内", 1) + """
  - id: compulsory-education/school-buses
    name: [学校管理, 校车安排]
    content: [校车线路, 校车时刻]
    basis: [disclosure-regulation]
    timing: 信息形成或者变更之日起20个工作日内
    body: education-authority
    channels: [website]
    levels: [county]
""")
    return place / "examples/longhua"


class Built(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.place = pathlib.Path(tempfile.mkdtemp(prefix="catalog editions "))
        cls.out = cls.place / "out"
        last = write_last_edition(cls.place / "last")
        subprocess.run([PROGRAM, "build", SOURCE, "--all", "-f", "html", "-o",
                        cls.out, "--since", last], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.place)


class Editions(Built):
    read = {}

    def links(self, path):
        path = path.resolve()
        if path not in self.read:
            self.read[path] = Links(path.read_text())
        return self.read[path]

    def test_every_internal_link_leads_somewhere(self):
        pages = [self.out / "index.html"]
        for place in (DISTRICT, STREET, COMMUNITY):
            pages += sorted((self.out / place).rglob("*.html"))
        self.assertGreater(len(pages), 100)
        broken, followed = [], 0
        for page in pages:
            for link in self.links(page).to:
                to = urllib.parse.urlsplit(link)
                if to.scheme:
                    self.assertIn(to.scheme,
                                  ("http", "https", "mailto", "tel"))
                    continue
                followed += 1
                file = (page.parent / urllib.parse.unquote(to.path)
                        if to.path else page)
                anchor = urllib.parse.unquote(to.fragment)
                is_state = "=" in anchor or anchor in ("all", "")
                if not file.is_file() or not (
                        is_state or anchor in self.links(file).ids):
                    broken.append((str(page.relative_to(self.out)), link))
        self.assertEqual(broken[:10], [])
        self.assertGreater(followed, 5000)

    def test_no_id_stands_twice(self):
        for page in sorted((self.out / STREET).rglob("*.html")):
            ids = self.links(page).ids
            self.assertEqual(len(ids), len(set(ids)), page)

    def test_nothing_is_loaded_from_elsewhere(self):
        for page in sorted((self.out / DISTRICT).rglob("*.html")):
            text = page.read_text()
            self.assertIn("default-src 'none'", text)
            for mark in (" style=", "<style", "<script>", " onclick="):
                self.assertNotIn(mark, text, page)


    CHECKED = ("index.html", "*/index.html", DISTRICT + "/*.html",
               DISTRICT + "/*/*education*.html", DISTRICT + "/by/*/*.html",
               DISTRICT + "/flows/*.html",
               DISTRICT + "/views/*.html", DISTRICT + "/documents/*.html",
               STREET + "/*.html", COMMUNITY + "/*.html")

    def pages(self):
        return sorted({page for pattern in self.CHECKED
                       for page in self.out.glob(pattern)})

    def test_html_validate_finds_nothing(self):
        said = checkers.html_validate(self.place, self.pages())
        if said is None:
            self.skipTest("html-validate is not to be had from npm")
        self.assertEqual(said, "", said[:4000])

    def test_the_nu_checker_finds_nothing(self):
        said = checkers.nu(self.pages())
        if said is None:
            self.skipTest("needs Java, and vnu-jar from npm")
        self.assertEqual(said, "", said[:4000])


@unittest.skipUnless(chromium.program(), "needs Chromium")
class Shown(Built):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.page = chromium.Chromium()

    @classmethod
    def tearDownClass(cls):
        cls.page.close()
        super().tearDownClass()

    def setUp(self):
        self.page.said.clear()
        self.page.asked.clear()
        self.page.resize(1366, 900)
        self.page.prefer("light")

    def tearDown(self):
        self.assertEqual(self.page.said, [])
        self.assertEqual([url for url in self.page.asked if not url.startswith(
            (self.out.as_uri(), "about:"))], [])

    def open(self, path):
        self.page.open((self.out / path).as_uri())

    def test_editions_lead_down_and_up_again(self):
        self.open("index.html")
        self.page.ask("document.querySelector('tbody a').click()")
        self.page.wait("location.pathname.includes('/%s/')" % DISTRICT)
        self.page.wait("!!document.querySelector('[aria-labelledby=_places] "
                       ".grid a')")
        self.page.ask("document.querySelector('[aria-labelledby=_places] "
                      ".grid a').click()")
        self.page.wait("location.pathname.includes('/%s/')" % STREET)
        self.page.wait("!!document.querySelector('.up a')")
        self.page.ask("document.querySelector('.grid a[href*=\"%s\"]')"
                      ".click()" % COMMUNITY)
        self.page.wait("location.pathname.includes('/%s/')" % COMMUNITY)
        self.page.wait("document.querySelectorAll('.up a').length === 2")
        self.page.ask("document.querySelector('.up a').click()")
        self.page.wait("location.pathname.includes('/%s/')" % DISTRICT)

    def test_the_theme_is_worn(self):
        self.open(DISTRICT + "/index.html")
        self.assertEqual(self.page.ask(
            "getComputedStyle(document.documentElement)"
            ".getPropertyValue('--accent').trim()"), "#9c1f23")
        self.assertTrue(self.page.ask(
            "(i => i.complete && i.naturalWidth > 0 && "
            "i.getBoundingClientRect().height > 20)"
            "(document.querySelector('.logo'))"))
        for shape in ("above", "below"):
            self.assertTrue(self.page.ask(
                "document.querySelector('.%s').innerText.length > 5" % shape))
        self.page.prefer("dark")
        self.assertNotEqual(self.page.ask(
            "getComputedStyle(document.documentElement)"
            ".getPropertyValue('--accent').trim()"), "#9c1f23")

    def test_a_kiosk_has_no_way_out_of_a_theme(self):
        self.open(DISTRICT + "/index.html")
        self.assertGreater(self.page.ask(
            "document.querySelectorAll('.above a[href^=http]').length"), 0)
        self.page.open((self.out / DISTRICT / "index.html").as_uri() +
                       "#kiosk")
        self.assertEqual(self.page.ask(
            "[...document.querySelectorAll('a[href]')]"
            ".filter(a => a.href.startsWith('http')).length"), 0)
        self.page.ask("sessionStorage.clear()")

    def test_departures_from_the_base_are_listed(self):
        self.open(DISTRICT + "/changes.html")
        text = self.page.ask("document.querySelector('main').innerText")
        for words in ("有调整的事项", "起20个工作日内", "起3个工作日内",
                      "未采用的上级事项", "无此项职权"):
            self.assertIn(words, text)

    def test_what_changed_since_the_last_edition_is_told(self):
        self.open(DISTRICT + "/index.html")
        self.page.leave("document.querySelector('.news a').click()")
        self.page.wait("location.pathname.endsWith('last-changes.html') && "
                       "document.readyState === 'complete'")
        headings = self.page.ask(
            "[...document.querySelectorAll('main h2')].map(h => h.innerText)")
        self.assertEqual(headings, ["义务取消 1 项", "义务放宽 1 项",
                                    "义务新增 1 项"])
        text = self.page.ask("document.querySelector('main').innerText")
        for words in ("2025.1，2025年3月1日", "校车安排", "起10个工作日内",
                      "起20个工作日内"):
            self.assertIn(words, text)
        # What is gone tells what it said when asked.
        line = "document.querySelector('.whole .old').checkVisibility()"
        self.assertFalse(self.page.ask(line))
        self.page.ask("document.querySelector('.change summary').click()")
        self.assertTrue(self.page.ask(line))
        self.page.leave("document.querySelector('#_duty-added')"
                        ".parentNode.querySelector('h3 a').click()")
        self.page.wait("document.querySelector('tr:target')?.innerText"
                       ".includes('教育事业发展主要情况')")

    def test_nothing_changed_says_so(self):
        self.open(STREET + "/last-changes.html")
        self.assertIn("没有变化", self.page.ask(
            "document.querySelector('.empty').innerText"))

    PAGES = ("index.html", DISTRICT + "/index.html",
             DISTRICT + "/index.html#all", DISTRICT + "/changes.html",
             DISTRICT + "/last-changes.html", STREET + "/last-changes.html",
             DISTRICT + "/levels.html", STREET + "/levels.html",
             DISTRICT + "/domains/compulsory-education.html",
             DISTRICT + "/statistics.html", COMMUNITY + "/index.html")

    def test_axe_finds_nothing(self):
        script = checkers.axe()
        if not script:
            self.skipTest("axe-core is not to be had from npm")
        for path in self.PAGES:
            for width in (1366, 390):
                for scheme in ("light", "dark"):
                    with self.subTest(path, width=width, scheme=scheme):
                        self.page.resize(width, 900, is_phone=width < 500)
                        self.page.prefer(scheme)
                        address, _, state = path.partition("#")
                        self.page.open((self.out / address).as_uri() +
                                       ("#" + state if state else ""))
                        self.assertEqual(checkers.faults(self.page, script),
                                         [])

    def test_pages_fit_a_phone(self):
        for width in (390, 320):
            self.page.resize(width, 800, is_phone=True)
            for path in self.PAGES:
                with self.subTest(path, width=width):
                    self.open(path.partition("#")[0])
                    self.assertLessEqual(self.page.ask(
                        "document.documentElement.scrollWidth"), width)


if __name__ == "__main__":
    unittest.main(verbosity=1)
