#!/usr/bin/python3
"""What is made of the Markdown for the site, and what is found wrong in a built one."""

import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True

from check import wrong_links  # noqa: E402
from pages import Pages, as_python_markdown  # noqa: E402


class AsPythonMarkdownTest(unittest.TestCase):
    def test_indents_what_belongs_to_an_item_by_four_blanks_for_each_level(self):
        self.assertEqual(as_python_markdown("- a\n  b\n  - c\n\n    d\n"), "- a\n    b\n    - c\n\n        d\n")

    def test_keeps_code_in_an_item_code(self):
        self.assertEqual(as_python_markdown("1. a\n\n       code\n"), "1. a\n\n        code\n")

    def test_parts_items_of_several_paragraphs_from_the_next(self):
        self.assertEqual(as_python_markdown("1. a\n\n   b\n2. c\n3. d\n"), "1. a\n\n    b\n\n2. c\n3. d\n")

    def test_parts_a_list_from_the_paragraph_before(self):
        self.assertEqual(as_python_markdown("a\n- b\n- c\n"), "a\n\n- b\n- c\n")

    def test_takes_a_number_at_the_beginning_of_a_line_for_no_list(self):
        self.assertEqual(as_python_markdown("100 and 15 make\n115. That is all\n"), "100 and 15 make\n115. That is all\n")

    def test_leaves_fenced_code_as_it_is(self):
        self.assertEqual(as_python_markdown("```\na\n- b\n  c\n```\n"), "```\na\n- b\n  c\n```\n")


class InFolders(unittest.TestCase):
    def setUp(self):
        made = tempfile.TemporaryDirectory()
        self.addCleanup(made.cleanup)
        self.root, self.to = Path(made.name) / "root", Path(made.name) / "to"

    def write(self, files):
        for path, text in files.items():
            (self.root / path).parent.mkdir(parents=True, exist_ok=True)
            (self.root / path).write_text(text)


class PagesTest(InFolders):
    def page(self, text, **files):
        self.write({"docs/a.md": text, **{path.replace("__", "/").replace("_", "."): what for path, what in files.items()}})
        Pages(self.root, self.to).take("docs/a.md")
        return (self.to / "docs/a.md").read_text().strip()

    def test_shows_a_source_file_that_is_linked_to_on_a_page_of_its_own(self):
        self.assertEqual(self.page("[x](../labs/x.h)", labs__x_h="int x;\n"), "[x](../labs/x.h.md)")
        self.assertIn("~~~~~cpp\nint x;\n", (self.to / "labs/x.h.md").read_text())

    def test_takes_pictures_and_other_pages_along(self):
        self.assertEqual(self.page("![p](p.svg) [b](b.md#c)", docs__p_svg="<svg/>", docs__b_md="# C\n"), "![p](p.svg) [b](b.md#c)")
        self.assertTrue((self.to / "docs/p.svg").exists() and (self.to / "docs/b.md").exists())

    def test_lists_the_files_of_a_folder(self):
        self.assertEqual(self.page("[f](../f)", f__x_h="int x;\n"), "[f](../f/index.md)")
        self.assertIn("- [x.h](x.h.md)", (self.to / "f/index.md").read_text())

    def test_shows_nothing_of_solutions(self):
        self.assertEqual(self.page("see [the code](../solutions/x.h)", solutions__x_h="int x;\n"), "see the code")
        self.assertFalse((self.to / "solutions").exists())

    def test_leaves_links_in_code_the_web_and_what_is_missing_as_they_are(self):
        text = "[w](https://example.org) [m](missing.h)\n\n    [c](../x.h)"
        self.assertEqual(self.page(text, x_h="int x;\n"), text)


class WrongLinksTest(InFolders):
    def found(self, page):
        self.write({"index.html": page, "b/index.html": '<h1 id="there">B</h1>'})
        return list(wrong_links(self.root))

    def test_says_nothing_of_links_that_lead_somewhere(self):
        self.assertEqual(self.found('<a href="b/#there"></a><a href="b/"></a><a href="https://example.org"></a>'), [])

    def test_finds_a_link_to_no_page(self):
        self.assertEqual(self.found('<a href="c/">'), ["index.html: the link c/ leads to no page"])

    def test_finds_a_link_to_no_anchor(self):
        self.assertEqual(self.found('<a href="b/#gone">'), ["index.html: the link b/#gone leads to no anchor of that page"])

    def test_finds_a_picture_that_is_missing(self):
        self.assertEqual(self.found('<img src="p.png">'), ["index.html: the link p.png leads to no page"])

    def test_finds_what_is_loaded_from_elsewhere(self):
        self.assertEqual(self.found('<script src="https://example.org/x.js">'), ["index.html: loads https://example.org/x.js from elsewhere"])


if __name__ == "__main__":
    unittest.main()
