// Pictures. Colours are those of Okabe and Ito and the cividis scale, which colour-blind people tell apart.
const COLOURS = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#999999", "#b8a800", "#7a5195", "#003f5c"];
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const escaped = (text) => String(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

function layout(more) {
  const ink = colour("--ink"), line = colour("--line");
  return {
    paper_bgcolor: "transparent", plot_bgcolor: "transparent", font: { family: "system-ui, sans-serif", size: 13, color: ink },
    margin: { l: 8, r: 8, t: 8, b: 8 }, xaxis: { gridcolor: line, zerolinecolor: line, automargin: true },
    yaxis: { gridcolor: line, zerolinecolor: line, automargin: true }, hoverlabel: { align: "left" }, ...more,
  };
}

const DRAWINGS = {
  bars(data) {
    const along = data.horizontal;
    const bar = { type: "bar", orientation: along ? "h" : "v", marker: { color: COLOURS[0] }, text: data.values.map((value) => numbers.format(value)),
      textposition: data.values.map((value) => (value ? "auto" : "outside")), hoverinfo: "skip", cliponaxis: false,
      [along ? "y" : "x"]: data.labels.map(escaped), [along ? "x" : "y"]: data.values };
    const base = layout({});
    if (along) base.yaxis.autorange = "reversed";
    return [[bar], { ...base, height: Math.max(260, (along ? data.labels.length * 34 : 0) + 60) }];
  },
  waves(data) {
    const hover = data.programs.map((names) => escaped(names.slice(0, 24).join(", ") + (names.length > 24 ? " …" : "")).replace(/((?:[^,]+, ){4})/g, "$1<br>"));
    const series = [["converted", data.converted, COLOURS[0], ""], ["not converted", data.open, COLOURS[1], "/"]];
    const bars = series.map(([name, values, fill, shape]) => ({ type: "bar", orientation: "h", name, x: values, y: data.labels, customdata: hover,
      marker: { color: fill, pattern: { shape } }, hovertemplate: `%{x:,} statements ${name}<br>%{customdata}<extra></extra>` }));
    const base = layout({});
    base.yaxis.autorange = "reversed";
    return [bars, { ...base, barmode: "stack", height: Math.max(260, data.labels.length * 46 + 90), legend: { orientation: "h", y: -0.2 } }];
  },
  treemap(data) {
    const map = { type: "treemap", labels: data.labels.map(escaped), ids: data.ids, parents: data.parents, values: data.values, branchvalues: "total",
      customdata: data.measures, marker: { colors: data.measures, colorscale: "Cividis", reversescale: true, showscale: true,
        colorbar: { title: { text: escaped(data.measure) }, thickness: 12 } },
      hovertemplate: `%{label}<br>%{value:,} ${escaped(data.unit)}<br>${escaped(data.measure)} %{customdata:,}<extra></extra>`, maxdepth: -1, tiling: { pad: 2 }, pathbar: { visible: false } };
    return [[map], { ...layout({}), height: 430 }];
  },
};

function figure(chart, place) {
  const id = `chart-${chart.name}-${document.querySelectorAll("figure").length}`;
  const plot = element("div", { class: "plot", role: "img", "aria-label": `${chart.title}. ${chart.summary}` });
  const root = element("figure", { id }, element("figcaption", { text: chart.title }), plot,
    element("p", { class: "words", text: chart.summary }));
  place.append(root);
  const draw = chart.kind === "graph" ? graphOf(chart, root, plot) : chart.kind === "lineage" ? lineageOf(chart, root, plot) : () => {
    const [traces, look] = DRAWINGS[chart.kind](chart.data);
    Plotly.react(plot, traces, look, { displayModeBar: false, responsive: true });
  };
  whenSeen(root, draw);
}

const drawn = new Set();
const watcher = new IntersectionObserver((entries) => entries.filter((entry) => entry.isIntersecting).forEach((entry) => {
  watcher.unobserve(entry.target);
  drawn.add(entry.target.draw);
  entry.target.draw();
}), { rootMargin: "400px" });

function whenSeen(root, draw) {
  root.draw = draw;
  watcher.observe(root);
}
