#!/usr/bin/env python3
"""Reads pictures, pages and traces as a viewer would, and says what is wrong with them.

usage: check_files.py PROGRAM      that writes them into the folder it is given
"""
import base64
import html.parser
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.parse
import xml.etree.ElementTree as xml

SVG = "{http://www.w3.org/2000/svg}"
LEAST_FONT_PX = 11
PICTURE = "data:image/svg+xml,"
PIXELS = "data:image/png;base64,"


def holds_png(address):
    """Whether the address holds the picture itself, whole: from the signature to the last chunk (PNG, section 5)."""
    if not address.startswith(PIXELS):
        return False
    file = base64.b64decode(address.removeprefix(PIXELS), validate=True)
    return file.startswith(b"\x89PNG\r\n\x1a\n") and file[-8:-4] == b"IEND"


def wrong_with_picture(text):
    root = xml.fromstring(text)
    _, _, width, height = map(float, root.get("viewBox").split())
    if root.tag != SVG + "svg" or width != 760:
        yield "no picture of the usual width"
    if root[0].tag != SVG + "title" or not root[0].text:
        yield "no title"
    for element in root.iter():
        if element.tag in (SVG + "script", SVG + "foreignObject"):
            yield f"{element.tag} may not be there"
        if element.tag == SVG + "image" and not holds_png(element.get("href", "")):
            yield "an image that holds no PNG file"
        for name, value in element.attrib.items():
            if "http" in value or re.search(r"nan|inf", value):
                yield f"{element.tag} {name}={value}"
        for end, most in (("x", width), ("x1", width), ("x2", width), ("y", height), ("y1", height), ("y2", height)):
            if not 0 <= float(element.get(end, 0)) <= most:
                yield f"{element.tag} lies outside: {element.attrib}"
    for size in re.findall(r"font-size: *(\d+)px", root.find(SVG + "style").text):
        if int(size) < LEAST_FONT_PX:
            yield f"text of {size} px"
    if len(list(root.iter(SVG + "rect"))) > 40_000:
        yield "what nobody can see is not left out"


class Page(html.parser.HTMLParser):
    """What of a page can be wrong: tags left open, addresses, pictures."""

    def __init__(self, text):
        super().__init__()
        self.open, self.pictures, self.wrongs = [], [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        if tag not in ("meta", "img"):
            self.open.append(tag)
        for name, value in attrs:
            if name == "src" and value.startswith(PICTURE):
                self.pictures.append(urllib.parse.unquote(value.removeprefix(PICTURE)))
            elif name in ("src", "href"):
                self.wrongs.append(f"needs another file: {value[:80]}")

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrongs.append(f"{tag} is closed where it is not open")


def wrong_with_page(text):
    page = Page(text)
    yield from page.wrongs + [f"{tag} is left open" for tag in page.open]
    if not page.pictures:
        yield "no picture"
    for picture in page.pictures:
        yield from wrong_with_picture(picture)


def wrong_with_trace(text):
    events = json.loads(text)["traceEvents"]
    named = {event["tid"] for event in events if event["ph"] == "M" and event["name"] == "thread_name"}
    ends = {}
    for event in events:
        if event["ph"] not in "XM" or "pid" not in event or "name" not in event:
            yield f"no event: {event}"
        if event["ph"] != "X":
            continue
        if event["tid"] not in named:
            yield f"a thread without a name: {event}"
        begin = round(1000 * event["ts"])
        if event["dur"] < 0 or begin < ends.get(event["tid"], 0):
            yield f"overlaps the one before: {event}"
        ends[event["tid"]] = begin + round(1000 * event["dur"])
    if not ends:
        yield "no events"


LOOK = {".svg": wrong_with_picture, ".html": wrong_with_page, ".json": wrong_with_trace}


def main(program):
    wrongs = []
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([program, folder], check=True)
        files = sorted(pathlib.Path(folder).iterdir())
        for file in files:
            wrongs += [f"{file.name}: {wrong}" for wrong in LOOK[file.suffix](file.read_text(encoding="utf-8"))]
    print("\n".join(wrongs) or f"{len(files)} files are as they should be")
    return 1 if wrongs or not files else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
