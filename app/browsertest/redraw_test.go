//go:build browser

package browsertest

import "testing"

// A drawing that is made another is what the other says, whatever both are, and whatever has become of the first in the
// page; and an element with an id that both have, with the same parents, stays the element that it is.
func TestADrawingBecomesWhatTheNextOneSays(t *testing.T) {
	publishedOnly(t)
	r := newReader(t, newHost(t, builtSite()))
	r.opens("")
	faults := text[[]string](r, `(() => {
		let seed = 1;
		const below = (n) => (seed = (seed * 48271) % 2147483647) % n;
		const tags = ["p", "div", "span", "mark", "ul", "svg"], texts = ["", "a", "b &amp; c", " "];
		const write = (tag, id, depth) => {
			const parts = [], ids = ["a", "b", "c", "d", "e"];
			for (let n = depth > 0 ? below(6) : 0; n > 0; n--) {
				const [own] = below(2) ? ids.splice(below(ids.length), 1) : [""];
				parts.push(below(3) ? write(tags[below(tags.length)], own && depth + own, depth - 1) : texts[below(texts.length)]);
			}
			const attributes = (id && ' id="' + id + '"') + (below(2) ? ' class="' + below(3) + '"' : "") + (below(4) ? "" : " hidden");
			return "<" + tag + attributes + ">" + parts.join("") + "</" + tag + ">";
		};
		const read = (markup) => Object.assign(document.createElement("template"), { innerHTML: markup }).content.firstChild;
		const path = (node, top) => node === top ? "" : path(node.parentElement, top) + "/" + node.nodeName + "#" + node.id;
		const named = (top) => new Map([...top.querySelectorAll("[id]")].filter((node) => {
			for (let around = node; around !== top; around = around.parentElement) if (!around.id) return false;
			return true;
		}).map((node) => [path(node, top), node]));
		const faults = [];
		for (let n = 0; n < 3000; n++) {
			const from = write("div", "", 3), to = write(below(20) ? "div" : "p", "", 3);
			const around = document.createElement("section");
			around.innerHTML = from;
			const old = around.firstChild;
			if (below(4) === 0) { // somebody else has been there
				const all = [old, ...old.querySelectorAll("*")];
				all[below(all.length)].append(document.createElement("font"), document.createComment("of another"));
			}
			const before = named(old), now = redraw(old, to), says = read(to);
			if (!now.isEqualNode(says) || around.childNodes.length !== 1 || around.firstChild !== now) faults.push(from + "\nbecame\n" + around.innerHTML + "\ninstead of\n" + says.outerHTML);
			if (now === old) for (const [at, node] of named(now)) if (before.has(at) && before.get(at) !== node) faults.push(from + "\nand\n" + to + "\nhave other elements at " + at);
		}
		return faults.slice(0, 3);
	})()`)
	for _, fault := range faults {
		t.Error(fault)
	}
	// What a reader has unfolded stays so; and where only the beginning is drawn, what stood behind it.
	if got, want := text[string](r, `(() => {
		const around = document.createElement("section");
		around.innerHTML = "<div><details open><summary>a</summary></details><p id=w></p><p id=x></p><p id=y></p><p id=z></p></div>";
		redraw(around.firstChild, "<div data-begun=true><details><summary>b</summary></details><p id=y>y</p><p id=a></p></div>");
		return around.innerHTML;
	})()`), `<div data-begun="true"><details open=""><summary>b</summary></details><p id="y">y</p><p id="a"></p><p id="z"></p></div>`; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
