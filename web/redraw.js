// Makes what stands in the page what new markup says, and leaves alone what is the same:
// nodes that stay keep the focus, what is selected in them, and what they were laid out to.
"use strict";
{
  const template = document.createElement("template");

  // Returns the node that stands where old stood: old itself, if it can become what the markup says.
  window.redraw = (old, markup) => {
    template.innerHTML = markup;
    const wanted = template.content.firstChild;
    if (!fits(old, wanted)) {
      old.replaceWith(wanted);
      return wanted;
    }
    become(old, wanted);
    return old;
  };

  // Elements with ids are known by them, wherever among their neighbours they stand; others
  // by their kind and place.
  function fits(node, wanted) {
    return node.nodeName === wanted.nodeName && (node.id ?? "") === (wanted.id ?? "");
  }

  function become(node, wanted) {
    if (node.isEqualNode(wanted)) return;
    if (node.nodeType !== Node.ELEMENT_NODE) {
      node.data = wanted.data;
      return;
    }
    setAttributes(node, wanted);
    setChildren(node, wanted);
  }

  function setAttributes(node, wanted) {
    for (const { name, value } of wanted.attributes) {
      if (node.getAttribute(name) !== value) node.setAttribute(name, value);
    }
    for (const name of node.getAttributeNames()) {
      if (name !== "open" && !wanted.hasAttribute(name)) node.removeAttribute(name); // what readers unfold stays so
    }
  }

  function setChildren(node, wanted) {
    const first = wanted.dataset.begun ? wanted.childElementCount : Infinity; // the markup is the beginning: what stands behind it stays
    const named = new Map();
    for (const child of wanted.children) if (child.id) named.set(child.id, undefined);
    for (const [at, child] of [...node.children].entries()) {
      if (!child.id) continue;
      if (named.has(child.id)) named.set(child.id, child);
      else if (at < first) child.remove();
    }
    let there = node.firstChild;
    for (const child of [...wanted.childNodes]) {
      const known = child.id ? named.get(child.id) : there;
      if (!known || !fits(known, child)) {
        node.insertBefore(child, there);
        continue;
      }
      if (known === there) there = there.nextSibling;
      else node.insertBefore(known, there);
      become(known, child);
    }
    while (there && first === Infinity) {
      const next = there.nextSibling;
      there.remove();
      there = next;
    }
  }
}
