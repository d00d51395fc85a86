"use strict";
{
  // A file from disk can have no worker, and asking for one would be an error.
  delete Navigator.prototype.serviceWorker;
  const network = window.fetch;
  window.fetch = async (resource, options) => {
    if (resource !== "{{.Program}}") return network(resource, options);
    const text = atob(document.getElementById("program").textContent);
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
    const program = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(program, { headers: { "Content-Type": "application/wasm" } });
  };
}
