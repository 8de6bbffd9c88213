// The drawer: the queue by risk, patterns, what stands alone, marks.
const MOST = 400;
const drawer = {
  what: null,

  toggle(what) {
    this.what = this.what === what ? null : what;
    this.refresh();
    for (const button of document.querySelectorAll(".tools [data-do]")) {
      if (LISTS[button.dataset.do]) button.setAttribute("aria-pressed", String(button.dataset.do === this.what));
    }
  },

  refresh() {
    const node = $("drawer");
    node.hidden = !this.what;
    if (!this.what) return;
    const scrolled = node.querySelector(".list") ? node.querySelector(".list").scrollTop : 0;
    const [title, items] = LISTS[this.what]();
    node.replaceChildren(
      make("header", {}, make("h2", { text: title }), make("button", { type: "button", text: "Close", do: () => this.toggle(this.what) })),
      make("ul", { class: "list", tabindex: "0" }, ...items.slice(0, MOST), items.length > MOST ? make("li", { class: "why", text: `and ${items.length - MOST} more` }) : null));
    node.querySelector(".list").scrollTop = scrolled;
  },
};

const LISTS = { queue: queueList, patterns: patternList, alone: aloneList, marks: markList };

// Units in the order in which they ask for attention; those with a verdict are done.
const byRisk = toReview.slice().sort((one, other) => other.risk - one.risk || one.i - other.i);
const isWaiting = (unit) => { const mark = marks.of(unit); return !mark || mark.state === "viewed"; };

function stepQueue(by) {
  const waiting = byRisk.filter((unit) => isWaiting(unit) || unit === selection.unit);
  const at = waiting.indexOf(selection.unit);
  const next = waiting[at < 0 ? 0 : at + by];
  if (next) selection.select(next); else say("the queue is empty in this direction");
}

function unitItem(unit, why) {
  return make("li", { class: unit === selection.unit ? "here" : null },
    make("button", { type: "button", class: "go", do: () => selection.select(unit) },
      make("code", { text: titleOf(unit) }), make("div", { class: "why", text: `${placeOf(unit.c[0])} ${unit.g}: ${why}` })));
}

function whyRisk(unit) {
  if (unit.s !== "converted" && unit.n) return unit.n.join("; ");
  return [...unit.m].map((char) => D.reasons[char][0]).join(", ") || "not converted";
}

function queueList() {
  const waiting = byRisk.filter(isWaiting);
  return [`Queue by risk: ${waiting.length} of ${toReview.length}`, waiting.slice(0, MOST + 1).map((unit) => unitItem(unit, whyRisk(unit)))];
}

async function approveShape(number) {
  for (const unit of D.shapes[number].units) if (units[unit]) marks.set(units[unit], "approved");
  await marks.changed();
  drawer.refresh();
  say(`approved ${D.shapes[number].units.length}`);
}

function patternList() {
  const items = D.shapes.map((shape, number) => {
    const alike = shape.units.map((unit) => units[unit]).filter(Boolean);
    const done = alike.filter((unit) => (marks.of(unit) || {}).state === "approved").length;
    let turn = 0;
    return make("li", {},
      make("code", { text: shape.cobol }), make("pre", { text: shape.python }),
      make("div", { class: "why" }, `${alike.length} times, ${done} approved, rule ${shape.rule} `,
        make("button", { type: "button", text: "Show one", do: () => { selection.select(alike[turn % alike.length]); turn += 1; } }), " ",
        make("button", { type: "button", text: done === alike.length ? "Approved" : `Approve all ${alike.length}`, do: () => approveShape(number) })));
  });
  const covered = D.shapes.reduce((sum, shape) => sum + shape.units.length, 0);
  return [`${counted(D.shapes.length, "pattern")} ${D.shapes.length === 1 ? "covers" : "cover"} ${counted(covered, "unit")}`, items];
}

function aloneList() {
  const silent = inOrder.filter((unit) => !unit.y.length);
  const lost = silent.filter((unit) => !unit.m && unit.s === "converted").length + D.alone.filter((gap) => gap[2] === "unexplained").length;
  const groups = new Map();
  for (const unit of silent) {
    const why = (unit.n || ["unexplained"])[0];
    groups.set(why, [...(groups.get(why) || []), unit]);
  }
  const items = [make("li", {}, make("b", { text: lost ? `${lost} unexplained` : "Everything is paired or explained." }))];
  for (const [why, list] of groups) {
    items.push(make("li", {}, make("b", { text: `COBOL without Python: ${why} (${list.length})` })), ...list.map((unit) => unitItem(unit, unit.k)));
  }
  for (const [first, last, why] of D.alone) {
    items.push(make("li", {}, make("button", { type: "button", class: "go", do: () => { rows.unfolded.add(first); rows.build(); rows.reveal(rows.rowOfPython[first]); } },
      `Python without COBOL: ${first === last ? `line ${first + 1}` : `lines ${first + 1} to ${last + 1}`}: ${why}`)));
  }
  return ["What stands on one side only", items];
}

function markList() {
  const found = inOrder.filter((unit) => marks.of(unit) && (marks.of(unit).state !== "approved" || marks.of(unit).comment));
  const items = [
    ...[...marks.reopened].map(([number, again]) => unitItem(units[number], `reopened: ${again.why}; it was ${again.mark.state} ${again.mark.comment}`)),
    ...found.map((unit) => unitItem(unit, `${marks.of(unit).state} ${marks.of(unit).comment}`)),
    ...marks.gone.map(({ mark, why }) => make("li", {}, make("code", { text: mark.title }), make("div", { class: "why", text: `${mark.file || D.source}:${mark.line}: ${mark.state}; ${why}. ${mark.comment}` }))),
  ];
  const tools = make("li", {}, make("div", { class: "verdict" },
    make("button", { type: "button", text: "Export JSON", do: exportJson }), make("button", { type: "button", text: "Export Markdown", do: exportMarkdown }),
    make("button", { type: "button", text: "Export SARIF", do: exportSarif }), make("button", { type: "button", text: "Import JSON", do: importMarks })));
  return [`Marks: ${items.length} to look at`, [tools, ...items]];
}
