"use strict";
// Fills the letters of the page, whose texts are read from it. What is typed stays here.
(() => {
  const LOCALES = {"zh-Hans": "zh-Hans-CN", "zh-Hant": "zh-Hant-TW", en: "en-GB", nb: "nb-NO"};
  // Mail programs cut longer addresses.
  const LONGEST_LINK = 1900;
  // All that may stand in the address.
  const PLACES = ["carrier", "kind", "contract"];

  const trimmed = text => text.split("\n").map(line => line.trim().replace(/\s+/g, " ")).join("\n").trim();

  // 2026-11-20 as a language writes it; "" for what is no day.
  const dayText = (iso, language) => {
    const day = new Date(`${iso}T00:00:00Z`);
    if (!/^\d{4}-\d\d-\d\d$/.test(iso) || Number.isNaN(day.getTime())) return "";
    return new Intl.DateTimeFormat(LOCALES[language], {dateStyle: "long", timeZone: "UTC"}).format(day);
  };

  const todayOf = now =>
    [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, "0")).join("-");

  // "a:b c:d" as [["a", "b"], ["c", "d"]].
  const listed = text => (text ? text.split(" ").map(part => part.split(":")) : []);

  // The texts of a line's pieces: a slot without a value keeps its blank.
  const filled = (pieces, values) => pieces.map(({text, slot}) => (slot && values[slot]) || text);

  // Whether a line is part of the letter: for its contracts; one that is optional, with every slot filled.
  const belongs = ({optional, only, slots}, values, contract) =>
    (!only.length || only.includes(contract)) && (!optional || slots.every(slot => values[slot]));

  // What the slots hold in a language; words: its names of contracts and ends.
  const valuesIn = (language, typed, dates, choice, words) => {
    const values = {carrier: choice.called, company: choice.company, contract: words[choice.contract]};
    for (const [name, text] of Object.entries(typed)) {
      values[name] = dates.has(name) ? dayText(text, language) : trimmed(text);
    }
    values.today = dayText(choice.today, language);
    const rule = words[`end-${choice.end}`] || words["end-soonest"];
    values.end = values.end ? words["end-day"].replace("{day}", values.end) : rule.replace("{days}", choice.days);
    return values;
  };

  // The last day if notice came today, as the rule has it; "" without a rule that counts from notice.
  const proposed = (rules, rule, days, today) =>
    rule && !rules.isRenewal(rule) ? rules.apply({rule, days: Number(days)}, today) : "";

  // A link that opens a mail; a letter too long for it is left out, to be pasted.
  const mailLink = (address, subject, text) => {
    const short = `mailto:${address}?subject=${encodeURIComponent(subject)}`;
    const href = `${short}&body=${encodeURIComponent(text.replace(/\n/g, "\r\n"))}`;
    return href.length > LONGEST_LINK ? {href: short, whole: false} : {href, whole: true};
  };

  // What a query chooses, as far as the page knows it.
  const chosen = (query, known) => {
    const asked = new URLSearchParams(query);
    return Object.fromEntries(PLACES.map(name => [name, known[name].includes(asked.get(name)) ? asked.get(name) : ""]));
  };

  const queryOf = choice => {
    const said = new URLSearchParams(PLACES.filter(name => choice[name]).map(name => [name, choice[name]]));
    return said.size ? `?${said}` : "";
  };

  if (typeof module === "object") {
    module.exports = {belongs, chosen, dayText, filled, listed, mailLink, proposed, queryOf, todayOf, trimmed, valuesIn};
    return;
  }

  const find = id => document.getElementById(`letter-${id}`);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const parts = text => (text || "").split(" ").filter(Boolean);
  const show = (node, shown) => { node.hidden = !shown; };
  const [form, carrier, kind, contract, said] = ["form", "carrier", "kind", "contract", "said"].map(find);
  const own = document.documentElement.lang;
  const blocks = all(".letter-to");
  const fields = all("[data-field]");
  const dates = new Set(fields.filter(field => field.querySelector("[type=date]")).map(field => field.dataset.field));
  const words = {};
  for (const {lang, dataset, textContent} of all("i", find("words").content)) {
    (words[lang || own] ??= {})[dataset.word] = textContent;
  }

  // The heading of a letter and what stands between them.
  const above = node => {
    const one = node.previousElementSibling;
    return /^H[23]$/.test(one.tagName) ? [one] : [one, ...above(one)];
  };
  const pairOf = node => ({
    node,
    part: node.classList[1] || "",
    optional: "optional" in node.dataset,
    only: parts(node.dataset.only),
    slots: all("p:first-child [data-slot]", node).map(slot => slot.dataset.slot),
    columns: all("p", node).map(column => ({
      column,
      language: column.lang || own,
      pieces: [...column.childNodes].map(piece => ({node: piece, text: piece.textContent, slot: piece.dataset?.slot})),
    })),
  });
  const letters = all(".letter").map(node => {
    const {letter, sent, fields: used, suits} = node.dataset;
    const shown = [node, ...above(node)];
    return {node, shown, kind: letter, sent, fields: parts(used), suits: parts(suits), pairs: all(".pair", node).map(pairOf)};
  });

  const wanted = () => {
    const block = blocks.find(one => one.dataset.carrier === carrier.value);
    const data = block?.dataset || {};
    const called = data.called ?? block?.querySelector("summary").textContent;
    const refused = Object.fromEntries(listed(data.refused))[kind.value];
    const letter = letters.find(one => one.kind === kind.value && one.sent === (data.sent || "nb"));
    const ends = listed(data.contracts).filter(([name]) => letter?.suits.includes(name));
    return {data, refused, letter, ends, called, company: data.company ?? called};
  };

  const offer = names => {
    for (const option of contract.options) show(option, names.includes(option.value));
    if (!names.includes(contract.value)) contract.value = names[0] || "subscription";
    show(contract.parentElement, names.length > 1);
  };

  const fill = ({pairs, fields: used}, choice) => {
    const typed = Object.fromEntries(used.map(name => [name, document.getElementById(`field-${name}`).value]));
    for (const pair of pairs) {
      const values = pair.columns.map(({language}) => valuesIn(language, typed, dates, choice, words[language]));
      show(pair.node, belongs(pair, values[0], choice.contract));
      pair.columns.forEach(({pieces}, number) => filled(pieces, values[number]).forEach((text, place) => {
        if (pieces[place].slot) pieces[place].node.textContent = text;
      }));
    }
  };

  const textOf = ({pairs}, without = null) => pairs
    .filter(pair => !pair.node.hidden && pair.part !== without).map(pair => pair.columns[0].column.textContent).join("\n");

  const mail = (letter, data) => {
    const address = parts(data.mailKinds).includes(kind.value) && data.mail;
    show(find("mail"), address);
    said.textContent = "";
    if (!address) return;
    const subject = letter.pairs.find(pair => pair.part === "pair--subject").columns[0].column.textContent;
    const {href, whole} = mailLink(address, subject, textOf(letter, "pair--subject"));
    find("mail").href = href;
    if (!whole) said.textContent = said.dataset.long;
  };

  const propose = day => {
    show(find("proposed"), day);
    find("proposed").textContent = day && find("proposed").dataset.text.replace("{date}", dayText(day, own));
  };

  const ways = () => {
    const chosenBlock = kind.value === "board" ? "board" : carrier.value;
    for (const block of blocks) {
      block.open = block.dataset.carrier === chosenBlock;
      show(block, block.open || !carrier.value);
      for (const way of all("[data-unfit], [data-only]", block)) {
        const {unfit, only} = way.dataset;
        show(way, !carrier.value || (!parts(unfit).includes(kind.value) && (!only || parts(only).includes(contract.value))));
      }
    }
  };

  const update = () => {
    const {data, refused, letter, ends, called, company} = wanted();
    offer(ends.map(([name]) => name));
    for (const one of letters) for (const node of one.shown) show(node, one === letter && !refused);
    for (const node of all("#outside-norway, #outside-norway + p")) show(node, false);
    show(find("reason"), refused);
    find("reason").textContent = refused ? document.querySelector(`[data-why=${refused}]`).textContent : "";
    show(find("actions"), !refused);
    for (const field of fields) show(field, !refused && letter.fields.includes(field.dataset.field));
    ways();
    if (refused) return;
    const [, end, days] = ends.find(([name]) => name === contract.value) || [];
    const today = todayOf(new Date());
    propose(proposed(dateRules, end, days, today));
    fill(letter, {called, company, contract: contract.value, end, days, today});
    mail(letter, data);
  };

  const keep = () => {
    const choice = {carrier: carrier.value, kind: kind.value, contract: contract.parentElement.hidden ? "" : contract.value};
    history.replaceState(null, "", location.pathname + queryOf(choice));
  };

  // A link to a letter of the page chooses it.
  const follow = () => {
    const to = location.hash.slice(1).replace(/-abroad$/, "");
    if (known.kind.includes(to)) kind.value = to;
    update();
  };

  const copy = async () => {
    const {letter} = wanted();
    try {
      await navigator.clipboard.writeText(textOf(letter));
      said.textContent = said.dataset.copied;
    } catch {
      // Without leave to write, the reader copies what is marked.
      getSelection().selectAllChildren(letter.node);
      said.textContent = said.dataset.selected;
    }
  };

  const options = select => [...select.options].map(option => option.value);
  const known = {carrier: options(carrier), kind: options(kind), contract: options(contract)};
  const asked = chosen(location.search, known);
  carrier.value = asked.carrier;
  if (asked.kind) kind.value = asked.kind;
  if (asked.contract) contract.value = asked.contract;
  show(form, true);
  document.body.classList.add("one-letter");
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("input", update);
  for (const select of [carrier, kind, contract]) select.addEventListener("change", keep);
  find("copy").addEventListener("click", copy);
  find("print").addEventListener("click", () => print());
  addEventListener("hashchange", follow);
  follow();
})();
