/* The checklist: what is ticked and written stays on this device. Classic, since browsers refuse modules to files. */
(() => {
  "use strict";

  const tools = document.querySelector(".tools");
  if (!tools) return;
  const status = tools.querySelector(".tools__kept");
  const print = tools.querySelector(".tools__print");
  const clear = tools.querySelector(".tools__clear");
  const fields = [...document.querySelectorAll(".sheet input")];
  const place = `siopp:${location.pathname}`;
  const wording = clear.textContent;

  // Whether the device keeps anything: some browsers refuse even to look.
  function keep(act) {
    try {
      return act(window.localStorage);
    } catch {
      status.textContent = status.dataset.lost;
      return null;
    }
  }

  function save() {
    const values = {};
    for (const field of fields) {
      const value = field.type === "checkbox" ? field.checked : field.value;
      if (value) values[field.name] = value;
    }
    const none = Object.keys(values).length === 0;
    keep((store) => (none ? store.removeItem(place) : store.setItem(place, JSON.stringify(values))));
  }

  function restore() {
    const text = keep((store) => store.getItem(place));
    let values = {};
    try {
      values = JSON.parse(text) ?? {};
    } catch {
      // Not ours, or cut short: as good as nothing.
    }
    for (const field of fields) {
      if (field.type === "checkbox") field.checked = values[field.name] === true;
      else field.value = typeof values[field.name] === "string" ? values[field.name] : "";
    }
  }

  function calm() {
    clear.textContent = wording;
  }

  // Asks once: the first press changes its words, the second clears.
  function press() {
    if (clear.textContent === wording) {
      clear.textContent = clear.dataset.again;
      return;
    }
    calm();
    for (const field of fields) {
      field.checked = false;
      field.value = "";
    }
    status.textContent = status.dataset.cleared;
    save();
  }

  restore();
  document.addEventListener("input", () => {
    calm();
    save();
  });
  clear.addEventListener("click", press);
  clear.addEventListener("blur", calm);
  tools.hidden = false;
  if (/MicroMessenger/i.test(navigator.userAgent)) {
    tools.querySelector(".tools__wechat").hidden = false;
  } else if (typeof window.print === "function") {
    print.hidden = false;
    print.addEventListener("click", () => window.print());
  }
})();
