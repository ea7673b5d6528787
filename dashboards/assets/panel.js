"use strict";
// The lists of filters, the chips and the note: drawn from what the server counts. A choice changes the address at once.
(() => {
  const TOP = 8, FOUND = 40, SEARCHED = 12; // rows at first, rows of a search, lists that have one
  const DATE = /^\d{4}(-(0[1-9]|1[0-2]|2[1-9]|3\d|4[01]|(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])))?$/; // EDTF, a season too
  const state = { choices: {}, counts: {}, all: new Set(), words: {}, shown: ["", "", ""], past: [] };
  const FIELDS = ["text", "since", "until"], LATE = 2000; // ms
  const said = () => window.tieline.said();
  const make = (name, cls, text) => {
    const made = document.createElement(name);
    if (cls) made.className = cls;
    if (text !== undefined) made.textContent = text;
    return made;
  };

  function go(change) {
    const query = said(), before = query.toString();
    for (const [key, value] of state.complaint || []) query.delete(key, value);
    change(query);
    if (query.toString() !== before) window.dash_clientside.set_props("url", { search: query.size ? `?${query}` : "" });
  }

  // The year of a date in the address; none of a date that there is not, which the server leaves out.
  function yearOf(date) {
    const there = DATE.test(date) && (date.length < 10 || new Date(date).toISOString().startsWith(date));
    return (there && Number.parseInt(date, 10)) || "";
  }

  // Whether a reader has written this in a field. A field waits before it tells, also of what the page has set in it: by
  // then another view may be open, and what it tells is past.
  function written(place, value) {
    if (value === state.shown[place]) return false;
    const { value: before, at } = state.past[place] || {}, field = FIELDS[place];
    const past = value === before && performance.now() - at < LATE && document.activeElement.id !== field;
    if (past) window.dash_clientside.set_props(field, { value: state.shown[place] });
    return !past;
  }

  function choose(facet, one, value, on) {
    go((query) => {
      if (one) query.delete(facet);
      else query.delete(facet, value);
      if (on) query.append(facet, value);
    });
  }

  // A row is made once for each value and then only changed: what has the focus keeps it.
  function row(box, facet, one, [value, label, mark, , about]) {
    const made = make("label", "box option"), input = make("input");
    input.type = "checkbox";
    input.value = value;
    input.addEventListener("change", () => choose(facet, one, value, input.checked));
    made.append(input);
    if (mark) made.append(make("span", mark));
    made.append(make("span", "name", label), make("span", "count"));
    if (about) made.title = about;
    return made;
  }

  function listed(facet, chosen) {
    const items = state.choices[facet] || [], counts = state.counts[facet], words = (state.words[facet] || "").toLowerCase();
    const all = items.map((item, place) => ({ item, count: counts ? counts[place] || 0 : null, on: chosen.includes(item[0]), place }));
    if (items.length <= SEARCHED || items[0][3]) return { rows: all, more: 0 };
    const fits = words ? all.filter(({ item, on }) => on || `${item[1]} ${item[4]}`.toLowerCase().includes(words)) : all.filter(({ count, on }) => count !== 0 || on);
    fits.sort((a, b) => b.on - a.on || b.count - a.count || a.place - b.place);
    const most = words || state.all.has(facet) ? FOUND : TOP;
    return { rows: fits.slice(0, most), more: Math.max(fits.length - most, 0), long: true };
  }

  function draw(box) {
    const facet = box.dataset.facet, one = box.dataset.one === "true";
    const wrong = (state.complaint || []).filter(([key]) => key === facet).map(([, value]) => value);
    const chosen = said().getAll(facet).filter((value) => !wrong.includes(value)), { rows, more, long } = listed(facet, chosen);
    box.rows ||= new Map();
    if (long && !box.search) search(box, facet);
    const focused = document.activeElement, wanted = [];
    let group = "";
    for (const { item, count, on } of rows) {
      if (item[3] && item[3] !== group) wanted.push(heading(box, (group = item[3])));
      if (!box.rows.has(item[0])) box.rows.set(item[0], row(box, facet, one, item));
      const here = box.rows.get(item[0]), number = here.querySelector(".count");
      here.querySelector("input").checked = on;
      number.textContent = count === null ? "" : count.toLocaleString("en");
      number.classList.toggle("none", count === 0);
      wanted.push(here);
    }
    if (long) wanted.unshift(box.search), wanted.push(box.more);
    if (long) tellMore(box, facet, more);
    if (wanted.length !== box.children.length || wanted.some((child, place) => box.children[place] !== child)) {
      box.replaceChildren(...wanted);
      if (box.contains(focused)) focused.focus({ preventScroll: true });
    }
    folded(box, chosen);
  }

  function heading(box, words) {
    box.headings ||= new Map();
    if (!box.headings.has(words)) box.headings.set(words, make("p", "group", words));
    return box.headings.get(words);
  }

  function search(box, facet) {
    box.search = make("input", "facet-search");
    box.search.type = "search";
    box.search.placeholder = "Search";
    box.search.setAttribute("aria-label", `Search in: ${box.getAttribute("aria-label")}`);
    box.search.addEventListener("input", () => { state.words[facet] = box.search.value; draw(box); });
    box.more = make("button", "facet-more");
    box.more.type = "button";
    box.more.addEventListener("click", () => { state.all.has(facet) ? state.all.delete(facet) : state.all.add(facet); draw(box); });
  }

  function tellMore(box, facet, more) {
    const open = state.all.has(facet);
    box.more.hidden = !more && !open;
    box.more.textContent = open ? "Show fewer" : `${more.toLocaleString("en")} more`;
  }

  function folded(box, chosen) {
    const section = box.closest("details"), shown = section.querySelector(".facet-chosen");
    shown.textContent = chosen.length ? `${chosen.length} chosen` : "";
    if (chosen.length) section.open = true;
  }

  function chips(asked) {
    const place = document.getElementById("chips");
    const made = asked.map(({ words, less }) => {
      const chip = make("button", "chip", words);
      chip.type = "button";
      chip.append(make("span", "unseen", " – take this filter away"), make("span", "icon close"));
      chip.addEventListener("click", () => go((query) => less.forEach(([key, value]) => query.delete(key, value))));
      return chip;
    });
    if (made.length > 1) {
      const all = make("button", "chip all", "Remove all");
      all.type = "button";
      all.addEventListener("click", () => document.getElementById("clear").click());
      made.push(all);
    }
    place.replaceChildren(...made);
  }

  function note({ words, less }) {
    const place = document.getElementById("note");
    state.complaint = less;
    place.textContent = words;
    place.hidden = !words;
  }

  Object.assign(window.dash_clientside ||= {}, {
    panel: {
      // The lists stand before anything is counted.
      list(choices) {
        state.choices = choices || {};
        document.querySelectorAll("[data-facet]").forEach(draw);
      },
      fill(told) {
        if (!told) return;
        state.counts = told.left;
        note(told.complaint);
        chips(told.chips);
        document.querySelectorAll("[data-facet]").forEach(draw);
      },
      // The fields that Dash keeps: words and years. What the address says already is left as it is.
      text: (words) => written(0, words || "") && go((query) => (words || "").trim() ? query.set("q", words.trim()) : query.delete("q")),
      years(since, until) {
        const fresh = [["since", since ?? ""], ["until", until ?? ""]].filter(([, value], place) => written(place + 1, value));
        const year = (value) => (Number.isInteger(value) && value >= 1 && value <= 9998 ? String(value).padStart(4, "0") : "");
        go((query) => fresh.map(([key, value]) => [key, year(value)]).forEach(([key, value]) => {
          if ((query.get(key) || "").slice(0, 4) === value) return; // an address may be finer than the field
          value ? query.set(key, value) : query.delete(key);
        }));
      },
      // The years whose bars the brush covers by half or more.
      brush(selection) {
        const ends = selection?.range?.x || [], first = Math.max(Math.ceil(Math.min(...ends)), 1), last = Math.min(Math.floor(Math.max(...ends)), 9998);
        if (ends.length !== 2 || !(first <= last)) return;
        go((query) => [["since", first], ["until", last]].forEach(([key, year]) => query.set(key, String(year).padStart(4, "0"))));
      },
      show(query, words, since, until) {
        const now = new URLSearchParams(query || ""), same = window.dash_clientside.no_update;
        const year = (key) => yearOf(now.get(key) || "");
        const before = state.shown, days = now.has("since") || now.has("until");
        state.shown = [now.get("q") || "", year("since"), year("until")];
        const fields = [(words || "").trim(), since ?? "", until ?? ""].map((value, place) => {
          // Where the address says what it said, a reader has just written something else, which is on its way to it.
          if (value === state.shown[place] || state.shown[place] === before[place]) return same;
          state.past[place] = { value: before[place], at: performance.now() };
          return state.shown[place];
        });
        return [...fields, days ? "" : "hidden"];
      },
      clear() {
        const pressed = window.dash_clientside.callback_context.triggered_id;
        go((query) => [...query.keys()].forEach((key) => {
          const kept = pressed === "all-years" ? !["since", "until"].includes(key) : ["look", "lanes", "scheme", "embed", "event", "story"].includes(key);
          if (!kept) query.delete(key);
        }));
      },
      look: (name) => go((query) => name && name !== (query.get("look") || "timeline") && (name === "timeline" ? query.delete("look") : query.set("look", name))),
      // The id of an event, whose evidence opens; or what the address is to say. Forgotten, else a second click would not count.
      click(clicked) {
        const meant = clicked?.points?.[0]?.customdata, keep = window.dash_clientside.no_update;
        if (typeof meant !== "string" || !meant) return keep;
        go((query) => {
          if (!meant.startsWith("?")) return query.set("event", meant);
          const next = new URLSearchParams(meant);
          [...next.keys()].forEach((key) => query.delete(key));
          next.forEach((value, key) => query.append(key, value));
          if (query.get("look") === "timeline") query.delete("look");
        });
        return null;
      },
      shown: (query, before) => {
        const look = new URLSearchParams(query || "").get("look") || "timeline";
        return look === before ? window.dash_clientside.no_update : look;
      },
      // A row that the page itself has selected is told late: by then the evidence may be closed, and must stay so.
      event(rows) {
        const id = rows?.[0]?.id, own = window.tieline.selecting;
        window.tieline.selecting = "";
        if (id && id !== own) go((query) => query.set("event", id));
      },
    },
  });
})();
