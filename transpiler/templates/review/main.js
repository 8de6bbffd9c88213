// Keys, buttons and the start of the page.
const KEYS = [
  ["j k", "next, previous unit"], ["n p", "next, previous in the queue"], ["] [", "next, previous paragraph"],
  ["Enter", "look at the other side"], ["a", "approve"], ["v", "viewed"], ["q", "question"], ["m", "must fix"], ["u", "take the mark back"],
  ["c", "comment"], ["o O", "open the copybook here, all"], ["x", "columns 1-6 and 73-80"], ["r", "text after REPLACE"],
  ["g", "control flow of the paragraph"], ["s", "queue"], ["t", "patterns"], ["e", "what stands alone"], ["l", "marks, export"],
  ["/", "find; Enter, Shift+Enter go on"], ["w", "widths of the columns"], ["← →", "shift the columns"], ["d", "light or dark"], ["i", "panel below"], ["Esc", "close"], ["?", "this list"],
];
const WIDTHS = [["1fr", "1.25fr"], ["1.6fr", "1fr"], ["1fr", "2fr"]];
let shifted = 0, widths = 0, atPython = false;

function openDialog(body) {
  $("dialog-body").replaceChildren(body);
  if (!$("dialog").open) $("dialog").showModal();
}

function showHelp() {
  const keys = make("div", { class: "keys" });
  for (const [key, text] of KEYS) keys.append(make("span", {}, ...key.split(" ").flatMap((one) => [make("kbd", { text: one }), " "])), make("span", { text }));
  const list = make("dl", {});
  for (const [char, [name, meaning]] of Object.entries(D.reasons)) term(list, char, `${name}: ${meaning}`);
  openDialog(make("div", { class: "panelish" }, make("h2", { text: "Keys" }), keys, make("h2", { text: "Marks between the columns" }), list));
}

function shift(by) {
  shifted = Math.max(0, shifted + by);
  document.documentElement.style.setProperty("--shift", shifted);
}

function nextWidths() {
  widths = (widths + 1) % WIDTHS.length;
  document.documentElement.style.setProperty("--left", WIDTHS[widths][0]);
  document.documentElement.style.setProperty("--right", WIDTHS[widths][1]);
}

function otherSide() {
  const unit = selection.unit;
  if (!unit) return;
  atPython = !atPython && unit.y.length > 0;
  rows.reveal(selection.rowOf(unit, atPython));
  if (!unit.y.length) say("no Python");
}

function openCopyHere() {
  const unit = selection.unit;
  const row = unit ? selection.rowOf(unit) : Math.floor($("scroller").scrollTop / HEIGHT);
  if (unit && D.cobol[unit.c[0]][0] > 0) return rows.toggleCopy([D.cobol[unit.c[0]][0]]);
  for (let at = row; at < rows.view.length; at += 1) {
    const left = rows.view[at][0];
    if (left >= 0 && rows.copiesAt(left).length) return rows.toggleCopy(rows.copiesAt(left));
  }
  say("no COPY below");
}

function togglePanel() {
  $("panel").hidden = !$("panel").hidden;
  rows.draw();
}

const ACTIONS = {
  help: showHelp, theme: switchTheme, find: () => finder.open(), flow: () => { const head = selection.unit && headOf(selection.unit); if (head) showGraph(head); else say("select something in a paragraph"); },
  margins: () => { rows.margins = !rows.margins; rows.redraw(); }, compiled: () => { rows.compiled = !rows.compiled; rows.redraw(); say(rows.compiled ? "text after REPLACE" : "text as written"); },
  copies: () => rows.openAll(), print: () => print(),
};
for (const what of Object.keys(LISTS)) ACTIONS[what] = () => drawer.toggle(what);

const BINDINGS = {
  j: () => selection.step(1, () => true), k: () => selection.step(-1, () => true), n: () => stepQueue(1), p: () => stepQueue(-1),
  "]": () => selection.step(1, (unit) => unit.k === "paragraph"), "[": () => selection.step(-1, (unit) => unit.k === "paragraph"),
  Enter: otherSide, a: () => panel.verdict("approved"), v: () => panel.verdict("viewed"), q: () => panel.verdict("question"), m: () => panel.verdict("must-fix"),
  u: () => panel.clear(), c: () => panel.comment(), o: openCopyHere, O: ACTIONS.copies, x: ACTIONS.margins, r: ACTIONS.compiled, g: ACTIONS.flow,
  s: ACTIONS.queue, t: ACTIONS.patterns, e: ACTIONS.alone, l: ACTIONS.marks, "/": ACTIONS.find, w: nextWidths,
  ArrowLeft: () => shift(-8), ArrowRight: () => shift(8), d: switchTheme, i: togglePanel, "?": showHelp,
  Escape: () => { if (drawer.what) drawer.toggle(drawer.what); if (!$("find").hidden) finder.close(); tip.over(null); },
};

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || $("dialog").open) return;
  const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
  if (typing && event.key !== "Escape") return;
  if (event.target.tagName === "BUTTON" && (event.key === "Enter" || event.key === " ")) return;
  if (typing) { event.target.blur(); $("scroller").focus(); return; }
  const action = BINDINGS[event.key];
  if (action) { event.preventDefault(); action(); }
}

// What comparisons with the original say of the program.
function showParity() {
  if (!D.parity) return;
  const [good, text] = D.parity;
  $("parity").hidden = false;
  $("parity").className = good ? "count m-approved" : "count m-must-fix";
  $("parity").textContent = good ? "≡ compared" : "≢ compared";
  $("parity").title = text;
}

async function start() {
  await store.load();
  marks.start();
  rows.build();
  showProgress();
  panel.show();
  showParity();
  let waiting = false;
  $("scroller").addEventListener("scroll", () => {
    if (!waiting) { waiting = true; requestAnimationFrame(() => { waiting = false; rows.draw(); }); }
  }, { passive: true });
  $("rows").addEventListener("pointerover", (event) => selection.over(event.target));
  $("rows").addEventListener("pointerleave", () => selection.leave());
  $("rows").addEventListener("click", (event) => selection.click(event.target));
  document.addEventListener("keydown", onKey);
  addEventListener("resize", () => rows.draw());
  addEventListener("hashchange", () => follow(location.hash.slice(1)));
  addEventListener("beforeprint", () => rows.draw(true));
  addEventListener("afterprint", () => rows.redraw());
  for (const button of document.querySelectorAll(".tools [data-do]")) button.addEventListener("click", () => { ACTIONS[button.dataset.do](); if (button.dataset.do !== "find" && button.dataset.do !== "help" && button.dataset.do !== "flow") $("scroller").focus(); });
  $("find").addEventListener("submit", (event) => { event.preventDefault(); finder.go(1); });
  $("find-text").addEventListener("input", (event) => finder.search(event.target.value));
  $("find-text").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.shiftKey) { event.preventDefault(); finder.go(-1); }
    if (event.key === "Escape") { event.stopPropagation(); finder.close(); }
  });
  if (location.hash.length > 1) follow(location.hash.slice(1));
  $("scroller").focus({ preventScroll: true });
  document.documentElement.dataset.ready = "yes";
}
start();
