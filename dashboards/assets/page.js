"use strict";
// What needs no answer from the server: reading the address, measuring, opening and closing.
window.dash_clientside = Object.assign({}, window.dash_clientside, {
  tieline: {
    split(search, query, event) {
      const said = new URLSearchParams(search || "");
      const nextEvent = said.get("event") || "";
      // What filters nothing; in any other form the server says that it was not understood.
      const others = { event: /./, story: /^1$/, scheme: /^(light|dark)$/, embed: /^1$/ };
      for (const [name, form] of Object.entries(others)) if (form.test(said.get(name))) said.delete(name);
      const nextQuery = said.toString();
      const same = window.dash_clientside.no_update;
      return [nextQuery === query ? same : nextQuery, nextEvent === (event || "") ? same : nextEvent, window.location.href];
    },
    measure(chart) {
      const root = document.documentElement;
      const scheme = () => root.getAttribute("data-mantine-color-scheme") === "dark" ? "dark" : "light";
      const tell = (id, data) => window.dash_clientside.set_props(id, { data });
      let light = scheme();
      new MutationObserver(() => scheme() !== light && tell("scheme", (light = scheme())))
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
    dress(search, told) {
      const said = new URLSearchParams(search || ""), same = window.dash_clientside.no_update;
      const scheme = window.tieline.scheme(said);
      const story = said.get("story") === "1", framed = window.tieline.framed(said);
      const system = window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
      document.documentElement.setAttribute("data-mantine-color-scheme", scheme || system);
      said.delete("embed");
      const whole = said.size ? `?${said}` : window.location.pathname;
      said.delete("scheme");  // the story is the same in all colours
      const tells = story ? said.toString() : "";
      return [["page", story && "telling", framed && "embedded"].filter(Boolean).join(" "), scheme || null, scheme,
        tells === (told || "") ? same : tells, whole];
    },
    chooseScheme(scheme) {
      if (scheme !== window.tieline.scheme()) window.tieline.go({ scheme });
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
    stepped: (row) => void window.tieline.stepped(row),
    drawn(query) {
      window.tieline.relist(query);
      setTimeout(window.tieline.drawn, 50);
    },
    placed: () => void setTimeout(window.tieline.place, 50),
    drawer() {
      setTimeout(window.tieline.cover);
      const opened = window.dash_clientside.callback_context.triggered_id === "filters-open";
      return opened ? "filters open" : "filters";
    },
  },
});
