// Loaded by the search page: finds the page that answers what was typed. Nothing is sent anywhere.
(() => {
  "use strict";

  // Words that ask instead of naming something; what stands on both sides of one is read apart.
  const ASKED =
    /怎么办|怎么|怎样|如何|什么|为什么|请问|可以|能不能|是不是|一个|已经|还会|还要|以后|但是|不想|我的|我|你|的|了|吗|呢|啊|在|要|想|会|被|把|有|和/g;
  const DROPPED = new Set(
    ("a an and are at be but by can do does for from have has how i in is it me my of on or the their they this to " +
      "was what when where who why will with you your " +
      "av de deg den det du en er et for fra får har hva hvem hvor hvordan hvorfor i jeg kan med meg min mitt mine når og " +
      "på seg som til vi å").split(" "),
  );
  // Everybody who searches here wants to end something: such a word alone says little about the page.
  const COMMON = new Set(
    ("注销 销户 退卡 解约 退订 退租 取消 停用 cancel cancelling cancellation end ending terminate si opp oppsigelse sier avslutte " +
      "挪威 norway norwegian norge norsk norske 手机号 手机卡 电话卡 电话号 号码 sim卡 phone mobile mobil sim")
      .split(" ")
      .flatMap((word) => (/^\p{Script=Han}+$/u.test(word) ? pairs(word) : [word])),
  );
  // A carrier before the steps for its cards; what says a little of everything, and brands that may be gone, last.
  const KINDS = { carrier: 1.6, card: 1.4, page: 1.1, steps: 1, gone: 1.2, hub: 0.6 };
  const MOST = 10;

  function folded(text, fold) {
    const plain = text.normalize("NFKC").toLowerCase();
    return Array.from(plain, (sign) => fold.get(sign) ?? sign)
      .join("")
      .replaceAll("ø", "o")
      .replaceAll("æ", "ae")
      .normalize("NFD")
      .replace(/\p{M}/gu, "");
  }

  // "+47 915 09 000", "0047 91509000" and "915 09 000" are one number.
  function numbersJoined(text) {
    const joined = text.replace(/(?<=\d)[\s.-]+(?=\d)/g, "");
    return joined.replace(/\+?(?:00)?47(\d{8})(?!\d)/g, "$1");
  }

  function pairs(run) {
    return run.length < 2 ? [run] : Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2));
  }

  // The terms of a text: Latin words and numbers whole, Chinese by pairs of signs.
  function terms(text, fold, query = false) {
    let plain = numbersJoined(folded(text, fold));
    if (query) plain = plain.replace(ASKED, " ");
    const found = plain.match(/\p{Script=Han}+|[\p{Script=Latin}\d]+/gu) ?? [];
    return found.flatMap((run) => (/\p{Script=Han}/u.test(run) ? pairs(run) : [run]));
  }

  function asked(text, fold) {
    const all = [...new Set(terms(text, fold, true))];
    const telling = all.filter((term) => !DROPPED.has(term));
    return telling.length ? telling : all;
  }

  // The list of all pages that can be found, from the index that a build makes (scripts/exporting/search.py).
  function documents(index) {
    const title = (kind, name, card) => index.titles[kind].replace("{name}", name).replace("{guide}", card);
    const cards = new Map(index.cards.map(([id, label, words]) => [id, { label, words }]));
    const list = index.pages.map(([address, label, words, headings, kind]) => {
      return { address, title: label, kind, name: label, words, headings };
    });
    for (const [id, { label, words }] of cards) {
      list.push({ address: `guides/${id}/`, title: label, kind: "card", name: label, words, headings: "" });
    }
    for (const [slug, name, words, guides, kind] of index.carriers) {
      list.push({ address: `carriers/${slug}/`, title: title("carrier", name, ""), kind, name, words, headings: "" });
      for (const id of guides) {
        const card = cards.get(id);
        list.push({
          address: `carriers/${slug}/${id}/`,
          title: title("steps", name, card.label),
          kind: "steps",
          name: `${name} ${card.label}`,
          words: card.words,
          headings: `${name} ${words}`,
        });
      }
    }
    return list.map((one, id) => ({ id, ...one }));
  }

  function engine(MiniSearch, index) {
    const fold = new Map(pairsOf(index.fold));
    const all = documents(index);
    const mini = new MiniSearch({
      fields: ["name", "words", "headings"],
      tokenize: (text) => terms(text, fold),
      processTerm: (term) => term,
    });
    mini.addAll(all);
    return { mini, fold, all };
  }

  function pairsOf(text) {
    const signs = Array.from(text);
    return signs.flatMap((sign, at) => (at % 2 ? [] : [[sign, signs[at + 1]]]));
  }

  // The pages for what was typed, the best first: how much of it a page answers counts before how well.
  function find({ mini, fold, all }, text) {
    const wanted = asked(text, fold);
    if (!wanted.length) return [];
    const weight = (term) => (COMMON.has(term) ? 0.15 : 1);
    const whole = wanted.reduce((sum, term) => sum + weight(term), 0);
    const latin = (term) => /^[\p{Script=Latin}]/u.test(term);
    const found = mini.search(wanted.join(" "), {
      tokenize: () => wanted,
      boost: { name: 3, words: 2, headings: 0.6 },
      fuzzy: (term) => (latin(term) && term.length > 3 ? 0.25 : false),
      prefix: (term) => latin(term) && term.length > 2,
      weights: { fuzzy: 0.5, prefix: 0.6 },
      boostTerm: weight,
    });
    const scored = found.flatMap((hit) => {
      const page = all[hit.id];
      const fields = Object.values(hit.match).flat();
      // Steps are those of a carrier: without it the card itself is the answer.
      if (page.kind === "steps" && !fields.includes("headings")) return [];
      const covered = hit.queryTerms.reduce((sum, term) => sum + weight(term), 0) / whole;
      // Named or listed under a word is more than mentioned in a heading.
      const told = fields.some((field) => field !== "headings") ? 1 : 0.5;
      return [{ page, score: hit.score * covered ** 2 * told * KINDS[page.kind] }];
    });
    return scored.sort((one, two) => two.score - one.score || one.page.id - two.page.id).map(({ page }) => page);
  }

  function show(list, pages, root) {
    const rows = pages.slice(0, MOST).map((page) => {
      const row = document.createElement("li");
      const link = document.createElement("a");
      link.href = root + page.address;
      link.textContent = page.title;
      row.append(link);
      return row;
    });
    list.replaceChildren(...rows);
  }

  async function start(page) {
    const field = page.querySelector("input[type=search]");
    const list = page.querySelector("#results");
    const status = page.querySelector("[role=status]");
    const response = await fetch(page.dataset.index);
    const ready = engine(globalThis.MiniSearch, await response.json());
    const run = () => {
      const text = field.value.trim();
      const pages = text ? find(ready, text) : [];
      show(list, pages, page.dataset.root);
      const said = pages.length ? page.dataset.found : page.dataset.none;
      status.textContent = text ? said.replace("{total}", Math.min(pages.length, MOST)) : "";
      page.querySelector(".search__none").hidden = !text || pages.length > 0;
    };
    field.value = new URLSearchParams(location.search).get("q") ?? "";
    field.addEventListener("input", () => {
      run();
      history.replaceState(null, "", `?q=${encodeURIComponent(field.value)}`);
    });
    page.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      run();
      list.querySelector("a")?.focus();
    });
    run();
  }

  if (typeof module === "object") module.exports = { engine, find, terms };
  else document.querySelectorAll(".search").forEach(start);
})();
