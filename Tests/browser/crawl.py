"""All pages of a site, by its links, as a program without a browser sees them."""

import collections
import html.parser
import re
import urllib.error
import urllib.parse
import urllib.request


class Page(html.parser.HTMLParser):
    """What the markup of a page says."""

    def __init__(self, text):
        super().__init__()
        self.links, self.ids, self.language, self.title, self.headings, self.scripts = [], set(), None, "", 0, []
        self.is_title = False
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.ids.add(values.get("id"))
        self.links += [values["href"]] if tag in ("a", "link") and "href" in values else []
        self.links += [values["src"]] if "src" in values else []
        self.scripts += [tag] if tag == "script" else []
        self.scripts += [name for name in values if name.startswith("on") or name == "style"]
        self.headings += tag == "h1"
        self.is_title = tag == "title" and not self.title
        if tag == "html":
            self.language = values.get("lang")

    def handle_data(self, data):
        self.title += data if self.is_title else ""

    def handle_endtag(self, tag):
        self.is_title = False


def fetch(address):
    """Status, type and text of an answer."""
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:
            return answer.status, answer.headers.get_content_type(), answer.read().decode("utf-8", "replace")
    except urllib.error.HTTPError as refused:
        return refused.code, refused.headers.get_content_type(), refused.read().decode("utf-8", "replace")
    except OSError as failure:
        return f"none ({failure})", None, ""


def kind(path):
    """What an address is an example of: its first part, and how many there are."""
    parts = [part for part in urllib.parse.urlsplit(path).path.split("/") if part]
    parts = parts[1:] if parts[:1] == ["en"] else parts
    return "/".join(parts[:1] + ["…"] * (len(parts) > 1)) or "first"


def is_followed(path, found_on):
    """Whether the links of an address are followed. Lists have endless combinations of filters, years have neighbours without
    end; of these the first step is enough."""
    is_neighbour = kind(path) in ("thang/…", "nam/…") and kind(path) == kind(found_on)
    return not urllib.parse.urlsplit(path).query and not is_neighbour


def crawl(address):
    """(the pages by their paths, what is wrong with them), from the first page on."""
    pages, problems, titles = {}, [], collections.defaultdict(list)
    waiting, known = collections.deque([("/", "/")]), {"/"}
    while waiting:
        path, found_on = waiting.popleft()
        status, form, text = fetch(address + path)
        if status != 200:
            problems.append(f"{path}: status {status}; {found_on} leads there")
        if form != "text/html":
            continue
        page = pages[path] = Page(text)
        wanted = "en" if re.match(r"/en(/|\?|$)", path) else "vi"
        if page.language != wanted:
            problems.append(f"{path}: html lang is {page.language}")
        if page.headings != 1:
            problems.append(f"{path}: {page.headings} h1")
        if page.scripts:
            problems.append(f"{path}: scripts or styles in the markup: {page.scripts}")
        # The present month and year have an address of their own and one without a date, and the first duty of a task that of the task.
        is_second = kind(path) in ("thang", "nam") or kind(path) == "viec/…" and "@" not in path
        if "?" not in path and not is_second:
            titles[wanted, page.title].append(path)
        for link in page.links:
            target = urllib.parse.urljoin(path, link)
            if re.match(r"[a-z]+:|//", target):
                problems.append(f"{path}: leads elsewhere: {link}")
                continue
            target, _, place = target.partition("#")
            if place and target == path and place not in page.ids:
                problems.append(f"{path}: has no place #{place}")
            if target not in known and (is_followed(path, found_on) or "?" in path and "?" not in target):
                known.add(target)
                waiting.append((target, path))
    problems += [f"{paths}: one title: {title}" for (_, title), paths in titles.items() if len(paths) > 1]
    return pages, problems
