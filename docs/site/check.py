"""Every link and anchor of a built site, and what its pages would load from elsewhere."""

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


class Page(HTMLParser):
    """What a page of HTML leads to, what it loads, and the anchors that it has."""

    def __init__(self, path):
        super().__init__()
        self.links, self.loads, self.anchors = [], [], {""}
        self.feed(path.read_text())

    def handle_starttag(self, tag, attributes):
        has = dict(attributes)
        self.anchors.update(has[name] for name in ("id", "name") if has.get(name))
        if tag == "a" and "href" in has:
            self.links.append(has["href"])
        if "src" in has:
            self.loads.append(has["src"])
        if tag == "link" and has.get("rel") not in ("canonical", "prev", "next"):
            self.loads.append(has["href"])


def target_of(folder, page, link):
    """The file that a link leads to."""
    path = unquote(urlsplit(link).path)
    to = (page.parent / path).resolve() if path else page
    return to / "index.html" if to.is_dir() else to


def wrong_links(folder):
    """A sentence for each link to a page or anchor that is not there, and for each thing loaded from elsewhere."""
    folder = Path(folder).resolve()
    pages = {path: Page(path) for path in sorted(folder.rglob("*.html")) if path.name != "404.html"}
    for path, page in pages.items():
        at = path.relative_to(folder)
        for load in page.loads:
            if urlsplit(load).netloc:
                yield f"{at}: loads {load} from elsewhere"
        for link in page.links + page.loads:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            to = target_of(folder, path, link)
            if not to.is_relative_to(folder) or not to.exists():
                yield f"{at}: the link {link} leads to no page"
            elif to in pages and unquote(parts.fragment) not in pages[to].anchors:
                yield f"{at}: the link {link} leads to no anchor of that page"
