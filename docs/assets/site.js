// Loaded on every page of the theme and on those above the languages: what these need of a script.
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
})();
