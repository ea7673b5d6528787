"use strict";
// What needs no answer from the server: reading the address, measuring, opening and closing.
window.dash_clientside = Object.assign({}, window.dash_clientside, {
  tieline: {
    split(search, query, event) {
      const said = new URLSearchParams(search || "");
      const nextEvent = said.get("event") || "";
      for (const name of ["event", "story", "scheme", "embed"]) said.delete(name);  // nothing that filters
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
    dress(search) {
      const said = new URLSearchParams(search || "");
      const scheme = ["light", "dark"].find((name) => name === said.get("scheme")) || "";
      const story = said.get("story") === "1", framed = said.get("embed") === "1" || window.self !== window.top;
      const system = window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
      document.documentElement.setAttribute("data-mantine-color-scheme", scheme || system);
      return [["page", story && "telling", framed && "embedded"].filter(Boolean).join(" "), scheme || null, scheme,
        story ? "1" : ""];
    },
    chooseScheme(scheme) {
      if (scheme !== (window.tieline.said().get("scheme") || "")) window.tieline.go({ scheme });
    },
    help: (clicks) => void (clicks && window.tieline.show("help")),
    cited: (citations) => void (citations && window.tieline.show("citations")),
    tell(open, close) {
      const opened = window.dash_clientside.callback_context.triggered_id === "story-open";
      if (open || close) window.tieline.go({ story: opened && !window.tieline.telling() ? "1" : "" });
    },
    // Once React has drawn it.
    opened: () => void setTimeout(window.tieline.opened),
    turned: () => void setTimeout(window.tieline.turned),
    placed: () => void setTimeout(window.tieline.place, 50),
    drawer() {
      setTimeout(window.tieline.cover);
      const opened = window.dash_clientside.callback_context.triggered_id === "filters-open";
      return opened ? "filters open" : "filters";
    },
  },
});
