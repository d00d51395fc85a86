// Runs before the page is painted. The page holds the front page's stories; when
// the address asks for another view, they step back until the program shows it,
// and the search box already says what is looked for.
"use strict";
{
  const root = document.documentElement;
  const query = new URLSearchParams(location.search);
  if (location.search.length > 1) root.dataset.opening = "true";
  addEventListener("DOMContentLoaded", () => {
    const box = document.getElementById("q");
    box.addEventListener("input", () => { box.dataset.typed = "true"; });
    if (!box.value) box.value = query.get("q") ?? "";
    document.querySelector("form.search").addEventListener("submit", (e) => e.preventDefault());
  });
}
