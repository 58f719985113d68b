// Loaded by the directory: shows the carriers that fit what was chosen. Each row says its own values in data-*.
(() => {
  "use strict";

  // Unknown is a value of its own: a row fits only what it says itself.
  function fits(row, chosen) {
    return Object.entries(chosen).every(([name, value]) => (row[name] ?? "").split(" ").includes(value));
  }

  // Only values that the form knows; known: name -> values.
  function read(search, known) {
    const asked = [...new URLSearchParams(search)];
    return Object.fromEntries(asked.filter(([name, value]) => value && Object.hasOwn(known, name) && known[name].includes(value)));
  }

  function written(chosen) {
    const parts = Object.entries(chosen).map((part) => part.join("="));
    return parts.length ? "?" + parts.join("&") : "";
  }

  function start(form) {
    const selects = [...form.querySelectorAll("select")];
    const known = Object.fromEntries(selects.map((one) => [one.name, [...one.options].map((option) => option.value)]));
    const tables = [...document.querySelectorAll(".table:has(tr[data-house])")];
    const status = form.querySelector("[role=status]");
    const chosen = () => Object.fromEntries(selects.filter((one) => one.value).map((one) => [one.name, one.value]));

    // A house without carriers goes with its heading, and with the heading's line in the list of contents.
    function fold(table) {
      table.hidden = !table.querySelector("tbody tr:not([hidden])");
      const heading = table.previousElementSibling;
      heading.hidden = table.hidden;
      const line = document.querySelector(`.toc a[href="#${heading.id}"]`);
      if (line) line.closest("li").hidden = table.hidden;
    }

    function show() {
      const wanted = chosen();
      const rows = tables.flatMap((table) => [...table.querySelectorAll("tbody tr")]);
      rows.forEach((row) => (row.hidden = !fits(row.dataset, wanted)));
      tables.forEach(fold);
      const total = rows.filter((row) => !row.hidden).length;
      status.textContent = total ? form.dataset.shown.replace("{total}", total) : form.dataset.none;
    }

    function changed() {
      history.replaceState(null, "", location.pathname + written(chosen()) + location.hash);
      show();
    }

    const asked = read(location.search, known);
    selects.forEach((one) => (one.value = asked[one.name] ?? ""));
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", changed);
    form.addEventListener("reset", (event) => {
      event.preventDefault();
      selects.forEach((one) => (one.value = ""));
      changed();
    });
    form.hidden = false;
    show();
  }

  if (typeof module === "object") module.exports = { fits, read, written };
  else document.querySelectorAll(".filters").forEach(start);
})();
