"use strict";
{
  // The page as it came, for a copy of the file to be made of it. The program is about to draw it anew.
  const came = document.documentElement.cloneNode(true);
  for (const name of ["opening", "script", "ready", "dense"]) delete came.dataset[name];
  came.querySelector("#desk > .unread")?.replaceChildren(); // which is the reader's
  came.querySelector("#carried")?.remove();
  window.pristine = () => `<!DOCTYPE html>\n${came.outerHTML}\n`;
}
