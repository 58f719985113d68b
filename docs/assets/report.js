// The panel beside a fact: a report that is filled in. Its words come from the page that says how to report.
(() => {
  "use strict";
  const TEMPLATES = { wrong: "fact-wrong.yml", same: "fact-same.yml" };
  let panel;

  const plain = (node) => node.textContent.replace(/\s+/g, " ").trim();

  // What stands of a fact on this page, without its marks and the facts beside it.
  function read(fact) {
    const own = [...fact.children].filter((node) => !node.matches(".mark, [data-fact]"));
    const marks = [...fact.children].filter((node) => node.matches(".mark"));
    const links = marks.flatMap((mark) => [...mark.querySelectorAll('a[href^="http"]:not(.report-link)')]);
    return {
      carrier: fact.dataset.fact.split(":")[0],
      fact: fact.dataset.fact,
      value: own.map(plain).join(" "),
      source: [...marks.map(plain), ...new Set(links.map((link) => link.href))].join("; "),
      date: [...new Set(marks.flatMap((mark) => [...mark.querySelectorAll("time")]).map(plain))].join("; "),
      page: location.origin + location.pathname,
      result: "",
      right: "",
      new: "",
    };
  }

  const written = (report) => panel.lines.map(([key, label]) => `${label}: ${report[key]}`).join("\n");

  // Where a report goes: the form of the repository, else a mail; "" where neither can be opened.
  function target(report, result) {
    const { repository, contact } = panel.box.dataset;
    if (/MicroMessenger/i.test(navigator.userAgent)) return "";
    const filled = { ...report, result: plain(panel.box.querySelector(`[data-result="${result}"]`)) };
    if (repository) {
      const { carrier, fact, value, source, date, page } = report;
      const title = `${fact}: ${result}`;
      const asked = new URLSearchParams({ template: TEMPLATES[result], title, carrier, fact, value, source, date, page });
      return `${repository}/issues/new?${asked}`;
    }
    const mail = contact && !contact.includes("://");
    const text = `subject=${encodeURIComponent(report.fact)}&body=${encodeURIComponent(written(filled))}`;
    return mail ? `mailto:${contact}?${text.replaceAll("%0A", "%0D%0A")}` : "";
  }

  const part = (name) => panel.box.querySelector(`[data-part="${name}"]`);

  function copy() {
    const field = part("copy").querySelector("textarea");
    const done = () => { part("copied").value = part("copied").dataset.text; };
    const select = () => {
      field.select();
      if (document.execCommand("copy")) done();
    };
    if (navigator.clipboard) navigator.clipboard.writeText(field.value).then(done, select);
    else select();
  }

  async function load(address) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.statusText);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const lines = [...page.querySelectorAll("[data-line]")].map((line) => [line.dataset.line, plain(line)]);
    const box = document.adoptNode(page.querySelector("dialog.report"));
    document.querySelector(".page__text").append(box);
    panel = { box, lines };
    part("copier").addEventListener("click", copy);
  }

  function show(fact) {
    const report = read(fact);
    const links = [...part("send").querySelectorAll("a")];
    for (const link of links) link.href = target(report, link.dataset.result);
    const direct = links.every((link) => link.getAttribute("href"));
    part("value").textContent = report.value;
    part("source").textContent = report.source;
    part("send").hidden = !direct;
    part("copy").hidden = direct;
    part("copy").querySelector("textarea").value = written(report);
    part("copied").value = "";
    panel.box.showModal();
  }

  document.addEventListener("click", async (event) => {
    const link = event.target.closest("[data-fact] .report-link");
    if (!link) return;
    event.preventDefault();
    try {
      if (!panel) await load(link.href);
      show(link.closest("[data-fact]"));
    } catch {
      location.assign(link.href);
    }
  });
})();
