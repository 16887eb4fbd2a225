"use strict";
(() => {
  const hint = "j or the arrow down: the next step. k or up: the one before. Home and End: the first and the last.";
  let latest = null;

  function diagram(element) {
    const rows = [...element.querySelectorAll("tr.step")];
    const now = element.querySelector(".now");
    let at = -1;

    function go(to) {
      const next = Math.min(Math.max(to, 0), rows.length - 1);
      if (at >= 0) rows[at].removeAttribute("aria-current");
      at = next;
      latest = self;
      rows[at].setAttribute("aria-current", "step");
      rows[at].scrollIntoView({ block: "nearest" });
      now.textContent = rows[at].dataset.say;
    }

    const self = {
      element,
      moves: {
        first: () => go(0),
        back: () => go(at - 1),
        next: () => go(at + 1),
        last: () => go(rows.length - 1),
      },
    };
    for (const button of element.querySelectorAll("button")) {
      button.addEventListener("click", () => self.moves[button.dataset.go]());
    }
    rows.forEach((row, index) => row.addEventListener("click", () => go(index)));
    now.textContent = hint;
    element.querySelector(".stepping").hidden = false;
    return self;
  }

  const diagrams = [...document.querySelectorAll(".interleaving")].map(diagram);
  const letters = { j: "next", k: "back" };
  const keys = { ...letters, ArrowDown: "next", ArrowRight: "next", ArrowUp: "back", ArrowLeft: "back", Home: "first", End: "last" };

  // The letters work everywhere; what scrolls the page elsewhere, only in a diagram.
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const inside = diagrams.find((one) => one.element.contains(event.target));
    const move = (inside ? keys : letters)[event.key];
    const shown = (one) => one.element.offsetParent !== null;
    const chosen = inside || (latest && shown(latest) ? latest : diagrams.find(shown));
    if (!Object.hasOwn(inside ? keys : letters, event.key) || !chosen) return;
    event.preventDefault();
    chosen.moves[move]();
  });
})();
