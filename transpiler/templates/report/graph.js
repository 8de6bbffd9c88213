// The dependency graph in columns: who starts stands left of what is started. A kind can be left out; one node can be looked at alone.
const ORDER = ["job", "procedure", "transaction", "program", "map", "copybook", "queue", "table", "file", "dataset"];
const FIRST = new Set(["transaction", "program", "job", "table"]);
const ROW = 17;

function graphOf(chart, root, plot) {
  const { nodes, edges } = chart.data, kinds = ORDER.filter((kind) => nodes.some((node) => node.kind === kind));
  const on = new Set(kinds.filter((kind) => FIRST.has(kind)));
  const boxes = element("fieldset", { class: "kinds" }, element("legend", { class: "unseen", text: "Kinds of nodes" }));
  const draw = () => drawGraph(plot, nodes, edges, on, around.value);
  for (const kind of kinds) {
    const box = element("input", { type: "checkbox" });
    box.checked = on.has(kind);
    box.addEventListener("change", () => { if (box.checked) on.add(kind); else on.delete(kind); draw(); });
    boxes.append(element("label", {}, box, ` ${kind}s`));
  }
  const around = element("select", { id: `${root.id}-around` }, element("option", { value: "", text: "everything" }));
  nodes.map((node, index) => [node, index]).sort(([a], [b]) => COLLATOR.compare(a.label, b.label))
    .forEach(([node, index]) => around.append(element("option", { value: index, text: `${node.label} (${node.kind})` })));
  around.addEventListener("change", draw);
  const bar = element("div", { class: "bar" }, boxes, element("label", { for: around.id, text: "Around" }), around);
  plot.before(bar);
  return () => {
    draw();
    plot.on("plotly_click", (event) => {
      const index = event.points[0].customdata;
      if (index === undefined) return;
      around.value = around.value === String(index) ? "" : String(index);
      draw();
    });
  };
}

function drawGraph(plot, nodes, edges, on, around) {
  let seen = edges.filter(([a, b]) => on.has(nodes[a].kind) && on.has(nodes[b].kind));
  let members = new Set(seen.flatMap(([a, b]) => [a, b]));
  if (around !== "") {
    const centre = Number(around);
    seen = edges.filter(([a, b]) => a === centre || b === centre);
    members = new Set([centre, ...seen.flatMap(([a, b]) => [a, b])]);
  }
  const [place, tallest] = columns(nodes, seen, [...members]);
  const lines = { type: "scatter", mode: "lines", x: [], y: [], hoverinfo: "skip", line: { color: colour("--dim"), width: 0.6 }, opacity: 0.55, showlegend: false };
  for (const [a, b] of seen) {
    lines.x.push(place[a][0], place[b][0], null);
    lines.y.push(place[a][1], place[b][1], null);
  }
  const traces = [lines];
  for (const kind of ORDER) {
    const own = [...members].filter((index) => nodes[index].kind === kind)
      .sort((a, b) => nodes[b].known - nodes[a].known);
    if (!own.length) continue;
    const open = own.map((index) => nodes[index].known || kind !== "program" ? "" : "-open");
    traces.push({ type: "scatter", mode: "markers+text", name: kind, x: own.map((index) => place[index][0]), y: own.map((index) => place[index][1]),
      text: own.map((index) => escaped(nodes[index].label)), textposition: "middle right", textfont: { size: 11 }, customdata: own,
      marker: { size: 9, color: COLOURS[ORDER.indexOf(kind)], symbol: own.map((_, at) => SYMBOLS[kind] + open[at]) },
      hovertemplate: own.map((index) => `${kind} ${escaped(nodes[index].label)}<br>${degree(seen, index)}<extra></extra>`) });
  }
  const hidden = { visible: false, fixedrange: false };
  Plotly.react(plot, traces, { ...layout({ xaxis: { ...hidden, range: [-0.15, Math.max(1, ...[...members].map((index) => place[index][0])) + 0.9] }, yaxis: { ...hidden, range: [tallest + 0.5, -0.5] } }),
    height: Math.min(2400, Math.max(340, tallest * ROW + 80)), hovermode: "closest", dragmode: "pan", legend: { orientation: "h", y: 1.02, yanchor: "bottom" } },
  { displayModeBar: false, responsive: true, scrollZoom: false });
}

const SYMBOLS = { job: "square", procedure: "square", transaction: "diamond", program: "circle", map: "hexagon", copybook: "triangle-up", queue: "pentagon", table: "star", file: "cross", dataset: "x" };

function degree(edges, index) {
  const out = edges.filter(([a]) => a === index).length, into = edges.filter(([, b]) => b === index).length;
  return `needs ${out}, needed by ${into}`;
}

// A column for each kind, and of programs for each level of calls; in a column, nodes stand near those that they are joined to.
function columns(nodes, edges, members) {
  const column = (index) => ORDER.indexOf(nodes[index].kind) * 100 + (nodes[index].kind === "program" ? Math.min(nodes[index].level, 99) : 0);
  const keys = [...new Set(members.map(column))].sort((a, b) => a - b);
  const lanes = keys.map((key) => members.filter((index) => column(index) === key).sort((a, b) => COLLATOR.compare(nodes[a].label, nodes[b].label)));
  const near = new Map(members.map((index) => [index, []]));
  edges.forEach(([a, b]) => { near.get(a).push(b); near.get(b).push(a); });
  const tallest = Math.max(1, ...lanes.map((lane) => lane.length));
  const place = {};
  const settle = (lane, x) => lane.forEach((index, row) => { place[index] = [x, (row + 0.5) * tallest / lane.length]; });
  lanes.forEach(settle);
  for (let round = 0; round < 4; round += 1) {
    lanes.forEach((lane, x) => {
      const middle = new Map(lane.map((index) => [index, near.get(index).length ? near.get(index).reduce((sum, other) => sum + place[other][1], 0) / near.get(index).length : place[index][1]]));
      lane.sort((a, b) => middle.get(a) - middle.get(b));
      settle(lane, x);
    });
  }
  return [place, tallest];
}
