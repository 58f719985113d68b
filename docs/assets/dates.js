// The dates tool: reads its form, shows what dateRules works out in the words of the page. Nothing leaves the page.
(() => {
  "use strict";
  const tool = document.querySelector(".dates");
  if (!tool) return;
  const form = tool.querySelector("form");
  const result = tool.querySelector(".dates__result");
  const part = (name) => tool.querySelector(`[data-part="${name}"]`);
  const field = (name) => form.elements.namedItem(name);
  const { locale } = form.dataset;
  const numbers = Object.fromEntries(
    ["days", "months", "weeks", "years"].map((name) => [name, Number(form.dataset[name])]));
  const words = Object.fromEntries(
    [...part("words").content.querySelectorAll("[data-word]")].map((node) => [node.dataset.word, node.textContent]));
  const say = (word, slots) => calendarText.filled(words[word], { ...numbers, ...slots });
  const day = (value) => calendarText.dayText(value, locale);
  let shown = [];

  const option = () => field("contract").selectedOptions[0];
  const listed = (node, name) => (node.dataset[name] || "").split(" ").filter(Boolean);
  // Facts and sentences stand further down the page, where they are read without a script too.
  const found = (name, value) => document.querySelector(`div[data-${name}="${value}"]`);
  const copy = (name, value) => found(name, value).firstElementChild.cloneNode(true);

  function rule(id) {
    const { rule, days, hours, expected } = found("notice", id).dataset;
    return { id, rule, days: Number(days), hours: Number(hours), expected: expected !== undefined };
  }

  const value = (name) => (field(name).validity.valid ? field(name).value : "");

  function input() {
    const rules = listed(option(), "rules").map(rule);
    const renews = value("renews");
    const hour = rules.some((one) => one.rule.startsWith("hours")) && value("hour");
    return {
      rules,
      received: value("received"),
      renews: renews && hour ? `${renews}T${hour}` : renews,
      confirmed: value("confirmed"),
      advice: isNorwegian() ? numbers : { ...numbers, weeks: 0 },
    };
  }

  // Facts behind a step: the rule, or what is known of complaints.
  function evidence(step) {
    if (step.notice) return [copy("notice", step.notice)];
    const behind = { complain: ["complaints:order"], latest: ["complaints:deadline"] }[step.key] || [];
    if (step.key === "complain" && "company" in option().dataset) behind.push("complaints:scope");
    return behind.map((name) => copy("complaint", name));
  }

  const title = (step) => say(step.expected && words[`${step.key}_expected`] ? `${step.key}_expected` : step.key);
  const isNorwegian = () => "norwegian" in option().dataset;

  function how({ key, start }) {
    // Only a company in Norway has a board whose time a complaint starts.
    const word = key === "again" && !isNorwegian() ? "again_abroad_how" : `${key}_how`;
    return say(word, { start: start ? day(start) : "" });
  }

  function shownStep(step, index) {
    const node = part("step").content.cloneNode(true);
    node.querySelector("li").value = index + 1;
    const [date, name] = node.querySelectorAll("span");
    date.textContent = day(step.date);
    name.textContent = title(step);
    node.querySelector("p + p").textContent = how(step);
    node.querySelector("div").append(...evidence(step));
    return node;
  }

  function summary({ state, last, steps, missing }) {
    const act = steps.find((step) => step.key === "act");
    const slots = { date: last && day(last), start: act ? day(act.date) : "" };
    const key = act && last && state !== "two" ? "renewal" : state;
    return [say(`sum_${key}`, slots), ...missing.filter((one) => one !== state).map((one) => say(`sum_${one}`, slots))];
  }

  function ask({ last, missing }) {
    const asked = last && !missing.includes("late") ? [] : listed(option(), "ask");
    part("asked").replaceChildren(...asked.map((name) => copy("ask", name)));
    part("meanwhile").hidden = !asked.length;
  }

  const isEnd = (step) => ["last", "renewal", "confirmed"].includes(step.key);

  // Of several last days only the one to prepare for: once a date is confirmed it takes that entry's place.
  const inCalendar = (step, last) =>
    !["received", "latest"].includes(step.key) && !(isEnd(step) && step.date !== last);

  function show() {
    const chosen = option();
    const given = input();
    field("renews").closest(".field").hidden = !given.rules.some((one) => dateRules.isRenewal(one.rule));
    field("hour").closest(".field").hidden = !given.rules.some((one) => one.rule.startsWith("hours"));
    result.hidden = !(chosen.value && given.received);
    if (result.hidden) return;
    const plan = dateRules.plan(given);
    part("summary").textContent = summary(plan).join(locale.startsWith("zh") ? "" : " ");
    part("steps").replaceChildren(...plan.steps.map(shownStep));
    part("abroad").hidden = isNorwegian();
    ask(plan);
    part("carrier").href = chosen.dataset.page;
    shown = plan.steps.filter((step) => inCalendar(step, plan.last));
  }

  function events() {
    const { value: contract, text: name } = option();
    const seen = {};
    return shown.map((step) => {
      // The same for an expected and a confirmed day: the calendar then moves the entry it has.
      const kind = isEnd(step) ? "last" : step.key;
      seen[kind] = (seen[kind] || 0) + 1;
      const facts = evidence(step).flatMap((one) => [...one.querySelectorAll("p")]).map((one) => one.textContent.trim());
      return {
        id: [kind, seen[kind], contract, value("received")].join("-").replaceAll(":", "-") + "@si-opp",
        date: step.date,
        title: say("event", { title: title(step), name: name.trim() }),
        text: [how(step), ...facts].join("\n"),
      };
    });
  }

  function save() {
    const url = location.origin + location.pathname;
    const text = calendarText.calendar(events(), { url, now: new Date(), language: document.documentElement.lang });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/calendar;charset=utf-8" }));
    link.download = `${option().value.replace(":", "-")}.ics`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  // The reader's own day, not that of Greenwich.
  function today() {
    const now = new Date();
    return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())).toISOString().slice(0, 10);
  }

  function choose() {
    const asked = new URLSearchParams(location.search);
    const wanted = `${asked.get("carrier")}:${asked.get("contract")}`;
    const known = [...field("contract").options].some((one) => one.value === wanted);
    if (known) field("contract").value = wanted;
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", show);
  part("save").addEventListener("click", save);
  field("received").value = today();
  choose();
  form.hidden = false;
  show();
})();
