"""The site in headless Chromium, opened from a folder as a reader would:
site_test.py WRITE_SITE. Ends with 77 where there is no browser."""

import base64
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

import checkers
import chromium

write_site = sys.argv.pop(1)
MORE = 60  # further items, so that results and timings overflow
PAGES = ("index.html", "domains/compulsory-education.html",
         "domains/social-assistance.html", "domains/hostile.html",
         "views/opens.html", "laws.html", "bodies.html", "statistics.html",
         "laws/disclosure-regulation.html", "bodies/education-bureau.html",
         "by/opens/service.html", "levels.html", "elements.html",
         "flows.html", "flows/on-request.html", "poster.html", "pocket.html",
         "documents/general-standard.html", "last-changes.html")
STATUTORY = "20个工作日内"
FOUND = "[...document.querySelectorAll('#_list a')].map(a => a.textContent)"
COUNT = "document.getElementById('_count').textContent"


def facet(title, value):
    """A facet's value: the label around its box."""
    return ("[...document.querySelectorAll('#_facets label')].find(l => "
            "l.querySelector('.value').textContent === '%s' && l.parentNode"
            ".querySelector('legend').textContent === '%s')" % (value, title))


class Site(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="catalog 网站 "))
        subprocess.run([write_site, cls.folder, str(MORE)], check=True)
        cls.root = cls.folder.as_uri() + "/"
        cls.page = chromium.Chromium()

    @classmethod
    def tearDownClass(cls):
        cls.page.close()
        shutil.rmtree(cls.folder)

    def setUp(self):
        self.page.said.clear()
        self.page.asked.clear()
        self.page.resize(1366, 900)
        self.page.prefer("light")

    def tearDown(self):
        # No policy was broken, no script failed, nothing left the folder.
        self.assertEqual(self.page.said, [])
        outside = [url for url in self.page.asked
                   if not url.startswith((self.root, "about:"))]
        self.assertEqual(outside, [])

    def open(self, path):
        self.page.open(self.root + path)

    def search(self, words):
        self.open("index.html")
        self.page.ask("document.getElementById('_words').focus()")
        self.page.type(words)
        return self.page.ask(FOUND)

    def test_every_page_loads_its_own_style_and_script(self):
        for path in PAGES:
            with self.subTest(path):
                self.open(path)
                self.assertEqual(self.page.ask(
                    "getComputedStyle(document.querySelector('.top'))"
                    ".borderBottomStyle"), "solid")
                self.assertFalse(self.page.ask(
                    "document.getElementById('_scheme').hidden"))

    def test_search_finds_a_part_of_a_word_as_it_is_typed(self):
        self.assertEqual(self.search("生政"), ["招生管理 › 招生政策"])
        self.assertEqual(self.page.ask(COUNT), "找到 1 项")
        self.assertEqual(self.page.ask(
            "document.querySelector('#_list mark').textContent"), "生政")
        self.assertTrue(self.page.ask(
            "document.getElementById('_ways').hidden"))

    def test_search_sees_no_difference_of_width_or_case(self):
        self.assertEqual(self.search("abc"), ["招生管理 › 招生结果ＡＢＣ"])
        self.assertEqual(self.search("结果ａＢc"), ["招生管理 › 招生结果ＡＢＣ"])

    def test_search_finds_content_basis_body_and_several_words(self):
        self.assertEqual(self.search("低保对象名单"), ["最低生活保障 › 审核信息"])
        self.assertEqual(self.search("收养法"), ["最低生活保障 › 审核信息"])
        self.assertEqual(self.search("民政局 救助"), ["最低生活保障 › 审核信息"])

    def test_search_without_result_says_what_to_do(self):
        self.assertEqual(self.search("没有这样的事项"), [])
        self.assertEqual(self.page.ask(COUNT), "没有找到")
        self.assertIn("换用更短的词", self.page.ask(
            "document.getElementById('_nothing').innerText"))

    def test_results_are_announced(self):
        self.open("index.html")
        self.assertEqual(self.page.ask(
            "document.getElementById('_count').getAttribute('aria-live')"),
            "polite")

    def choose(self, title, value):
        self.page.ask(facet(title, value) + ".querySelector('input').click()")

    def count_of(self, title, value):
        return self.page.ask(facet(title, value) +
                             ".querySelector('.count').textContent")

    def test_facets_combine_and_count_what_they_would_give(self):
        self.open("index.html#all")
        self.assertEqual(self.page.ask(COUNT), "找到 %d 项" % (MORE + 5))
        self.assertEqual(self.count_of("公开主体", "乡镇人民政府"), "1")
        self.choose("领域", "义务教育")
        self.assertEqual(self.page.ask(COUNT), "找到 %d 项" % (MORE + 3))
        # Other values of the same facet still say what they would add.
        self.assertEqual(self.count_of("领域", "社会救助"), "1")
        self.choose("公开时限", STATUTORY)
        self.assertEqual(self.page.ask(COUNT), "找到 2 项")
        self.choose("公开时限", STATUTORY)
        self.choose("领域", "社会救助")
        self.assertEqual(self.page.ask(COUNT), "找到 %d 项" % (MORE + 4))
        self.choose("公开层级", "乡级")
        self.choose("公开渠道", "12345政务服务热线")
        self.assertEqual(self.page.ask(FOUND), ["最低生活保障 › 审核信息"])

    def test_every_facet_narrows_the_results(self):
        for title, value, key in (
                ("公开主体", "瓯海区民政局", "body="),
                ("公开渠道", "村应急广播", "channel="),
                ("公开时限", "定期公开", "timing="),
                ("公开层级", "乡级", "level=town"),
                ("公开方式", "依申请", "mode=on-request"),
                ("公开对象", "特定群体", "audience=group"),
                ("五公开", "服务公开", "opens=service")):
            with self.subTest(title):
                self.open("index.html#all")
                self.choose(title, value)
                self.assertEqual(self.page.ask(FOUND),
                                 ["最低生活保障 › 审核信息"])
                self.assertEqual(self.count_of(title, value), "1")
                self.assertIn(key, self.page.ask("location.hash"))

    def test_initials_of_pinyin_find_names(self):
        self.assertEqual(self.search("zszc"), ["招生管理 › 招生政策"])
        self.assertEqual(self.page.ask(
            "document.querySelector('#_list mark').textContent"), "招生政策")
        self.assertEqual(self.search("zdshbz"),
                         ["最低生活保障 › 审核信息"])

    def test_a_question_stands_in_the_address(self):
        self.search("招生")
        self.choose("公开时限", STATUTORY)
        address = self.page.ask("location.href")
        self.page.open(address)
        self.assertEqual(self.page.ask(FOUND), ["招生管理 › 招生政策"])
        self.assertEqual(self.page.ask(
            "document.getElementById('_words').value"), "招生")

    def test_a_result_leads_to_its_row(self):
        self.search("招生结果")
        target = self.page.ask(
            "document.querySelector('#_list a').href")
        self.page.open(target)
        self.assertEqual(self.page.ask(
            "document.querySelector('tr:target').id"),
            "compulsory-education/enrolment")
        self.assertTrue(self.page.ask(
            "(r => r.top >= document.querySelector('thead')"
            ".getBoundingClientRect().bottom - 1 && r.top < innerHeight)"
            "(document.querySelector('tr:target').getBoundingClientRect())"))

    def test_more_results_are_shown_when_asked_for(self):
        self.open("index.html#all")
        self.assertEqual(len(self.page.ask(FOUND)), 50)
        self.page.ask("document.getElementById('_more').click()")
        self.assertEqual(len(self.page.ask(FOUND)), MORE + 5)

    def test_the_keyboard_is_enough(self):
        self.open("index.html")
        self.page.ask("document.activeElement.blur()")
        self.page.press("/", 191, "/")
        self.assertEqual(self.page.ask("document.activeElement.id"), "_words")
        self.page.type("招生")
        self.page.press("ArrowDown", 40)
        self.page.press("ArrowDown", 40)
        self.assertEqual(self.page.ask("document.activeElement.textContent"),
                         self.page.ask(FOUND)[1])
        self.page.press("ArrowUp", 38)
        self.page.press("ArrowUp", 38)
        self.assertEqual(self.page.ask("document.activeElement.id"), "_words")

    def test_the_way_back_leads_through_what_was_asked(self):
        self.open("index.html")
        self.page.ask("document.getElementById('_words').focus()")
        self.page.type("招生")
        self.page.wait("location.hash.includes('q=')")
        found = self.page.ask(FOUND)
        self.choose("公开时限", STATUTORY)
        narrowed = self.page.ask(FOUND)
        self.assertNotEqual(found, narrowed)
        self.page.ask("document.querySelector('#_list a').click()")
        self.page.wait("!!document.querySelector('tr:target')")
        self.page.leave("history.back()")
        self.page.wait("location.pathname.endsWith('index.html') && "
                       "document.querySelectorAll('#_list a').length > 0")
        self.assertEqual(self.page.ask(FOUND), narrowed)
        self.assertEqual(self.page.ask(
            "document.getElementById('_words').value"), "招生")
        self.assertTrue(self.page.ask(
            facet("公开时限", STATUTORY) + ".querySelector('input').checked"))

    def tab(self):
        self.page.press("Tab", 9)

    def focused(self, what):
        return self.page.ask("document.activeElement" + what)

    def test_the_tabulator_reaches_all_and_shows_where_it_is(self):
        self.open("index.html#q=招生")
        self.page.ask("document.activeElement.blur()")
        self.tab()
        self.assertEqual(self.focused(".className"), "skip")
        self.page.press("Enter", 13, "\r")
        self.page.wait("document.activeElement.id === '_main'")
        self.page.wait("location.hash === '#_main'")
        self.assertFalse(self.page.ask(
            "document.getElementById('_found').hidden"))
        self.assertEqual(self.page.ask(FOUND), ["招生管理 › 招生政策",
                                                "招生管理 › 招生结果ＡＢＣ"])
        wanted = self.page.ask(
            "[...document.querySelectorAll('main a[href], main button, "
            "main input')].filter(e => e.offsetParent && !e.disabled).length")
        reached = 0
        for _ in range(wanted + 5):
            self.tab()
            if not self.page.ask(
                    "document.querySelector('main')"
                    ".contains(document.activeElement)"):
                break
            reached += 1
            self.assertNotEqual(self.page.ask(
                "(s => s.outlineStyle + s.outlineWidth)"
                "(getComputedStyle(document.activeElement))"), "none0px",
                self.focused(".outerHTML"))
        self.assertEqual(reached, wanted)

    def test_a_facet_is_chosen_by_the_keyboard(self):
        self.open("index.html#all")
        self.page.ask(facet("领域", "社会救助") +
                      ".querySelector('input').focus()")
        self.page.press(" ", 32, " ")
        self.page.wait("document.querySelectorAll('#_list a').length === 1")
        self.assertEqual(self.page.ask(FOUND), ["最低生活保障 › 审核信息"])

    def test_a_page_takes_words_to_the_search(self):
        self.open("domains/social-assistance.html")
        self.page.ask("document.getElementById('_words').focus()")
        self.page.type("招生政策")
        self.page.press("Enter", 13, "\r")
        self.page.wait("location.pathname.endsWith('index.html') && "
                       "document.querySelectorAll('#_list a').length === 1")

    def test_hostile_texts_are_shown_and_do_nothing(self):
        name = "<script>alert(1)</script>"
        self.open("domains/hostile.html")
        self.assertIn(name, self.page.ask("document.body.innerText"))
        found = self.search("<script>")
        self.assertEqual(len(found), 1)
        self.assertIn(name, found[0])
        self.assertEqual(self.page.ask(
            "document.querySelectorAll('#_found script').length"), 0)

    def test_the_header_and_the_names_stay_in_sight(self):
        self.open("domains/compulsory-education.html")
        self.page.ask("scrollTo(0, document.querySelector('tbody')"
                      ".getBoundingClientRect().top + 900)")
        self.assertLess(abs(self.page.ask(
            "document.querySelector('thead').getBoundingClientRect().top")), 2)
        self.page.resize(800, 700)
        self.open("domains/compulsory-education.html")
        self.page.ask("document.querySelector('.scroll').scrollTo(500, 600)")
        for cell, edge in (("tr:nth-child(9) .called", "left"),
                           ("thead", "top")):
            self.assertTrue(self.page.ask(
                "(c => c.top < innerHeight && c.%s >= "
                "document.querySelector('.scroll')"
                ".getBoundingClientRect().%s)"
                "(document.querySelector('%s').getBoundingClientRect())"
                % (edge, edge, cell)), cell)

    def test_on_a_phone_rows_are_cards_with_labels(self):
        for width in (390, 320):
            self.page.resize(width, 800, is_phone=True)
            for path in PAGES + ("index.html#all",):
                with self.subTest(path, width=width):
                    self.open(path)
                    self.assertLessEqual(self.page.ask(
                        "document.documentElement.scrollWidth"), width)
        self.open("domains/compulsory-education.html")
        # The second row repeats the first level that is merged above it.
        self.assertEqual(self.page.ask(
            "(c => [getComputedStyle(c).display, c.innerText, "
            "getComputedStyle(c, '::before').content])"
            "(document.querySelector('tr:nth-child(2) .again'))"),
            ["grid", "招生管理", '"一级事项"'])
        self.assertEqual(self.page.ask(
            "[...document.querySelectorAll('tr:nth-child(1) .tick')]"
            ".map(c => c.innerText)"), ["全社会", ""])

    def test_colours_follow_the_system_and_the_switch(self):
        ground = "getComputedStyle(document.documentElement).backgroundColor"
        self.open("laws.html")
        light = self.page.ask(ground)
        self.page.prefer("dark")
        dark = self.page.ask(ground)
        self.assertNotEqual(light, dark)
        self.page.ask("document.getElementById('_scheme').click()")
        self.assertEqual(self.page.ask(ground), light)
        self.open("bodies.html")  # remembered
        self.assertEqual(self.page.ask(ground), light)
        self.page.ask("localStorage.clear()")

    def test_text_grows_where_asked_for(self):
        size = "getComputedStyle(document.querySelector('main p, main li'))" \
               ".fontSize"
        self.open("laws/disclosure-regulation.html")
        before = float(self.page.ask(size)[:-2])
        self.page.ask("document.getElementById('_large').click()")
        self.assertGreaterEqual(float(self.page.ask(size)[:-2]), 18)
        self.assertEqual(self.page.ask("document.getElementById('_large')"
                                       ".getAttribute('aria-pressed')"),
                         "true")
        self.open("bodies.html")  # remembered
        self.assertEqual(self.page.ask(
            "getComputedStyle(document.documentElement).fontSize"), "22.5px")
        self.page.ask("localStorage.clear()")
        self.open("laws/disclosure-regulation.html")
        self.assertEqual(float(self.page.ask(size)[:-2]), before)

    def test_a_kiosk_has_no_way_out(self):
        self.open("documents/general-standard.html#kiosk")
        self.assertEqual(self.page.ask(
            "[...document.querySelectorAll('main a')]"
            ".filter(a => a.href.startsWith('http')).length"), 0)
        self.assertEqual(self.page.ask(
            "[...document.querySelectorAll('.ways a')].filter(a => "
            "a.getBoundingClientRect().height < 44).length"), 0)
        self.page.ask("document.querySelector('.ways a').click()")
        self.page.wait("location.pathname.endsWith('index.html') && "
                       "document.documentElement.hasAttribute('data-kiosk')")
        self.page.ask("sessionStorage.clear()")

    def test_targets_are_large_enough_to_hit(self):
        for width in (1366, 320):
            self.page.resize(width, 800)
            for path in PAGES:
                with self.subTest(path, width=width):
                    self.open(path)
                    self.assertEqual(self.page.ask(
                        "[...document.querySelectorAll('button, input, "
                        "nav a, .grid a')].filter(e => {"
                        "const r = e.getBoundingClientRect();"
                        "return r.width > 0 && r.height < 24 && "
                        "!e.closest('.unseen');}).map(e => e.outerHTML)"), [])

    def test_axe_finds_nothing(self):
        script = checkers.axe()
        if not script:
            self.skipTest("axe-core is not to be had from npm")
        for path in PAGES + ("index.html#q=招生",):
            for width, scheme in ((1366, "light"), (1366, "dark"),
                                  (390, "light"), (390, "dark")):
                with self.subTest(path, width=width, scheme=scheme):
                    self.page.resize(width, 900, is_phone=width < 500)
                    self.page.prefer(scheme)
                    self.open(path)
                    self.assertEqual(checkers.faults(self.page, script), [])

    def test_html_validate_finds_nothing(self):
        said = checkers.html_validate(
            self.folder, [self.folder / path for path in PAGES])
        if said is None:
            self.skipTest("html-validate is not to be had from npm")
        self.assertEqual(said, "", said[:4000])

    def test_the_nu_checker_finds_nothing(self):
        said = checkers.nu([self.folder / path for path in PAGES])
        if said is None:
            self.skipTest("needs Java, and vnu-jar from npm")
        self.assertEqual(said, "", said[:4000])

    @unittest.skipUnless(shutil.which("pdfinfo"), "needs pdfinfo")
    def test_the_poster_is_made_for_a3(self):
        self.open("poster.html")
        paper = self.folder / "poster.pdf"
        paper.write_bytes(base64.b64decode(self.page.print()))
        said = subprocess.run(["pdfinfo", paper], check=True,
                              capture_output=True, text=True).stdout
        size = [line for line in said.splitlines() if "Page size" in line][0]
        width, height = (float(part) for part in size.split()
                         if part.replace(".", "").isdigit())
        self.assertAlmostEqual(width, 1190.5, delta=2)
        self.assertAlmostEqual(height, 841.9, delta=2)

    def test_without_script_everything_can_be_read(self):
        self.page.run_scripts(False)
        try:
            self.open("index.html")
            self.assertTrue(self.page.ask(
                "document.getElementById('_search')"
                ".getBoundingClientRect().height === 0"))
            text = self.page.ask("document.body.innerText")
            self.assertIn("浏览器未启用脚本", text)
            self.assertIn("义务教育", text)
            self.open("domains/compulsory-education.html")
            self.assertIn("招生政策", self.page.ask("document.body.innerText"))
        finally:
            self.page.run_scripts(True)

    @unittest.skipUnless(shutil.which("pdftotext"), "needs pdftotext")
    def test_print_repeats_the_header_and_leaves_the_frame_out(self):
        self.page.prefer("dark")
        self.open("domains/compulsory-education.html")
        paper = self.folder / "print.pdf"
        paper.write_bytes(base64.b64decode(self.page.print()))
        pages = subprocess.run(["pdftotext", "-layout", paper, "-"],
                               check=True, capture_output=True, text=True
                               ).stdout.split("\f")[:-1]
        self.assertGreater(len(pages), 1)
        for page in pages:
            self.assertIn("公开渠道和载体", page)
        self.assertNotIn("深色显示", "".join(pages))
        self.assertNotIn("首页", "".join(pages))


if __name__ == "__main__":
    if not chromium.program():
        print("skipped: there is no Chromium")
        sys.exit(77)
    unittest.main(verbosity=1)
