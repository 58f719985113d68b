// Puts chosen checklists one after another on the page /print/, each on its own sheet; ?list= says which.
(() => {
  "use strict";

  const boxes = [...document.querySelectorAll(".choices input")];
  const bar = document.querySelector(".print__bar");
  const status = bar.querySelector("[role=status]");
  const print = bar.querySelector("#print");
  const copies = new Map();
  let unknown = [];

  // A file may not read other files: there the links alone must do.
  if (location.protocol === "file:") {
    document.getElementById("from-file").hidden = false;
    return;
  }

  function chosen() {
    return boxes.filter((box) => box.checked);
  }

  // What a reader ticked and wrote on the checklist itself stands on its copy too.
  function fill(sheet, path) {
    let kept = {};
    try {
      kept = JSON.parse(localStorage.getItem(`siopp:${path}`)) ?? {};
    } catch {
      // Nothing may be read, or it is not ours: the copy stays blank.
    }
    for (const field of sheet.querySelectorAll("input[name]")) {
      const value = kept[field.name];
      if (field.type === "checkbox") field.toggleAttribute("checked", value === true);
      else if (typeof value === "string") field.setAttribute("value", value);
    }
  }

  // Ids and links of a copy must hold beside those of the others, and from this page.
  function settle(sheet, prefix, address) {
    for (const one of sheet.querySelectorAll("[id]")) one.id = prefix + one.id;
    for (const name of ["for", "aria-labelledby", "aria-describedby"]) {
      for (const one of sheet.querySelectorAll(`[${name}]`)) {
        one.setAttribute(name, one.getAttribute(name).split(" ").map((id) => prefix + id).join(" "));
      }
    }
    for (const one of sheet.querySelectorAll("a[href]")) {
      const href = one.getAttribute("href");
      one.setAttribute("href", href.startsWith("#") ? `#${prefix}${href.slice(1)}` : new URL(href, address).href);
    }
  }

  async function copied(box) {
    const address = box.closest("li").querySelector("a").href;
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${answer.status} ${address}`);
    const main = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main");
    const sheet = document.createElement("section");
    sheet.className = `${main.className} copy`;
    sheet.append(...main.childNodes);
    for (const one of sheet.querySelectorAll("script, nav, .tools, .sheet__back")) one.remove();
    sheet.setAttribute("aria-label", sheet.querySelector("h1").textContent);
    settle(sheet, `${box.value.replaceAll("/", "-")}-`, address);
    fill(sheet, new URL(address).pathname);
    return sheet;
  }

  function say(failed) {
    const parts = [status.dataset.chosen.replace("#", chosen().length)];
    if (unknown.length) parts.push(`${status.dataset.unknown} ${unknown.join(", ")}`);
    if (failed.length) parts.push(`${status.dataset.failed} ${failed.join(", ")}`);
    status.textContent = parts.join(" ");
    print.disabled = copies.size === 0;
  }

  // One round at a time: a box ticked meanwhile is seen by the next.
  let round = Promise.resolve();
  function show() {
    round = round.then(async () => {
      const failed = [];
      await Promise.all(chosen().filter((box) => !copies.has(box)).map(async (box) => {
        try {
          copies.set(box, await copied(box));
        } catch {
          failed.push(box.labels[0].textContent);
        }
      }));
      for (const [box, sheet] of [...copies]) {
        if (!box.checked) {
          sheet.remove();
          copies.delete(box);
        }
      }
      document.body.append(...boxes.filter((box) => copies.has(box)).map((box) => copies.get(box)));
      say(failed);
    });
  }

  function change() {
    unknown = [];
    const list = chosen().map((box) => box.value).join(",");
    history.replaceState(null, "", list ? `?list=${list}` : location.pathname);
    show();
  }

  for (const box of boxes) {
    box.labels[0].hidden = false;
    box.checked = false;
    box.addEventListener("change", change);
  }
  const wanted = (new URLSearchParams(location.search).get("list") ?? "").split(",").filter(Boolean);
  for (const key of wanted) {
    const box = boxes.find((one) => one.value === key);
    if (box) box.checked = true;
    else unknown.push(key);
  }
  bar.hidden = false;
  print.hidden = typeof window.print !== "function";
  print.addEventListener("click", () => window.print());
  bar.querySelector("#none").addEventListener("click", () => {
    for (const box of boxes) box.checked = false;
    change();
  });
  show();
})();
