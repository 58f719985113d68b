// Compares two frames that hold the same page with different style sheets.
(() => {
  // Parts that elements have, and those that only some have.
  const PARTS = ["", "::before", "::after"];
  const MORE = { li: ["::marker"], summary: ["::marker"], input: ["::placeholder"], details: ["::details-content"] };

  function frame(address) {
    return new Promise((done) => {
      const made = document.createElement("iframe");
      made.width = innerWidth;
      made.height = 800;
      made.onload = () => done(made.contentDocument);
      made.src = address;
      document.body.append(made);
    });
  }

  function name(element) {
    return element.localName + [...element.classList].map((one) => "." + one).join("");
  }

  // What differs, as text; and how many values were compared.
  async function styles(first, second) {
    const [one, two] = [await frame(first), await frame(second)];
    const [left, right] = [one, two].map((page) => [...page.querySelectorAll("*")]);
    const found = left.length === right.length ? [] : [`${left.length} and ${right.length} elements`];
    let count = 0;
    // A custom property that is used shows in others; one that is not used may go.
    const properties = [...getComputedStyle(one.body)].filter((property) => !property.startsWith("--"));
    left.forEach((element, index) => {
      for (const pseudo of [...PARTS, ...(MORE[element.localName] ?? [])]) {
        const [here, there] = [getComputedStyle(element, pseudo), getComputedStyle(right[index], pseudo)];
        for (const property of properties) {
          count += 1;
          const [a, b] = [here.getPropertyValue(property), there.getPropertyValue(property)];
          if (a !== b) found.push(`${name(element)}${pseudo} ${property}: ${a} | ${b}`);
        }
      }
    });
    return { found: found.slice(0, 20), count, elements: left.length };
  }

  // States that a page can come into, and parts of an element; what is left is what stands in the page.
  const STATES = /:not\(\s*:[^()]*\)|::[a-z-]+(\([^()]*\))?|:(?!root|not|is|where|has|(first|last|only|nth)-)[a-z-]+(\([^()]*\))?/g;

  function couldMatch(page, selector) {
    const left = selector.replace(STATES, "").trim().replace(/(^|[\s>+~(,])(?=$|[>+~),])/g, "$1*");
    try {
      return page.querySelector(left) !== null;
    } catch {
      return true;
    }
  }

  function* selectors(rules, path) {
    for (const rule of rules) {
      if (rule.selectorText) {
        if ([...rule.style].every((property) => property.startsWith("--"))) continue;
        for (const one of rule.selectorText.split(/,(?![^(]*\))/)) yield [path, one.trim()];
      } else if (rule.cssRules) {
        yield* selectors(rule.cssRules, `${path}${rule.conditionText ?? rule.name}|`);
      }
    }
  }

  function all(page) {
    return [...page.styleSheets].flatMap((sheet) => [...selectors(sheet.cssRules, "")]);
  }

  // Selectors of the first page's sheets that match there in some state and that the second page's sheets lack.
  async function lost(first, second) {
    const [one, two] = [await frame(first), await frame(second)];
    const kept = new Set(all(two).map(String));
    const wanted = all(one).filter(([, selector]) => couldMatch(one, selector));
    return { found: wanted.map(String).filter((rule) => !kept.has(rule)), count: wanted.length, kept: kept.size, whole: all(one).length };
  }

  window.compare = { styles, lost };
})();
