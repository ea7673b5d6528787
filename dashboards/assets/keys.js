"use strict";
// The keys that hold for the whole page, and swiping through the story.
(() => {
  const part = (id) => document.getElementById(id);
  const typing = (target) => target.closest("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable], dialog");
  const shown = (id) => part(id).classList.contains("open");

  const SINGLE = {
    "/": () => {
      const drawer = window.matchMedia("(max-width: 860px)").matches;
      if (!part("filters").offsetParent) part(drawer ? "filters-open" : "evidence-close").click();
      const look = (left) => {
        part("text").focus();
        if (left && document.activeElement !== part("text")) setTimeout(look, 100, left - 1);
      };
      setTimeout(look, 0, 20);
    },
    "?": () => window.tieline.show("help"),
    t: () => part("walk").focus(),
    s: () => part("story-open").click(),
  };

  function escape() {
    if (document.querySelector("dialog[open]")) return;  // they close themselves
    if (window.tieline.telling()) part("story-close").click();
    else if (shown("filters")) part("filters-close").click();
    else if (shown("evidence")) part("evidence-close").click();
  }

  function step(side) {
    const link = document.querySelector(`.step.${side}[href]`);
    if (link) link.click();
  }

  document.addEventListener("keydown", (key) => {
    if (key.ctrlKey || key.metaKey || key.altKey || key.defaultPrevented) return;
    if (key.key === "Escape") escape();
    else if (typing(key.target)) return;
    else if (window.tieline.telling() && /^Arrow(Left|Right)$/.test(key.key)) step(key.key.slice(5).toLowerCase());
    else if (SINGLE[key.key]) SINGLE[key.key]();
    else return;
    if (key.key !== "Escape") key.preventDefault();
  });

  window.tieline.show = (id) => part(id).open || part(id).showModal();
  document.addEventListener("click", ({ target }) => {
    if (target.matches("dialog")) target.close();  // what is clicked is beside it
    const press = target.closest("[data-presses]");
    if (press) part(press.dataset.presses).click();
  });

  let from = null;
  document.addEventListener("touchstart", ({ touches, target }) => {
    from = touches.length === 1 && target.closest(".story-view") ? touches[0] : null;
  }, { passive: true });
  document.addEventListener("touchend", ({ changedTouches }) => {
    if (!from) return;
    const aside = changedTouches[0].clientX - from.clientX, along = changedTouches[0].clientY - from.clientY;
    if (Math.abs(aside) > 50 && Math.abs(aside) > 2 * Math.abs(along)) step(aside < 0 ? "right" : "left");
    from = null;
  }, { passive: true });
})();
