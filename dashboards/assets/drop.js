"use strict";
// Buttons that let something drop down: a second click, a click elsewhere, a choice or Escape closes it again.
(() => {
  const below = (button) => document.getElementById(button.dataset.drops);

  function set(button, open) {
    below(button).hidden = !open;
    button.setAttribute("aria-expanded", String(open));
  }

  const open = () => document.querySelector("[data-drops][aria-expanded=true]");

  document.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-drops]"), other = open();
    if (other && other !== button && (!below(other).contains(target) || target.closest("[data-closes]"))) set(other, false);
    if (button) set(button, button !== other);
  });

  document.addEventListener("keydown", (key) => {
    const button = open();
    if (!button || key.key !== "Escape") return;
    set(button, false);
    button.focus();
    key.preventDefault();  // nothing else closes with it
  }, { capture: true });
})();
