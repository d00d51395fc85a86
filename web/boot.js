// Runs before the page is painted, and behind what asks for the program: a browser takes its time to say what it
// remembers. The page holds the front page's stories; when the address asks for another view, they are hidden until the
// program shows it, and the search box already says what is looked for.
"use strict";
{
  const root = document.documentElement;
  const query = new URLSearchParams(location.search.replaceAll("&amp;", "&"));
  if (location.search.length > 1) root.dataset.opening = "true";

  // The reader's own choice, which app/density.go remembers.
  try {
    if (localStorage.getItem("ics-explorer-dense")) root.dataset.dense = "true";
  } catch {
    // A browser that keeps nothing has no choice to keep.
  }

  // A page that was saved to disk has what stood in it, but is not alive. What is said of
  // that, and what is hidden, is in a style sheet that is turned off here: the page is
  // saved with it turned on.
  delete root.dataset.ready;
  delete root.dataset.ended;
  delete root.dataset.failed;
  document.getElementById("dead-css").disabled = true;

  // What a reader touches before the program is there is theirs; what a browser has put
  // back into boxes from another visit is not.
  const touch = ({ target }) => {
    if (target.matches?.("#q, fieldset input")) target.dataset.touched = "true";
  };
  addEventListener("input", touch, true);
  addEventListener("change", touch, true);

  // Whoever asks how far has the browser lay out the page for it, so it is noted that there is something to ask.
  delete root.dataset.scrolled;
  addEventListener("scroll", () => { root.dataset.scrolled = "true"; }, { once: true, passive: true });

  addEventListener("DOMContentLoaded", () => {
    const box = document.getElementById("q");
    if (box && !box.value) box.value = query.get("q") ?? "";
    for (const form of document.forms) form.addEventListener("submit", (e) => e.preventDefault());
  });
}
