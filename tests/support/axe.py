"""axe-core, asked about a page as it is shown."""

from typing import Any

from playwright.sync_api import Page

from support.project import ROOT

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async tags => {
  const found = await axe.run(document, {runOnly: {type: "tag", values: tags}, resultTypes: ["violations"]});
  return found.violations.flatMap(one => one.nodes.map(node => `${one.id}: ${node.html.slice(0, 160)}`));
}"""
SOURCE = ROOT / "node_modules" / "axe-core" / "axe.min.js"


def violations(page: Page) -> list[str]:
    """What axe finds: the rule and the element that breaks it."""
    if page.evaluate("typeof axe === 'undefined'"):
        page.evaluate(SOURCE.read_text(encoding="utf-8"))
    found: list[Any] = page.evaluate(RUN, TAGS)
    return [str(one) for one in found]
