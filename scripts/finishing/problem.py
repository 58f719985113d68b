"""The rules of the built site, and what to do about each."""

from model.problem import Problem

ADVICE = {
    "absolute": "write the address relative to the page; only 404.html may begin with the prefix",
    "alternates": "overrides/partials/head.html writes them for every page that has an address of its own",
    "canonical": "overrides/partials/head.html writes it, from SITE_URL",
    "description": "give the page a `summary` in its front matter, and one description only",
    "duplicate-id": "give each element an id of its own",
    "foreign": "keep a copy in docs/assets; no page asks another host for anything",
    "fragment": "link to an id that exists on that page",
    "heading": "give the page exactly one h1",
    "inline-handler": "move it to a script file: the policy stops it",
    "inline-script": "move it to a script file: the policy stops it",
    "inline-style": "use a class of docs/assets/site.css: the policy stops it",
    "lang": "give the html element its language tag",
    "languages": "overrides/partials/alternate.html writes them; hreflang is for links to the same page only",
    "link": "link to a page or file of the site; a folder's address ends with a slash",
    "policy": "put the policy of scripts/engine/policy.py first into the head, once",
    "scheme": "link with https, http, tel or mailto only",
    "sitemap": "scripts/finishing/sitemap.py writes it when all pages are there",
    "title": "give the page one title that begins with its h1",
}


class SiteProblems(Exception):
    """The built site has problems; the old site stays. Its text is one problem after another."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def site_problem(file: str, place: tuple[int, int], rule: str, text: str) -> Problem:
    """A problem of the built site; file as `site/zh/…`, place: line and column from 1."""
    return Problem(file, *place, rule, text, ADVICE[rule])
