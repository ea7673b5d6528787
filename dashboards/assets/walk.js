"use strict";
// Walking the timeline by keyboard: one place to stand on, the listbox over the chart, and an event under it.
// Plotly's marks cannot have the focus, so the listbox has it, says the event, and the chart shows the same one.
(() => {
  const ASIDE = { ArrowLeft: -1, ArrowRight: 1 }, ACROSS = { ArrowUp: -1, ArrowDown: 1 }, ENDS = { Home: 0, End: Infinity };
  const part = (id) => document.getElementById(id);
  const chart = () => document.querySelector("#lanes .js-plotly-plot");
  let now = null, turn = 0;

  const spoken = (markup) => {
    const lines = markup.replaceAll(" <br>", " ").split("<br>").map((line) => new DOMParser().parseFromString(line, "text/html").body.textContent);
    return lines.join(". ");
  };

  // Where a value of a mark stands on its axis, in px; a bar is stood on in its middle.
  function middle(axis, value, base) {
    return axis.c2p(base === undefined ? axis.d2c(value) : axis.d2c(base) + value / 2);
  }

  // The marks of the chart with their places in px, lane by lane from left to right; those that open nothing are left out.
  function marks() {
    const drawn = chart(), layout = drawn && drawn._fullLayout;
    if (!layout || !layout.xaxis) return [];
    const lanes = (layout.meta && layout.meta.lanes) || [], found = [];
    const axis = (trace, name) => layout[(trace[`${name}axis`] || name).replace(name, `${name}axis`)];
    drawn.data.forEach((trace, curve) => (trace.hovertext ? trace.customdata || [] : []).forEach((event, point) => {
      if (typeof event !== "string" || !event || (lanes.length && event.startsWith("?"))) return;
      const base = Array.isArray(trace.base) ? trace.base[point] : undefined, flat = trace.orientation === "h";
      const [xaxis, yaxis] = [axis(trace, "x"), axis(trace, "y")];
      const x = xaxis._offset + middle(xaxis, trace.x[point], flat ? base : undefined);
      const y = yaxis._offset + middle(yaxis, trace.y[point], flat ? undefined : base);
      if (!(x >= xaxis._offset && x <= xaxis._offset + xaxis._length)) return;
      const lane = Math.max(lanes.findLastIndex(([, top]) => trace.y[point] <= top), 0);
      found.push({ event, curve, point, lane, x, y, named: lanes.length ? lanes[lane][0] : "", said: trace.hovertext[point] });
    }));
    return found.sort((one, two) => one.lane - two.lane || one.x - two.x || two.y - one.y);
  }

  const nearest = (some, x) => some.reduce((best, mark) =>
    (!best || Math.abs(mark.x - x) < Math.abs(best.x - x) ? mark : best), null);

  // Where a key leads from a mark; the mark itself where there is no further one.
  function next(all, from, key) {
    const mine = all.filter((mark) => mark.lane === from.lane), place = mine.indexOf(from);
    if (key in ENDS) return mine[Math.min(ENDS[key], mine.length - 1)];
    if (!from.named) return beside(all, from, key) || from;
    if (key in ASIDE) return mine[place + ASIDE[key]] || from;
    const lanes = [...new Set(all.map((mark) => mark.lane))];
    const lane = lanes[lanes.indexOf(from.lane) + ACROSS[key]];
    const there = all.filter((mark) => mark.lane === lane);
    return there.find((mark) => mark.event === from.event) || nearest(there, from.x) || from;
  }

  // On a chart without lanes: the next mark in the direction of the key, rather straight ahead than near.
  function beside(all, from, key) {
    const along = key in ASIDE ? "x" : "y", across = along === "x" ? "y" : "x", way = ASIDE[key] || ACROSS[key];
    const far = (mark) => (mark[along] - from[along]) * way + 8 * Math.abs(mark[across] - from[across]);
    return all.filter((mark) => (mark[along] - from[along]) * way > 1)
      .reduce((best, mark) => (!best || far(mark) < far(best) ? mark : best), null);
  }

  function say(words, place, all) {
    turn = 1 - turn;  // another element each time, else nothing new is said
    const option = part(`walk-${turn}`);
    option.textContent = words;
    option.setAttribute("aria-posinset", place);
    option.setAttribute("aria-setsize", all);
    part("walk").setAttribute("aria-activedescendant", option.id);
  }

  function show(mark) {
    const drawn = chart(), ring = part("walk-ring");
    ring.hidden = !mark;
    if (!mark) return window.Plotly.Fx.unhover(drawn);
    ring.style.left = `${mark.x}px`;
    ring.style.top = `${mark.y}px`;
    ring.style.width = `${(mark.wide || 20) + 2}px`;
    if (mark.said) window.Plotly.Fx.hover(drawn, [{ curveNumber: mark.curve, pointNumber: mark.point }]);
  }

  function counted(named, place, all) {
    return named ? `${now && now.named === named ? "" : `${named}. `}Event ${place} of ${all}: ` : "";
  }

  function stand(all, mark) {
    const mine = all.filter((other) => other.lane === mark.lane), place = mine.indexOf(mark) + 1;
    say(counted(mark.named, place, mine.length) + spoken(mark.said), place, mine.length);
    show(now = mark);
  }

  // Where the chart has no marks for single events, the server walks along its lanes.
  const ask = (data) => window.dash_clientside.set_props("step", { data });

  window.tieline.stepped = (row) => {
    if (!row || document.activeElement !== part("walk")) return;
    const words = counted(row.named, row.place + 1, row.all) + spoken(row.said);
    say(words, row.place + 1, row.all);
    part("walk-keys").textContent = words;
    show(window.tieline.among(row));
    now = row;
  };

  // The mark that was stood on, in the chart as it is drawn now.
  const again = (all) => now && (all.find((mark) => mark.event === now.event && mark.curve === now.curve
    && mark.point === now.point) || all.find((mark) => mark.event === now.event && mark.lane === now.lane)
    || all.find((mark) => mark.event === now.event));

  function enter() {
    const all = marks(), open = window.tieline.said().get("event");
    const first = all.find((mark) => mark.event === open) || again(all) || all[0];
    const { event, lane } = now || {};
    now = null;
    if (first) stand(all, first);
    else ask(open && open !== event ? { event: open } : { event, lane });
  }

  function walk(key) {
    const all = marks(), from = again(all);
    if (from) return stand(all, next(all, from, key));
    if (all.length) return stand(all, all[0]);
    const { event, lane = 0, place = 0 } = now || {};
    if (key in ACROSS) ask({ lane: lane + ACROSS[key], event });
    else ask({ lane, place: key in ENDS ? Math.min(ENDS[key], 2 ** 31) : place + ASIDE[key] });
  }

  document.addEventListener("focusin", (focus) => focus.target.id === "walk" && enter());
  document.addEventListener("focusout", (focus) => focus.target.id === "walk" && show(null));
  document.addEventListener("keydown", (key) => {
    if (key.target.id !== "walk" || key.ctrlKey || key.metaKey || key.altKey) return;
    if (key.key in ASIDE || key.key in ACROSS || key.key in ENDS) walk(key.key);
    else if ((key.key === "Enter" || key.key === " ") && now) window.tieline.open(now.event);
    else return;
    key.preventDefault();
  });
})();
