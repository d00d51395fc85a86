// Runs before the page is painted, and behind what asks for the program: a browser takes its time to say what it
// remembers. The page holds the front page's stories; when the address, or the reader, asks for another view to start with,
// they are hidden until the program shows it, and the search box already says what is looked for.
"use strict";
{
  const root = document.documentElement;
  const remembered = (name) => {
    try {
      return localStorage.getItem(`ics-explorer-${name}`) ?? "";
    } catch {
      return ""; // a browser that keeps nothing has nothing to say
    }
  };
  const asked = location.search || (location.hash.length < 2 ? remembered("start") : ""); // as app/start.go has it
  const query = new URLSearchParams(asked.replaceAll("&amp;", "&"));
  if (asked.length > 1) root.dataset.opening = "true";
  setDesk();

  // The reader's own choice, which app/density.go remembers.
  if (remembered("dense")) root.dataset.dense = "true";

  // What the page has for its reader stands there from the first painting on, as app/desk.go remembers it: when the program
  // knows it anew, nothing below has to move. Of listings that were not here yet, something is likely to be new.
  function setDesk() {
    const [listings, ...lines] = remembered("desk").split("\n");
    if (!listings) return;
    const something = "10 new since Wednesday 30 September 2026: 10 South West London <button>Mark all as seen</button>";
    const fresh = listings !== root.dataset.listings && !lines.some((line) => line.includes('class="news"'));
    new MutationObserver((_, observer) => {
      const desk = document.querySelector("#desk > .unread");
      if (!desk) return;
      observer.disconnect();
      desk.innerHTML = (fresh ? `<p class="news" inert>${something}</p>` : "") + lines.join("\n");
      if (fresh && !desk.querySelector(".choice")) desk.firstChild.insertAdjacentHTML("afterend", '<p class="choice"><button>&nbsp;</button></p>');
      if (root.dataset.opening) desk.querySelector(".views")?.remove(); // which are on the front page alone
      for (const part of desk.querySelectorAll("[data-do], input")) { // the program answers for its own alone
        part.removeAttribute("data-do");
        part.removeAttribute("id");
      }
      for (const part of desk.querySelectorAll(".choice, button")) part.inert = true;
    }).observe(document, { childList: true, subtree: true });
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
