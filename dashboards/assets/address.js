"use strict";
// The address says what is shown: what changes it from the browser goes through here.
window.tieline = {
  said: () => new URLSearchParams(window.location.search),
  scheme: (said = window.tieline.said()) => ["light", "dark"].find((name) => name === said.get("scheme")) || "",
  framed: (said = window.tieline.said()) => said.get("embed") === "1" || window.self !== window.top,
  telling: () => window.tieline.said().get("story") === "1",
  say(words) {
    document.getElementById("said").textContent = words;
  },
  // What a mark or a link means: an event, or what the address is to say in place of what it said.
  open: (meant) => window.dash_clientside.panel.click({ points: [{ customdata: meant }] }),
  go(changes) {
    const said = window.tieline.said();
    for (const [name, value] of Object.entries(changes)) {
      if (value) said.set(name, value);
      else said.delete(name);
    }
    const search = said.toString();
    window.dash_clientside.set_props("url", { search: search && `?${search}` });
  },
};

// What the address asks for holds before the first thing is drawn; once it is, the page itself says so.
(() => {
  const said = window.tieline.said(), root = document.documentElement, other = ["calendar", "relations", "trend", "map"];
  if (window.tieline.scheme()) root.setAttribute("data-mantine-color-scheme", window.tieline.scheme());
  const posed = { embedded: window.tieline.framed(), telling: window.tieline.telling(), elsewhere: other.includes(said.get("look")) };
  const names = Object.keys(posed).filter((name) => posed[name]);
  root.classList.add(...names);
  window.tieline.posed = () => root.classList.remove(...names);
  if (said.get("event") && !names.includes("embedded") && !names.includes("telling")) root.classList.add("opening");
})();

// A link to another event, or to other events, opens here; opened in a tab of its own it is a link like any other.
document.addEventListener("click", (click) => {
  const link = click.target.closest("a[data-event], a[data-asks]");
  if (!link || click.button || click.metaKey || click.ctrlKey || click.shiftKey || click.altKey) return;
  click.preventDefault();
  window.tieline.open(link.dataset.event || link.dataset.asks);
});
