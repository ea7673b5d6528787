"use strict";
// What follows when something was shown or closed: where the focus goes, what is told to those who listen, and the
// place of the event on the strip of years.
(() => {
  const part = (id) => document.getElementById(id);
  // What had the focus when the evidence opened; whether the evidence that the address names and the story were there
  // before; what was shown.
  let before = null, began = !new URLSearchParams(window.location.search).get("event"), told = false, summary = null;

  function focus(panel) {
    if (!began || panel.contains(document.activeElement)) return;
    before = document.activeElement;
    panel.focus({ preventScroll: true });
  }

  function back() {
    const lost = [document.body, null].includes(document.activeElement) || !document.activeElement.offsetParent;
    if (before && before.isConnected && lost) before.focus({ preventScroll: true });
    before = null;
  }

  // A drawer that lies over the whole page leaves nothing below it to be reached.
  function cover() {
    const drawer = [...document.querySelectorAll(".evidence.open, .filters.open")]
      .find((panel) => panel.offsetParent !== null || panel.offsetWidth >= window.innerWidth);
    const all = drawer && drawer.offsetWidth >= window.innerWidth;
    for (const rest of document.querySelectorAll(".header, .main, .filters, .evidence")) rest.inert = all && rest !== drawer;
  }

  function place() {
    const marker = part("overview-now"), strip = document.querySelector("#overview .js-plotly-plot");
    const time = document.querySelector(".telling .stop-date time, .page:not(.telling) .evidence.open .ev-date time");
    const { xaxis } = (strip && strip._fullLayout) || {};
    const [year, month] = ((time && time.getAttribute("datetime")) || "").split("-").map(Number);
    const x = xaxis && year ? xaxis.d2p(year + (month - 1) / 12 - 0.5) : NaN;
    marker.hidden = !(x >= 0 && x <= xaxis._length);
    if (!marker.hidden) marker.style.left = `${xaxis._offset + x}px`;
  }

  Object.assign(window.tieline, {
    opened() {
      const panel = part("evidence"), title = panel.querySelector("h2");
      document.documentElement.classList.remove("opening");  // from here on the evidence has the room itself
      if (!panel.classList.contains("open")) back();
      else if (!window.tieline.telling()) {
        if (title) window.tieline.say(`Evidence: ${title.textContent}`);
        focus(panel);
      }
      cover();
      place();
      began = true;
    },
    turned() {
      const title = document.querySelector(".stop-title"), number = document.querySelector(".stop-place");
      if (title) {
        window.tieline.say(`${number ? `${number.textContent}: ` : ""}${title.textContent}`);
        if (!part("story-view").contains(document.activeElement)) part("story-view").focus({ preventScroll: true });
      } else if (told) part("story-open").focus({ preventScroll: true });
      told = Boolean(title);
      place();
    },
    // What is shown now, in a sentence; not at first, when the reader comes to it anyway, nor if it is what it was.
    drawn() {
      const words = (document.querySelector(".empty:not(.hidden) h2") || document.querySelector(".in-words"))?.textContent || "";
      if (summary !== null && words !== summary && !window.tieline.telling()) window.tieline.say(words);
      summary = words;
      window.tieline.posed();
    },
    cover,
    place,
  });
  window.addEventListener("resize", cover);
})();
