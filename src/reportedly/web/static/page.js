// Pointing at a row lights up its words, pointing at words their row. Without this script the page's links do the same.
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("js");
  const layers = { attributions: "A", events: "E", figures: "F", times: "T", places: "L", wording: "W", actors: "P" };
  const letter = () => layers[document.querySelector("input[name=layer]:checked")?.value] ?? "A";
  const wordsOf = (label) => document.querySelectorAll(".m-" + CSS.escape(label));
  const rowOf = (label) => document.getElementById("r-" + label);
  const clear = () => document.querySelectorAll(".on").forEach((e) => e.classList.remove("on"));
  const light = (label) => {
    clear();
    wordsOf(label).forEach((e) => e.classList.add("on"));
    rowOf(label)?.classList.add("on");
    document.querySelectorAll(`a.ref[data-row="${CSS.escape(label)}"]`).forEach((e) => e.classList.add("on"));
  };
  // Marks are listed the widest first: the last one of the layer on show is the innermost.
  const labelAt = (target) => {
    const words = target.closest(".s[data-m]");
    if (words) return words.dataset.m.split(" ").filter((l) => l[0] === letter()).pop();
    return target.closest("[data-row]")?.dataset.row;
  };
  const over = (event) => {
    const label = event.target instanceof Element && labelAt(event.target);
    if (label) light(label); else clear();
  };
  const show = () => {
    const label = location.hash.replace(/^#[rt]-/, "");
    const panel = rowOf(label)?.closest(".panel");
    if (!panel) return;
    const layer = document.getElementById(panel.id.replace("p-", "l-"));
    if (layer) layer.checked = true;
    light(label);
    (location.hash.startsWith("#t-") ? document.getElementById("t-" + label) : rowOf(label))?.scrollIntoView({ block: "nearest" });
  };
  document.addEventListener("pointerover", over);
  document.addEventListener("focusin", over);
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element) || event.target.closest("a") || !getSelection()?.isCollapsed) return;
    const words = event.target.closest(".s[data-m]");
    const label = words && labelAt(words);
    if (label) { location.hash = "r-" + label; light(label); }
  });
  addEventListener("hashchange", show);
  show();
})();
