// Control flow of a paragraph before and after. Nodes stand below each other in source order; edges to the next node are straight, the
// others are arcs: forward on the right, back on the left.
const NODE = { width: 330, height: 24, gap: 16, side: 64 };

function showGraph(head) {
  const graph = graphOf.get(head.i);
  if (!graph) return say("no control flow to show");
  const body = make("div", {},
    make("h2", { text: `Control flow of ${titleOf(head).replace(/\s*\.$/, "")}` }),
    make("div", { class: "graphs", tabindex: "0", role: "region", "aria-label": "Control flow" },
      make("div", {}, make("p", { class: "why", text: "COBOL" }), graphPicture(graph.before, "COBOL", (line) => units[cobolUnits(line)[0]])),
      make("div", {}, make("p", { class: "why", text: "Python" }), graphPicture(graph.after, "Python", (line) => units[pythonUnits(line)[0]]))));
  openDialog(body);
}

function graphPicture([nodes, edges], name, unitAt) {
  const step = NODE.height + NODE.gap;
  const middle = (node) => 4 + node * step + NODE.height / 2;
  const reach = Math.min(NODE.side - 10, 12 * Math.max(1, edges.length));
  const svg = drawn("svg", { width: NODE.width + 2 * NODE.side, height: nodes.length * step + 8, role: "img", "aria-label": `${name}: ${counted(nodes.length, "node")}, ${counted(edges.length, "edge")}` });
  const x = NODE.side;
  for (const [from, to, label] of edges) {
    const span = Math.abs(to - from);
    const bow = Math.min(reach, 8 + 4 * span);
    const y1 = middle(from), y2 = middle(to);
    if (to === from + 1) {
      svg.append(drawn("path", { class: "edge", d: `M${x + 20} ${y1 + NODE.height / 2} V${y2 - NODE.height / 2}` }));
      if (label) svg.append(drawn("text", { class: "soft", x: x + 26, y: y1 + NODE.height / 2 + 12 }, label));
    } else if (to > from) {
      const side = x + NODE.width;
      svg.append(drawn("path", { class: "edge", d: `M${side} ${y1} C${side + bow} ${y1} ${side + bow} ${y2 - 4} ${side} ${y2 - 4}` }));
      if (label) svg.append(drawn("text", { class: "soft", x: side + 6, y: y1 + 14 }, label));
    } else {
      svg.append(drawn("path", { class: "edge back", d: `M${x} ${y1} C${x - bow} ${y1} ${x - bow} ${y2 + 4} ${x} ${y2 + 4}` }));
    }
  }
  nodes.forEach(([kind, label, line, size], at) => {
    const group = drawn("g", {});
    const text = size > 1 ? `${label.slice(0, 34)} … +${size - 1}` : label;
    group.append(drawn("title", {}, label),
      drawn("rect", { x, y: middle(at) - NODE.height / 2, width: NODE.width, height: NODE.height, rx: kind === "decision" ? 11 : 3, class: `box ${kind}` }),
      drawn("text", { x: x + 8, y: middle(at) + 4 }, text));
    if (line >= 0) group.addEventListener("click", () => { $("dialog").close(); selection.select(unitAt(line)); });
    svg.append(group);
  });
  return svg;
}
