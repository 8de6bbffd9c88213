// What is selected, what the pointer is over, and the other side of both.
const selection = {
  unit: null, symbol: null, hovered: [], token: null,

  // Select a unit; `place` says which of its lines is looked at.
  select(unit, { reveal = true, python = false, quiet = false } = {}) {
    if (!unit) return;
    this.unit = unit;
    this.symbol = null;
    if (reveal) rows.reveal(this.rowOf(unit, python));
    this.paint();
    panel.show();
    drawer.refresh();
    if (!quiet) history.replaceState(null, "", `#${linkOf(unit)}`);
    say(`${titleOf(unit)}, ${unit.y.length} lines of Python`);
  },

  rowOf(unit, python) {
    let position = unit.c[0];
    const copy = D.cobol[position][0];
    if (!python && !rows.isOpen(copy)) {
      for (let number = copy; number > 0; number = D.copies[number].outer) rows.open.add(number);
      rows.build();
    }
    if (python && unit.y.length) return rows.rowOfPython[unit.y[0]];
    return rows.rowOfCobol[position];
  },

  paint() {
    const chosen = this.unit;
    const light = new Set(this.hovered);
    for (const node of rows.shown.values()) {
      const entry = rows.view[node.dataset.row];
      const left = entry[0] >= 0 ? cobolUnits(entry[0]) : [];
      const right = pythonUnits(entry[1]);
      const cells = node.children;
      cells[2].classList.toggle("sel-l", !!chosen && left.includes(chosen.i));
      cells[5].classList.toggle("sel-r", !!chosen && chosen.y.includes(entry[1]));
      cells[2].classList.toggle("lit-l", left.some((unit) => light.has(unit)));
      cells[5].classList.toggle("lit-r", right.some((unit) => light.has(unit)));
    }
    this.paintTokens();
  },

  // A name or literal under the pointer: all its uses softly, those in the pieces that belong together strongly.
  paintTokens() {
    for (const node of document.querySelectorAll("#rows .same, #rows .token")) node.classList.remove("same", "token");
    if (!this.token) return;
    const [kind, number] = this.token;
    const light = new Set(this.hovered);
    for (const node of document.querySelectorAll(`#rows [data-${kind}="${number}"]`)) {
      const entry = rows.view[node.closest(".row").dataset.row];
      const cell = node.closest(".code");
      const near = cell.classList.contains("cob") ? cobolUnits(entry[0]) : pythonUnits(entry[1]);
      const linked = near.some((unit) => light.has(unit));
      if (linked || kind === "s") node.classList.add(linked ? "token" : "same");
    }
  },

  over(target) {
    const node = target.closest && target.closest(".row");
    if (!node) return this.leave();
    const entry = rows.view[node.dataset.row];
    if (!entry) return this.leave();
    const cell = target.closest(".code, .no");
    const python = cell && (cell.classList.contains("pyc") || cell.classList.contains("py"));
    const here = python ? pythonUnits(entry[1]) : entry[0] >= 0 ? cobolUnits(entry[0]) : pythonUnits(entry[1]);
    const spot = target.closest("[data-s], [data-l]");
    this.token = spot ? (spot.dataset.s != null ? ["s", spot.dataset.s] : ["l", spot.dataset.l]) : null;
    this.hovered = here;
    this.paint();
    tip.over(spot && spot.dataset.s != null ? spot : null);
  },

  leave() {
    if (!this.hovered.length && !this.token) return;
    this.hovered = [];
    this.token = null;
    this.paint();
    tip.over(null);
  },

  click(target) {
    const node = target.closest(".row");
    if (!node || target.closest("button")) return;
    const entry = rows.view[node.dataset.row];
    const python = !!target.closest(".py, .pyc");
    const here = (python ? pythonUnits(entry[1]) : entry[0] >= 0 ? cobolUnits(entry[0]) : pythonUnits(entry[1])).map((unit) => units[unit]);
    if (!here.length) return;
    const at = here.indexOf(this.unit);
    const spot = target.closest("[data-s]");
    this.select(here[(at + 1) % here.length], { reveal: false });
    if (spot) { this.symbol = Number(spot.dataset.s); panel.show(); }
  },

  // Move by units in source order; the lines of closed copybooks are passed over.
  step(by, wanted) {
    let at = this.unit ? inOrder.indexOf(this.unit) : by > 0 ? -1 : inOrder.length;
    for (at += by; at >= 0 && at < inOrder.length; at += by) {
      const unit = inOrder[at];
      if (rows.isOpen(D.cobol[unit.c[0]][0]) && wanted(unit)) return this.select(unit);
    }
    say("no more");
  },
};

function linkOf(unit) {
  const [copy, number] = D.cobol[unit.c[0]];
  return copy === 0 ? `${unit.p}:${number}` : `${unit.p}:${D.copies[copy].file.split("/").pop()}:${number}`;
}

// #PROG:line, #PROG:copybook:line or #py:line
function follow(link) {
  const parts = decodeURIComponent(link).split(":");
  const number = Number(parts[parts.length - 1]);
  if (!number) return false;
  if (parts[0] === "py") {
    const unit = pythonUnits(number - 1).map((item) => units[item])[0];
    if (unit) selection.select(unit, { python: true, quiet: true });
    else rows.reveal(rows.rowOfPython[Math.min(number, D.python.length) - 1]);
    return true;
  }
  const copy = parts.length > 2 ? parts[1] : null;
  let best = -1;
  D.cobol.forEach((line, position) => {
    const here = copy ? D.copies[line[0]].file.split("/").pop() === copy : line[0] === 0;
    if (here && line[1] <= number && (best < 0 || line[1] >= D.cobol[best][1])) best = position;
  });
  for (let at = best; at >= 0; at -= 1) {
    if (cobolUnits(at).length) { selection.select(units[cobolUnits(at)[0]], { quiet: true }); return true; }
  }
  return false;
}
