// Loaded by the chooser at the root only: sends readers on to their language; /?choose shows the list.
(() => {
  "use strict";

  // How a browser's language begins, and the language of ours for it; the first that fits counts.
  const RULES = [
    [/^zh-(tw|hk|mo|hant)\b/i, "zh-Hant"],
    [/^zh\b/i, "zh-Hans"],
    [/^(no|nb|nn|da|sv)\b/i, "nb"],
    [/^en\b/i, "en"],
  ];
  const links = [...document.querySelectorAll("a[hreflang]")];

  // What the reader once chose (see site.js), null where nothing is kept or nothing may be read.
  function remembered() {
    try {
      return localStorage.getItem("si-opp-language");
    } catch {
      return null;
    }
  }

  function ours(language) {
    return RULES.find(([start]) => start.test(language))?.[1];
  }

  if (new URLSearchParams(location.search).has("choose")) return;
  const wanted = [remembered(), ...navigator.languages.map(ours), "en"];
  // Only the list knows which languages this site was built in.
  const link = wanted.map((tag) => links.find((one) => one.hreflang === tag)).find(Boolean);
  // In the place of this page, so that the way back leads past it; relative, so that any path prefix works.
  if (link) location.replace(link.getAttribute("href"));
})();
