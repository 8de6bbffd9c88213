// The bytes of a record drawn to scale: one lane for each level, redefinitions below what they redefine.
const LANE = 20;
function byteRuler(number) {
  const record = D.symbols[number].rec;
  const family = sameBytes(record);
  const items = D.symbols.map((fact, at) => [fact, at]).filter(([fact]) => family.includes(fact.rec) && fact.l !== 66)
    .sort(([one, first], [other, second]) => family.indexOf(one.rec) - family.indexOf(other.rec) || first - second);
  const size = Math.max(...items.map(([fact]) => fact.o + fact.z * (fact.oc || 1)));
  const width = Math.max(420, $("ruler").clientWidth - 40);
  const scale = (width - 8) / Math.max(size, 1);
  const lanes = new Map();
  let deepest = 0;
  for (const [fact, at] of items) {
    if (fact.rec === at && at !== family[0]) deepest += 0.4;
    const above = fact.up != null && lanes.has(fact.up) ? lanes.get(fact.up) + 1 : 0;
    const lane = fact.rd != null ? Math.max(above, deepest + 1) : above;
    lanes.set(at, lane);
    deepest = Math.max(deepest, lane);
  }
  const height = (deepest + 1) * LANE + 24;
  const svg = drawn("svg", { width, height, role: "img", "aria-label": `bytes of ${D.symbols[record].n}` });
  for (const byte of ticks(size)) {
    const x = 4 + byte * scale;
    svg.append(drawn("line", { x1: x, x2: x, y1: 14, y2: height, class: "tick" }), drawn("text", { x: x + 2, y: 11, class: "soft" }, String(byte)));
  }
  for (const [fact, at] of items) {
    const x = 4 + fact.o * scale, y = 16 + lanes.get(at) * LANE, wide = Math.max(2, fact.z * (fact.st && fact.oc ? fact.oc : 1) * scale);
    const kind = at === number ? "box this" : fact.rd != null ? "box over" : "box";
    const group = drawn("g", {});
    const label = `${fact.n} ${fact.p || fact.u}, bytes ${fact.o} to ${fact.o + fact.z - 1}`;
    group.append(drawn("title", {}, label), drawn("rect", { x, y, width: wide, height: LANE - 3, class: kind }));
    const room = Math.floor((wide - 6) / 6.7);
    if (room >= 2) group.append(drawn("text", { x: x + 3, y: y + 13 }, fact.n.length <= room ? fact.n : `${fact.n.slice(0, room - 1)}…`));
    group.addEventListener("click", () => { selection.symbol = at; panel.show(); });
    svg.append(group);
  }
  return svg;
}

// The record, what it redefines and what redefines it, the original first.
function sameBytes(record) {
  const original = D.symbols[record].rd != null ? D.symbols[record].rd : record;
  const others = D.symbols.flatMap((fact, at) => (fact.rec === at && fact.rd === original ? [at] : []));
  return [original, ...others];
}

function ticks(size) {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000].find((wide) => size / wide <= 16) || size;
  return Array.from({ length: Math.floor(size / step) + 1 }, (_, at) => at * step);
}
