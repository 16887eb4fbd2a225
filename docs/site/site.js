// What Material leaves out: a name for the search, and the keyboard's way into what scrolls.
document.querySelector(".md-search[role=dialog]")?.setAttribute("aria-label", "Search");

addEventListener("load", () => {
  const watched = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth || target.scrollHeight > target.clientHeight) target.tabIndex = 0;
      else target.removeAttribute("tabindex");
    }
  });
  document.querySelectorAll(".md-typeset pre > code, .md-typeset__scrollwrap, .md-search__scrollwrap")
    .forEach((box) => watched.observe(box));
});
