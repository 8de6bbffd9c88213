// The panel below: the selected unit, its mark, the name that was asked about, and the bytes of its record.
const VERDICTS = [["approved", "a", "Approve"], ["viewed", "v", "Viewed"], ["question", "q", "Question"], ["must-fix", "m", "Must fix"]];
const panel = {
  show() {
    const unit = selection.unit;
    const facts = $("facts");
    if (!unit) {
      facts.replaceChildren(make("p", { class: "why", text: "Select a line, or press n for what asks most attention. ? lists the keys." }));
      $("ruler").replaceChildren();
      return;
    }
    const symbol = selection.symbol != null ? selection.symbol : firstName(unit);
    const typing = document.activeElement && document.activeElement.id === "comment";
    if (typing && facts.dataset.unit === unit.key) return;
    facts.dataset.unit = unit.key;
    facts.replaceChildren(...unitFacts(unit));
    $("ruler").replaceChildren(...(symbol != null ? nameFacts(symbol) : []));
  },

  async verdict(state) {
    const unit = selection.unit;
    if (!unit) return say("nothing is selected");
    const mark = marks.of(unit);
    if (mark && mark.state === state) marks.clear(unit); else marks.set(unit, state);
    await marks.changed();
    say(marks.of(unit) ? state : "open again");
  },

  async clear() {
    if (selection.unit) { marks.clear(selection.unit); await marks.changed(); }
  },

  comment() {
    const box = $("comment");
    if (box) box.focus();
  },
};

function term(list, name, ...values) {
  list.append(make("dt", { text: name }), make("dd", {}, ...values));
}

function unitFacts(unit) {
  const mark = marks.of(unit);
  const again = marks.reopened.get(unit.i);
  const list = make("dl");
  term(list, "relation", [...unit.m].map((char) => D.reasons[char].join(": ")).join("; ") || "none");
  if (unit.h) term(list, "runtime", make("code", { text: unit.h.join(", ") }));
  term(list, "rule", make("code", { text: unit.rule }));
  if (unit.s !== "converted") term(list, "status", make("b", { class: `m-${unit.s}`, text: unit.s === "risk" ? "behaviour at risk" : "not converted" }));
  if (unit.n) term(list, "notes", ...unit.n.map((note) => make("div", { text: note })));
  if (unit.x != null) term(list, "runs", timesText(unit));
  if (D.parity) term(list, "compared", D.parity[1]);
  if (again) term(list, "reopened", make("b", { class: "m-reopened", text: `${again.why}; it was ${again.mark.state}` }),
    again.mark.comment ? make("div", { text: again.mark.comment }) : null);
  const shape = shapeOf[unit.i];
  const alike = shape != null ? make("button", { type: "button", text: `Approve all ${D.shapes[shape].units.length} like this`, do: () => approveShape(shape) }) : null;
  const verdicts = VERDICTS.map(([state, key, label]) =>
    make("button", { type: "button", title: key, "aria-pressed": String(!!mark && mark.state === state), do: () => panel.verdict(state), text: `${GLYPHS[state]} ${label}` }));
  const box = make("textarea", { id: "comment", "aria-label": "Comment", placeholder: "Comment (c); kept when you leave the field" });
  box.value = mark ? mark.comment : "";
  box.addEventListener("change", () => { marks.set(unit, null, box.value); marks.changed(); });
  const graph = headOf(unit);
  return [
    make("h2", {}, make("code", { text: titleOf(unit) }), ` ${placeOf(unit.c[0])}`),
    make("div", { class: "verdict" }, ...verdicts, alike,
      graph && graphOf.has(graph.i) ? make("button", { type: "button", text: "Control flow", title: "g", do: () => showGraph(graph) }) : null),
    list, box,
  ];
}

// The first name of a unit, to say something about without being asked.
function firstName(unit) {
  for (const position of unit.c) {
    const names = D.cobol[position][4] || [];
    for (let at = 2; at < names.length; at += 3) if (D.symbols[names[at]].k === "item") return names[at];
  }
  return null;
}

function lineLinks(positions) {
  const some = positions.slice(0, 24).map((position) => make("a", { href: `#${placeOf(position)}`, text: placeOf(position),
    do: (event) => { event.preventDefault(); const unit = units[cobolUnits(position)[0]]; if (unit) selection.select(unit); } }));
  return make("span", { class: "lines" }, ...some, positions.length > 24 ? `and ${positions.length - 24} more` : null);
}

function symbolTerms(fact) {
  const list = make("dl");
  if (fact.q && fact.q !== fact.n) term(list, "name", fact.q);
  if (fact.k === "item") {
    term(list, "described", [fact.l != null ? String(fact.l).padStart(2, "0") : "", fact.p ? `PIC ${fact.p}` : "", fact.u, fact.oc ? `OCCURS ${fact.oc}` : ""].filter(Boolean).join(" "));
    term(list, "bytes", `${fact.o} to ${fact.o + fact.z - 1} (${fact.z}) of ${D.symbols[fact.rec].n}, ${fact.s}`);
  } else if (fact.u) term(list, "described", fact.u);
  if (fact.v) term(list, "value", make("code", { text: fact.v }));
  if (fact.of != null) term(list, "of", D.symbols[fact.of].n);
  if (fact.c) term(list, "88", ...fact.c.map(([name, values]) => make("div", {}, make("code", { text: `${name} VALUE ${values}` }))));
  if (fact.py) term(list, "Python", make("code", { text: fact.py }));
  if (fact.h) term(list, "held as", fact.h + (fact.why ? `: ${fact.why.join("; ")}` : ""));
  return list;
}

function nameFacts(number) {
  const fact = D.symbols[number];
  const list = symbolTerms(fact);
  if (fact.d != null) term(list, "declared", lineLinks([fact.d]));
  if (fact.w) term(list, "stored at", lineLinks(fact.w));
  if (fact.r) term(list, fact.k === "paragraph" || fact.k === "section" ? "named at" : "read at", lineLinks(fact.r));
  return [make("h2", {}, make("code", { text: fact.n }), ` ${fact.k}`), fact.rec != null ? byteRuler(number) : null, list].filter(Boolean);
}

// What the pointer is over, after a moment.
const tip = {
  timer: 0,
  over(spot) {
    clearTimeout(this.timer);
    if (!spot) { $("tip").hidden = true; return; }
    this.timer = setTimeout(() => this.show(spot), 220);
  },
  show(spot) {
    const fact = D.symbols[Number(spot.dataset.s)];
    if (!spot.isConnected || !fact) return;
    const uses = `read at ${counted((fact.r || []).length, "place")}, stored at ${(fact.w || []).length}`;
    const node = $("tip");
    node.replaceChildren(make("b", { text: fact.n }), ` ${fact.k}`, symbolTerms(fact), make("p", { class: "why", text: fact.k === "item" || fact.k === "index" ? uses : "" }));
    node.hidden = false;
    const box = spot.getBoundingClientRect();
    const above = box.bottom + node.offsetHeight + 12 > innerHeight;
    node.style.left = `${Math.max(4, Math.min(box.left, innerWidth - node.offsetWidth - 12))}px`;
    node.style.top = `${above ? box.top - node.offsetHeight - 6 : box.bottom + 6}px`;
  },
};
