"""What tests ask of a page in the browser: scripts that return what breaks a rule, as text."""

from playwright.sync_api import Page

# The nearest block around a node, and whether a text is Chinese.
_HELP = r"""
const blockOf = node => {
  let block = node.parentElement;
  while (getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
  return block;
};
const chinese = function* () {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (/\p{Script=Han}/u.test(node.data) && !node.parentElement.closest("pre")) yield node;
  }
};
const shown = element => element.checkVisibility({visibilityProperty: true}) && element.getClientRects().length > 0;
const named = element => element.outerHTML.slice(0, 140);
"""

LONG_LINES = r"""
const lines = new Map();
for (const node of chinese()) {
  const block = blockOf(node);
  const range = document.createRange();
  range.selectNodeContents(node);
  for (const box of range.getClientRects()) {
    const key = Math.round(box.bottom / 8);
    const known = lines.get(block) ?? lines.set(block, new Map()).get(block);
    const [left, right] = known.get(key) ?? [box.left, box.right];
    known.set(key, [Math.min(left, box.left), Math.max(right, box.right)]);
  }
}
return [...lines].flatMap(([block, known]) => [...known.values()]
  .map(([left, right]) => (right - left) / parseFloat(getComputedStyle(block).fontSize))
  .filter(width => width > most + 0.05)
  .map(width => `${width.toFixed(1)} Han: ${named(block)}`));
"""

SLANTED = r"""
return [...chinese()].map(node => node.parentElement)
  .filter(element => getComputedStyle(element).fontStyle !== "normal").map(named);
"""

# A link inside a sentence is as high as its line (WCAG 2.5.8, inline).
SMALL_TARGETS = r"""
const targets = [...document.querySelectorAll("a[href], button, input, select, summary, textarea")];
return targets.filter(shown).filter(target => {
  if (target.classList.contains("md-skip")) return false;
  const block = blockOf(target);
  const linked = [...block.querySelectorAll("a")].reduce((sum, link) => sum + link.textContent.length, 0);
  const around = block.textContent.replace(/\s/g, "").length - linked;
  if (getComputedStyle(target).display === "inline" && around > 8) return false;
  const box = target.getBoundingClientRect();
  return box.width < least - 0.1 || box.height < least - 0.1;
}).map(named);
"""

MOVING = r"""
const seconds = list => Math.max(...list.split(",").map(parseFloat));
return [...document.querySelectorAll("*")].flatMap(element => [null, "::before", "::after"].map(part => {
  const style = getComputedStyle(element, part);
  const moves = seconds(style.transitionDuration) > 0 || style.animationName !== "none";
  return moves || style.scrollBehavior === "smooth" ? named(element) : "";
})).filter(Boolean);
"""

# What has no edge and no ground of its own cannot be seen where the reader's colours replace ours.
UNSEEN_CONTROLS = r"""
const controls = [...document.querySelectorAll("input, button, .button, .chip, .need")].filter(shown);
return controls.filter(control => {
  const style = getComputedStyle(control);
  // A box that the browser draws itself has an edge in the reader's colours, and none that a style tells.
  if (control.type === "checkbox" && style.appearance === "auto") return false;
  const ground = getComputedStyle(document.body).backgroundColor;
  // A line to write on has its edge below.
  const edge = parseFloat(style.borderTopWidth) ? style.borderTopColor : style.borderBottomColor;
  return parseFloat(style.borderBottomWidth) === 0 || edge === ground || style.color === ground;
}).map(named);
"""

UNSEEN_SHAPES = r"""
const ground = getComputedStyle(document.body).backgroundColor;
return [...document.querySelectorAll(".mark")].filter(shown).filter(mark => {
  const style = getComputedStyle(mark, "::before");
  return (style.content === '""' ? style.borderTopColor : style.color) === ground;
}).map(named);
"""


def ask(page: Page, script: str, **values: float) -> list[str]:
    """What a script of this module finds on the page."""
    found: list[str] = page.evaluate(f"({{{', '.join(values)}}}) => {{ {_HELP} {script} }}", values)
    return found


def overhang(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    pixels: int = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return pixels
