// Loaded on every page of the frame and on those above the languages: what these need of a script.
(() => {
  "use strict";

  // Only a link that the reader follows is a choice: a visit may come from somebody else's link.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[hreflang]");
    if (!link) return;
    try {
      localStorage.setItem("si-opp-language", link.hreflang);
    } catch {
      // A browser may forbid it: then the link is followed and nothing remembered.
    }
  });

  // A site may stand for long as it was built: what grew old since then counts too.
  const today = new Date().toISOString().slice(0, 10);
  for (const notice of document.querySelectorAll("[data-later]")) {
    const number = notice.firstElementChild;
    let old = Number(number.dataset.built);
    for (const part of notice.dataset.later.split(" ")) {
      const [more, day] = part.split(":");
      if (day <= today) old += Number(more);
    }
    number.textContent = old;
    if (old) notice.hidden = false;
  }

  // Beside each fact the link of the footer. It has no text: its words are set by the sheet, and belong to no fact.
  const report = document.querySelector(".report-link");
  if (!report) return;
  for (const mark of document.querySelectorAll("[data-fact] > .mark:not(.mark ~ .mark)")) {
    const link = report.cloneNode();
    link.title = report.textContent;
    link.ariaLabel = `${link.title}: ${mark.parentNode.firstElementChild.textContent}`;
    mark.append(link);
  }
  // What it opens is asked for when it is first wanted; without that, the link leads to the page that says how.
  document.addEventListener("click", function first(event) {
    const link = event.target.closest("[data-fact] .report-link");
    if (!link) return;
    event.preventDefault();
    document.removeEventListener("click", first);
    const script = document.createElement("script");
    script.src = report.dataset.script;
    script.onload = () => link.click();
    script.onerror = () => location.assign(link.href);
    document.head.append(script);
  });
})();
