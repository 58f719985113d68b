// Loaded by the home page: what the reader still has -> which ways of cancelling are left. Nothing is sent anywhere.
(() => {
  "use strict";

  // The same as scripts/composing/router.py and channels.py; a test compares both for every choice.
  const ASSUMED = ["id-copy"];
  const PLACES = ["in-person", "in-norway"];
  const HAVES = ["bankid", "sim", "email", "customer-number", "login", "somebody", "in-norway"];

  function needsMet(haves, norwegian) {
    const has = new Set([...ASSUMED, ...haves.filter((one) => HAVES.includes(one) && one !== "somebody")]);
    const here = norwegian && haves.includes("in-norway");
    if (here) PLACES.forEach((need) => has.add(need));
    const others = norwegian ? (haves.includes("somebody") ? PLACES : []) : ["in-person"];
    return { has, maybe: new Set(others.filter((need) => !has.has(need))) };
  }

  // A need nobody speaks of never counts as not needed.
  function remaining(channels, { has, maybe }) {
    const found = { known: [], unknown: [], impossible: [] };
    for (const channel of channels) {
      const unmet = channel.needs.filter((need) => !has.has(need));
      const lacking = unmet.filter((need) => !maybe.has(need));
      const unsure = unmet.filter((need) => maybe.has(need));
      const open = channel.open.filter((need) => !has.has(need));
      const state = lacking.length ? "impossible" : unsure.length || open.length ? "unknown" : "known";
      found[state].push({ channel, lacking, unsure, open });
    }
    return found;
  }

  // Only ids stand in the address, and only those that the form knows.
  function read(search, known) {
    const asked = new URLSearchParams(search);
    const one = (name) => (known[name].includes(asked.get(name)) ? asked.get(name) : "");
    const has = (asked.get("has") ?? "").split(",").filter((id) => HAVES.includes(id));
    return { has: [...new Set(has)], carrier: one("carrier"), guide: one("guide") };
  }

  function written({ has, carrier, guide }) {
    const parts = [["has", has.join(",")], ["carrier", carrier], ["guide", guide]].filter(([, value]) => value);
    return parts.length ? "?" + parts.map((part) => part.join("=")).join("&") : "";
  }

  const filled = (text, slots) => text.replace(/\{(\w+)\}/g, (whole, slot) => slots[slot] ?? whole);

  function node(tag, className, ...inside) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    made.append(...inside.filter(Boolean));
    return made;
  }

  function link(text, href) {
    const made = node("a", "", text);
    made.href = href;
    return made;
  }

  // Shows what is left in the words of the file.
  function shower(data) {
    const say = (key, slots) => filled(data.words[key], slots ?? {});
    const listed = (needs) => needs.map((need) => data.needs[need]).join(data.words.separator);
    // The pieces are those of the pages of steps, made and escaped by the same templates.
    function piece(html) {
      const made = document.createElement("template");
      made.innerHTML = html;
      return made.content;
    }

    function option({ channel, lacking, unsure }) {
      const made = piece(channel.html);
      const lines = [
        lacking.length && node("p", "needs", node("strong", "", say("lacking", { needs: listed(lacking) }))),
        unsure.length && node("p", "", say("unsure", { needs: listed(unsure) })),
      ];
      made.querySelector(".option").append(...lines.filter(Boolean));
      return made;
    }

    const options = (list) => node("ul", "options", ...list.map(option));
    const titled = (level, key, list) => (list.length ? [node(level, "", say(key)), options(list)] : []);

    function folded(list) {
      if (!list.length) return null;
      return node("details", "more", node("summary", "", say("impossible", { total: list.length })), options(list));
    }

    // What to do where no way is known, or none is left.
    function help(carrier, key, asked) {
      const links = carrier.norwegian ? [link(say("without"), data.topic), link(say("attorney"), data.attorney)] : [];
      return [
        node("p", "", say(key, { name: carrier.name })),
        piece(asked),
        piece(carrier.contacts),
        ...links.map((one) => node("p", "go", one)),
      ];
    }

    function contract(carrier, one, left, level) {
      if (!one.channels.length) return help(carrier, "no_channel", one.ask);
      const usable = left.known.length + left.unknown.length;
      return [
        ...(usable ? [] : help(carrier, "none_left", carrier.sentence)),
        ...titled(level, "known", left.known),
        ...titled(level, "unknown", left.unknown),
        folded(left.impossible),
      ];
    }

    function status(carrier, lefts) {
      const listed = lefts.flatMap((left) => Object.values(left)).flat();
      const usable = lefts.some((left) => left.known.length || left.unknown.length);
      return say(!listed.length ? "no_channel" : usable ? "left" : "none_left", { name: carrier.name });
    }

    return ({ has, carrier: slug, guide: id }) => {
      const carrier = data.carriers[slug];
      const guide = carrier.guides[id];
      if (!guide) {
        const about = node("p", "go", link(say("carrier", { name: carrier.name }), carrier.address));
        return { text: say("no_card", { name: carrier.name }), nodes: [about] };
      }
      const slots = { name: carrier.name, guide: guide.name };
      const contracts = guide.contracts.map((kind) => carrier.contracts[kind]);
      const lefts = contracts.map((one) => remaining(one.channels, needsMet(has, carrier.norwegian)));
      const several = contracts.length > 1;
      const nodes = contracts.flatMap((one, at) => [
        several && node("h3", "", one.name),
        ...contract(carrier, one, lefts[at], several ? "h4" : "h3"),
      ]);
      const steps = node("p", "go", link(say("steps", slots), guide.address));
      const doubt = guide.unknown && node("p", "", say("doubt", slots));
      return { text: status(carrier, lefts), nodes: [doubt, steps, ...nodes].filter(Boolean) };
    };
  }

  function start(place) {
    const form = place.querySelector("form");
    const ticks = [...form.querySelectorAll("input")];
    const values = (name) => [...form.elements[name].options].map((one) => one.value);
    const known = { carrier: values("carrier"), guide: values("guide") };
    let loading;

    function load() {
      loading ??= fetch(place.dataset.src)
        .then((response) => (response.ok ? response.json() : Promise.reject(new Error(response.status))))
        .then(shower);
      return loading;
    }

    function state() {
      const has = ticks.filter((one) => one.checked).map((one) => one.value);
      return { has, carrier: form.elements.carrier.value, guide: form.elements.guide.value };
    }

    function put({ text, nodes }) {
      place.querySelector(".router__left").textContent = text;
      place.querySelector(".router__result").replaceChildren(...nodes);
    }

    async function show() {
      const failed = place.querySelector(".router__failed");
      failed.hidden = true;
      try {
        const shown = await load();
        // What was chosen while the data came counts.
        const now = state();
        put(now.carrier && now.guide ? shown(now) : { text: "", nodes: [] });
      } catch {
        loading = undefined;
        failed.hidden = false;
        put({ text: "", nodes: [] });
      }
    }

    function restore() {
      const asked = read(location.search, known);
      ticks.forEach((one) => (one.checked = asked.has.includes(one.value)));
      form.elements.carrier.value = asked.carrier;
      form.elements.guide.value = asked.guide;
      if (written(asked)) show();
    }

    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", () => {
      history.replaceState(null, "", location.pathname + written(state()) + location.hash);
      show();
    });
    form.hidden = false;
    restore();
  }

  if (typeof module === "object") module.exports = { HAVES, needsMet, read, remaining, written };
  else document.querySelectorAll(".router").forEach(start);
})();
