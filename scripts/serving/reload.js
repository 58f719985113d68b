// Served by `make serve` only: loads the page again when the site has changed since it was read.
(() => {
  const shown = document.currentScript.dataset.version;

  async function look() {
    try {
      const answer = await fetch("/__version", { cache: "no-store" });
      if (answer.ok && (await answer.text()) !== shown) {
        location.reload();
        return;
      }
    } catch {
      // The server is starting again, or gone: ask again.
    }
    setTimeout(look, 300);
  }

  look();
})();
