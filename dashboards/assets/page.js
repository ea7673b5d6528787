"use strict";
// What needs no answer from the server: reading the address, measuring, opening and closing.
window.dash_clientside = Object.assign({}, window.dash_clientside, {
  tieline: {
    split(search, query, event) {
      const said = new URLSearchParams(search || "");
      const nextEvent = said.get("event") || "";
      said.delete("event");
      const nextQuery = said.toString();
      const same = window.dash_clientside.no_update;
      return [nextQuery === query ? same : nextQuery, nextEvent === event ? same : nextEvent, window.location.href];
    },
    measure(chart) {
      const root = document.documentElement;
      const scheme = () => root.getAttribute("data-mantine-color-scheme") === "dark" ? "dark" : "light";
      const tell = (id, data) => window.dash_clientside.set_props(id, { data });
      new MutationObserver(() => tell("scheme", scheme()))
        .observe(root, { attributeFilter: ["data-mantine-color-scheme"] });
      const box = document.getElementById(chart);
      const width = () => Math.round(box.clientWidth / 20) * 20;
      let last = width(), timer = 0;
      new ResizeObserver(() => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          if (width() && width() !== last) tell("width", (last = width()));
        }, 120);
      }).observe(box);
      return [last, scheme()];
    },
    drawer() {
      const opened = window.dash_clientside.callback_context.triggered_id === "filters-open";
      return opened ? "filters open" : "filters";
    },
  },
});

document.addEventListener("keydown", (key) => {
  if (key.key !== "Escape") return;
  const open = document.querySelector(".filters.open") ? "filters-close" : "evidence-close";
  if (open === "filters-close" || document.querySelector(".evidence.open")) document.getElementById(open).click();
});
