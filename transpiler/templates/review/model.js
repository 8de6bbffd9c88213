// Lines, units and symbols of the page. A line of COBOL is [copy, number, text, runs, names, literals, units, compiled text],
// one of Python [text, runs, names, literals, units].
const units = [];
for (const unit of D.units) units[unit.i] = unit;
const inOrder = D.units;
const isReviewed = (unit) => unit.y.length > 0 || unit.s !== "converted";
const toReview = inOrder.filter(isReviewed);

const cobolText = (position) => D.cobol[position][2];
const cobolUnits = (position) => D.cobol[position][6] || [];
const pythonUnits = (index) => (index >= 0 && D.python[index][4]) || [];

// Where the program text of a line begins and ends: fixed format has margins on both sides, variable format on the left. A line with
// tabulators is shown whole, since its columns are not its characters.
function marginsOf(copy, text) {
  const format = D.copies[copy].format;
  if (format === "free" || text.includes("\t")) return [0, Infinity];
  return format === "fixed" ? [6, 72] : [6, Infinity];
}

function titleOf(unit) {
  const line = D.cobol[unit.c[0]];
  const text = (line[7] || line[2]);
  return cobolUnits(unit.c[0])[0] === unit.i ? text.slice(...marginsOf(line[0], text)).trim() : unit.t;
}

function placeOf(position) {
  const [copy, number] = D.cobol[position];
  return `${D.copies[copy].file.split("/").pop()}:${number}`;
}

const shapeOf = [];
D.shapes.forEach((shape, number) => shape.units.forEach((unit) => { shapeOf[unit] = number; }));
const graphOf = new Map(D.graphs.map((graph) => [graph.u, graph]));

// The unit of the paragraph head around a position.
function headOf(unit) {
  for (let at = unit.i; at >= 0; at -= 1) {
    if (units[at] && units[at].k === "paragraph" && units[at].p === unit.p) return units[at];
  }
  return null;
}
