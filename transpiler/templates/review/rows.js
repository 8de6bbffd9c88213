// The two columns. Only the rows in sight are in the document; all have one height.
const HEIGHT = 20;
const OVERSCAN = 12;
const FOLD = 4;
const rows = {
  view: [], open: new Set(), unfolded: new Set(), shown: new Map(), margins: false, compiled: false,
  rowOfCobol: [], rowOfPython: [],

  // Rows as [left, right, mark, fold, hidden]: copied lines only while their COPY is open, Python without COBOL folded.
  build() {
    const view = [];
    const folds = new Map(D.alone.filter(([first, last]) => last - first >= FOLD).map((gap) => [gap[0], gap]));
    this.rowOfCobol = new Int32Array(D.cobol.length).fill(-1);
    this.rowOfPython = new Int32Array(D.python.length).fill(-1);
    let skip = -1;
    for (let at = 0, row = 0; at < D.rows.length; at += 2, row += 1) {
      let left = D.rows[at];
      const right = D.rows[at + 1];
      const hidden = left >= 0 && !this.isOpen(D.cobol[left][0]);
      if (hidden) left = -1;
      if (left < 0 && right < 0) continue;
      if (right >= 0 && right <= skip) { this.rowOfPython[right] = view.length - 1; if (left < 0) continue; }
      const fold = right >= 0 && !this.unfolded.has(right) ? folds.get(right) : null;
      if (fold) skip = fold[1];
      if (left >= 0) this.rowOfCobol[left] = view.length;
      if (right >= 0) this.rowOfPython[right] = view.length;
      view.push([left, right <= skip ? -1 : right, D.marks[row], fold, hidden]);
    }
    this.view = view;
    $("rows").style.height = `${view.length * HEIGHT}px`;
    this.redraw();
  },

  isOpen(copy) {
    return copy === 0 || (this.open.has(copy) && this.isOpen(D.copies[copy].outer));
  },

  copiesAt(position) {
    return D.copies.flatMap((copy, number) => (copy.at === position && number > 0 ? [number] : []));
  },

  toggleCopy(numbers) {
    const keep = this.position();
    const closing = numbers.every((number) => this.open.has(number));
    numbers.forEach((number) => (closing ? this.open.delete(number) : this.open.add(number)));
    this.build();
    this.restore(keep);
  },

  openAll() {
    const all = D.copies.map((_, number) => number).slice(1);
    const closing = all.every((number) => this.open.has(number));
    const keep = this.position();
    this.open = new Set(closing ? [] : all);
    this.build();
    this.restore(keep);
  },

  // The line at the top, to find it again when rows come or go.
  position() {
    const top = Math.floor($("scroller").scrollTop / HEIGHT);
    return { line: this.view[top] || [-1, -1], rest: $("scroller").scrollTop % HEIGHT };
  },

  restore({ line, rest }) {
    const [left, right] = line;
    const row = left >= 0 && this.rowOfCobol[left] >= 0 ? this.rowOfCobol[left] : right >= 0 ? this.rowOfPython[right] : 0;
    $("scroller").scrollTop = row * HEIGHT + rest;
    this.draw();
  },

  redraw() {
    for (const node of this.shown.values()) node.remove();
    this.shown.clear();
    this.draw();
  },

  refresh() {
    this.redraw();
  },

  draw(all) {
    const scroller = $("scroller");
    const first = all ? 0 : Math.max(0, Math.floor(scroller.scrollTop / HEIGHT) - OVERSCAN);
    const last = all ? this.view.length
      : Math.min(this.view.length, Math.ceil((scroller.scrollTop + scroller.clientHeight) / HEIGHT) + OVERSCAN);
    for (const [row, node] of this.shown) {
      if (row < first || row >= last) { node.remove(); this.shown.delete(row); }
    }
    const fresh = document.createDocumentFragment();
    for (let row = first; row < last; row += 1) {
      if (!this.shown.has(row)) {
        const node = drawRow(row, this.view[row]);
        this.shown.set(row, node);
        fresh.append(node);
      }
    }
    $("rows").append(fresh);
    selection.paint();
  },

  reveal(row) {
    const scroller = $("scroller");
    const top = row * HEIGHT;
    if (top < scroller.scrollTop + HEIGHT * 2 || top > scroller.scrollTop + scroller.clientHeight - HEIGHT * 3) {
      scroller.scrollTop = Math.max(0, top - scroller.clientHeight / 3);
    }
    this.draw();
  },
};

function drawRow(row, [left, right, mark, fold, hidden]) {
  const node = make("div", { class: "row" });
  node.style.top = `${row * HEIGHT}px`;
  node.dataset.row = row;
  if (fold) node.classList.add("fold");
  if (left < 0) node.classList.add("void-l");
  if (right < 0 && !fold) node.classList.add("void-r");
  const line = left >= 0 ? D.cobol[left] : null;
  if (hidden || (line && line[0] > 0)) node.classList.add("copied");
  const begun = beginning(left, right);
  if (begun && (begun.k === "paragraph" || begun.k === "section")) node.classList.add("head");
  node.append(
    gutter(begun),
    make("span", { class: "no cob", text: line ? String(line[1]) : "" }),
    cobolCell(left, line),
    make("span", { class: mark.includes("!") ? "mark m-unsupported" : "mark", text: mark, title: markTitle(mark) }),
    make("span", { class: "no py pyc", text: right >= 0 ? String(right + 1) : "" }),
    fold ? foldCell(fold) : pythonCell(right),
  );
  return node;
}

function foldCell(fold) {
  const open = () => { const keep = rows.position(); rows.unfolded.add(fold[0]); rows.build(); rows.restore(keep); };
  return make("span", { class: "code pyc" }, make("button", { type: "button", text: `⋯ ${fold[1] - fold[0] + 1} lines: ${fold[2]}`, do: open }));
}

const markTitle = (mark) => [...mark].map((char) => D.reasons[char].join(": ")).join("\n");

// The unit whose first line is on a row: on the COBOL side, or on the Python side where its COBOL is elsewhere.
function beginning(left, right) {
  const here = left >= 0 ? cobolUnits(left).map((number) => units[number]).filter((unit) => unit.c[0] === left) : [];
  if (here.length) return here.reduce((worst, unit) => (unit.risk > worst.risk ? unit : worst));
  const beside = left < 0 ? pythonUnits(right).map((number) => units[number]).filter((unit) => unit && unit.y[0] === right) : [];
  return beside[0] || null;
}

const shortCount = (count) => (count < 10000 ? String(count) : count < 1e6 ? `${Math.round(count / 1000)}k` : `${Math.round(count / 1e6)}M`);

const timesText = (unit) => (unit.x ? `${unit.k === "phrase" ? "tested" : "executed"} ${unit.x.toLocaleString("en")} times` : "not in the traced runs");

function gutter(unit) {
  const mark = unit && marks.of(unit);
  const again = unit && marks.reopened.get(unit.i);
  const parts = [make("span"), make("span"), make("span", { class: "hits" })];
  if (mark) Object.assign(parts[0], { textContent: GLYPHS[mark.state], className: `m-${mark.state}`, title: `${mark.state} ${mark.comment}` });
  else if (again) Object.assign(parts[0], { textContent: "↻", className: "m-reopened", title: `reopened: ${again.why}` });
  else if (unit && isReviewed(unit)) Object.assign(parts[0], { textContent: "·", title: "open" });
  if (unit && unit.s === "unsupported") Object.assign(parts[1], { textContent: "✕", className: "m-unsupported", title: "not converted" });
  else if (unit && unit.s === "risk") Object.assign(parts[1], { textContent: "▲", className: "m-risk", title: unit.n.join("\n") });
  if (unit && unit.x != null) {
    const compared = unit.x > 0 && D.parity && D.parity[0];
    Object.assign(parts[2], { textContent: unit.x ? (compared ? "≡" : "") + shortCount(unit.x) : "–", title: timesText(unit) + (compared ? `; ${D.parity[1]}` : "") });
  }
  return make("span", { class: "gut" }, ...parts);
}

function cobolCell(left, line) {
  const cell = make("span", { class: "code cob" });
  if (!line) return cell;
  const inner = make("span", { class: "shift" });
  const compiled = rows.compiled && line[7];
  const [from, end] = marginsOf(line[0], compiled ? line[7] : line[2]);
  if (compiled) inner.append(rows.margins ? line[7] : line[7].slice(from, end));
  else codeSpans(inner, line[2], line[3], line[4], line[5], rows.margins ? 0 : from, end, rows.margins && from > 0);
  const copies = rows.copiesAt(left);
  if (copies.length) {
    const open = rows.open.has(copies[0]);
    inner.append(" ", make("button", { type: "button", class: "copy", text: open ? "▾" : "▸", title: open ? "Close the copybook (o)" : "Open the copybook in place (o)",
      "aria-label": "copybook", "aria-expanded": String(open), do: () => rows.toggleCopy(copies) }));
  }
  cell.append(inner);
  return cell;
}

function pythonCell(right) {
  const cell = make("span", { class: "code pyc" });
  if (right >= 0) {
    const [text, runs, names, literals] = D.python[right];
    const inner = make("span", { class: "shift" });
    codeSpans(inner, text, runs || [], names, literals, 0, Infinity, false);
    cell.append(inner);
  }
  return cell;
}

// Colours and names of one line as spans, from column `from` to `end`; with `margins` what is behind `end` follows, dimmed.
const COLOURS = ["", "k", "n", "s", "m", "c", "o", "d"];
function codeSpans(cell, text, runs = [], names = [], literals = [], from = 0, end = Infinity, margins = false) {
  const spots = [];
  for (let at = 0; at < names.length; at += 3) spots.push([names[at], names[at + 1], "s", names[at + 2]]);
  for (let at = 0; at < literals.length; at += 3) spots.push([literals[at], literals[at + 1], "l", literals[at + 2]]);
  spots.sort((one, other) => one[0] - other[0]);
  const limit = margins ? text.length : Math.min(text.length, end);
  const add = (start, stop, colour, spot) => {
    const low = Math.max(start, from), high = Math.min(stop, limit);
    if (low >= high) return;
    const classes = [colour, margins && (high <= 6 || low >= end) ? "area" : ""].filter(Boolean).join(" ");
    const piece = text.slice(low, high);
    if (!classes && !spot) { cell.append(piece); return; }
    const span = make("span", { class: classes || null, text: piece });
    if (spot) span.dataset[spot[2]] = spot[3];
    cell.append(span);
  };
  let column = 0, next = 0;
  for (let at = 0; at < runs.length; at += 2) {
    const stop = column + runs[at], colour = COLOURS[runs[at + 1]];
    while (column < stop) {
      while (next < spots.length && spots[next][0] + spots[next][1] <= column) next += 1;
      const spot = next < spots.length && spots[next][0] < stop ? spots[next] : null;
      if (!spot) { add(column, stop, colour, null); column = stop; }
      else if (spot[0] > column) { add(column, spot[0], colour, null); column = spot[0]; }
      else { const edge = Math.min(stop, spot[0] + spot[1]); add(column, edge, colour, spot); column = edge; }
    }
  }
  if (!runs.length) add(0, text.length, "", null);
}
