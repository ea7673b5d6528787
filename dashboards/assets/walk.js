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

  // The marks of the chart with their places in px, from left to right; those that stand for no event are left out.
  function marks() {
    const drawn = chart();
    if (!drawn || !drawn._fullLayout || !drawn._fullLayout.xaxis) return [];
    const { xaxis, yaxis, meta } = drawn._fullLayout;
    const lanes = (meta && meta.lanes) || [];
    const found = [];
    drawn.data.forEach((trace, curve) => (trace.hovertext ? trace.customdata || [] : []).forEach((event, point) => {
      if (typeof event !== "string" || !event || event.startsWith("?")) return;
      const start = trace.base ? trace.base[point] : trace.x[point];
      const half = trace.base ? trace.x[point] / 2 : 0;
      const x = xaxis.c2p(xaxis.d2c(start) + half);
      if (x < 0 || x > xaxis._length) return;
      const lane = Math.max(lanes.findLastIndex(([, top]) => trace.y[point] <= top), 0);
      found.push({
        event, curve, point, lane, x, y: yaxis.d2p(trace.y[point]), height: trace.y[point],
        named: lanes.length ? lanes[lane][0] : "", said: trace.hovertext[point],
      });
    }));
    return found.sort((one, two) => one.lane - two.lane || one.x - two.x || one.height - two.height);
  }

  const nearest = (some, x) => some.reduce((best, mark) =>
    (!best || Math.abs(mark.x - x) < Math.abs(best.x - x) ? mark : best), null);

  // Where a key leads from a mark; the mark itself where there is no further one.
  function next(all, from, key) {
    const mine = all.filter((mark) => mark.lane === from.lane), place = mine.indexOf(from);
    if (key in ASIDE) return mine[place + ASIDE[key]] || from;
    if (key in ENDS) return mine[Math.min(ENDS[key], mine.length - 1)];
    const lanes = [...new Set(all.map((mark) => mark.lane))];
    const lane = lanes[lanes.indexOf(from.lane) + ACROSS[key]];
    const there = all.filter((mark) => mark.lane === lane);
    return there.find((mark) => mark.event === from.event) || nearest(there, from.x) || from;
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
    const { xaxis, yaxis } = drawn._fullLayout;
    ring.style.left = `${xaxis._offset + mark.x}px`;
    ring.style.top = `${yaxis._offset + mark.y}px`;
    window.Plotly.Fx.hover(drawn, [{ curveNumber: mark.curve, pointNumber: mark.point }]);
  }

  function stand(all, mark) {
    const mine = all.filter((other) => other.lane === mark.lane), place = mine.indexOf(mark) + 1;
    const named = now && now.named === mark.named ? "" : `${mark.named}. `;
    say(`${named}Event ${place} of ${mine.length}: ${spoken(mark.said)}`, place, mine.length);
    show(now = mark);
  }

  // The mark that was stood on, in the chart as it is drawn now.
  const again = (all) => now && (all.find((mark) => mark.event === now.event && mark.lane === now.lane)
    || all.find((mark) => mark.event === now.event));

  function enter() {
    const all = marks(), open = window.tieline.said().get("event");
    const first = all.find((mark) => mark.event === open) || again(all) || all[0];
    now = null;
    if (first) stand(all, first);
    else window.tieline.step(0);
  }

  function walk(key) {
    const all = marks(), from = again(all);
    if (from) stand(all, next(all, from, key));
    else if (all.length) stand(all, all[0]);
    else window.tieline.step(ASIDE[key] ?? ACROSS[key] * window.tieline.stride ?? 0);
  }

  document.addEventListener("focusin", (focus) => focus.target.id === "walk" && enter());
  document.addEventListener("focusout", (focus) => focus.target.id === "walk" && show(null));
  document.addEventListener("keydown", (key) => {
    if (key.target.id !== "walk" || key.ctrlKey || key.metaKey || key.altKey) return;
    if (key.key in ASIDE || key.key in ACROSS || key.key in ENDS) walk(key.key);
    else if ((key.key === "Enter" || key.key === " ") && now) window.tieline.go({ event: now.event });
    else return;
    key.preventDefault();
  });
})();
