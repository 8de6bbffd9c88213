// Where a field comes from and goes to: the bytes of an item are followed along the steps of the estate, in both directions.
// A spot is {area, at, size, further, tables}: bytes of a record, a dataset or something outside. Size 0 stands for all of it.
const OFFERED = 12, FOLLOWED = 300;
const SOURCE = 0, TARGET = 1;

class Lineage {
  constructor(data, rows) {
    this.data = data;
    this.rows = rows;
    this.nodes = data.nodes.map(([name, program, row, area, at, size, further, tables, passes]) => ({ name, program, row, area, at, size, further, tables, passes }));
    this.from = [new Map(), new Map()];
    for (const edge of data.edges) {
      for (const end of [SOURCE, TARGET]) {
        const { area } = this.nodes[edge[end]];
        if (!this.from[end].has(area)) this.from[end].set(area, []);
        this.from[end].get(area).push(edge);
      }
    }
    this.inside = new Map();
    data.items.forEach(([at, size, further, tables, homes], row) => homes.forEach(([program, area]) => {
      if (!this.inside.has(area)) this.inside.set(area, []);
      this.inside.get(area).push({ row, program, area, at, size, further, tables });
    }));
  }

  /** The spots of a row of the table of items: one for each program that has it. */
  spots(row) {
    const [at, size, further, tables, homes] = this.data.items[row];
    return homes.map(([program, area]) => ({ row, program, area, at, size, further, tables, name: this.rows[row].values.name }));
  }

  /** Steps from some spots, nearest first: `way` is SOURCE to go where values go, TARGET to go back. */
  follow(starts, way) {
    const seen = new Set(starts.map(key)), found = [];
    let more = 0, wave = starts.map((spot) => ({ spot, depth: 0 }));
    while (wave.length) {
      const next = [];
      for (const { spot, depth } of wave) {
        for (const edge of this.from[way].get(spot.area) ?? []) {
          const here = this.nodes[edge[way]], there = this.nodes[edge[1 - way]];
          if (!meets(spot, here)) continue;
          const to = edge[3] ? carried(spot, here, there) : there;
          if (!to || seen.has(key(to))) continue;
          seen.add(key(to));
          if (found.length >= FOLLOWED) { more += 1; continue; }
          found.push({ spot: to, before: spot, edge, depth: depth + 1 });
          if (there.passes) next.push({ spot: to, depth: depth + 1 });
        }
      }
      wave = next;
    }
    return [branches(found, starts), more];
  }

  /** The name of a spot and the row that it is described by (-1: none). */
  named(spot) {
    if (spot.name !== undefined) return [spot.name, spot.row];
    const around = (this.inside.get(spot.area) ?? []).filter((item) => item.at <= spot.at && item.at + item.size >= spot.at + spot.size)
      .sort((a, b) => a.size - b.size || b.row - a.row)[0];
    const bytes = `bytes ${spot.at + 1} to ${spot.at + spot.size}`;
    if (!around) return [spot.whole ? `${spot.whole}, ${bytes}` : bytes, -1];
    const { name, path } = this.rows[around.row].values, full = path ? `${name} OF ${path}` : name;
    return [around.size === spot.size ? full : `${full}, ${bytes} of the record`, around.row];
  }
}

/** Steps in the order of a tree: behind each step those that go on from it. */
function branches(found, starts) {
  const below = new Map();
  for (const step of found) {
    const from = key(step.before);
    if (!below.has(from)) below.set(from, []);
    below.get(from).push(step);
  }
  const ordered = [], waiting = starts.map((start) => below.get(key(start)) ?? []).flat().reverse();
  while (waiting.length) {
    const step = waiting.pop();
    ordered.push(step);
    waiting.push(...[...below.get(key(step.spot)) ?? []].reverse());
  }
  return ordered;
}

const key = (spot) => `${spot.area}:${spot.at}:${spot.size}:${spot.further}`;

function meets(a, b) {
  if (a.area !== b.area) return false;
  if (!a.size || !b.size) return true;
  if (a.at >= b.at + b.size + b.further || b.at >= a.at + a.size + a.further) return false;
  const columns = a.tables.length && a.tables.join() === b.tables.join();
  return !columns || (a.at < b.at + b.size && b.at < a.at + a.size);
}

/** Where the bytes of a spot are when those of `here` are copied to `there`; null when they are cut off. */
function carried(spot, here, there) {
  const inside = spot.size && spot.at >= here.at && (!here.size || spot.at + spot.size <= here.at + here.size);
  if (!inside) return there;
  const shift = spot.at - here.at;
  if (there.size && shift >= there.size) return null;
  const size = there.size ? Math.min(spot.size, there.size - shift) : spot.size;
  if (shift === 0 && size === there.size) return there;
  const further = there.further + Math.max(0, spot.further - here.further), tables = [...there.tables, ...spot.tables.slice(here.tables.length)];
  return { program: there.program, area: there.area, at: there.at + shift, size, further, tables, whole: there.size ? "" : there.name };
}

function lineageOf(chart, root, plot) {
  const id = `${root.id}-item`, table = REPORT.sections.flatMap((section) => section.tables).find((each) => each.name === chart.data.table);
  const input = element("input", { type: "search", id, placeholder: "name of a data item", autocomplete: "off" });
  const offers = element("ul", { class: "offers" }), said = element("p", { class: "count", role: "status" });
  const answer = element("div", { class: "lineage" });
  plot.before(element("div", { class: "bar" }, element("label", { for: id, text: "Item" }), input, said), offers);
  plot.replaceWith(answer);
  let known = null;
  const choose = (row) => {
    offers.replaceChildren();
    said.textContent = "";
    input.value = table.rows[row].values.name;
    show(known ??= new Lineage(chart.data, table.rows), row, answer, choose);
  };
  const offer = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    const found = words.length ? table.rows.map((row, index) => [row.values, index]).filter(([values]) => values.name !== "FILLER"
      && words.every((word) => `${values.name} ${values.path} ${values.where}`.toLowerCase().includes(word))) : [];
    found.sort(([a], [b]) => a.name.length - b.name.length || COLLATOR.compare(a.name, b.name));
    offers.replaceChildren(...found.slice(0, OFFERED).map(([values, index]) => {
      const button = element("button", { type: "button", text: `${values.name}${values.path ? ` OF ${values.path}` : ""} (${values.where})` });
      button.addEventListener("click", () => choose(index));
      return element("li", {}, button);
    }));
    said.textContent = words.length ? `${numbers.format(found.length)} ${found.length === 1 ? "item" : "items"}` : "";
  };
  input.addEventListener("input", offer);
  input.addEventListener("keydown", (event) => { if (event.key === "Enter") offers.querySelector("button")?.click(); });
  return () => {};
}

function show(lineage, row, answer, choose) {
  const { name, path, where } = lineage.rows[row].values, starts = lineage.spots(row), places = lineage.rows[row].evidence.map(spot);
  const programs = [...new Set(starts.map((start) => start.program))];
  const head = element("h4", { tabindex: "-1", text: `${name}${path ? ` OF ${path}` : ""}` });
  const about = element("p", { class: "note", text: `described in ${where} (${places.join(", ")}); in ${programs.slice(0, 12).join(", ")}${programs.length > 12 ? " …" : ""}` });
  const sides = [["Comes from", TARGET], ["Goes to", SOURCE]].map(([title, way]) => {
    const [found, more] = lineage.follow(starts, way);
    const list = element("ol", {}, ...found.map((step) => line(lineage, step, way, choose)));
    const side = element("section", { "aria-label": title, tabindex: "0" }, element("h5", { text: `${title} (${numbers.format(found.length)})` }));
    side.append(found.length ? list : element("p", { class: "note", text: way === TARGET ? "no statement gives it a value" : "no statement takes its value" }));
    if (more) side.append(element("p", { class: "note", text: `and ${numbers.format(more)} more` }));
    return side;
  });
  answer.replaceChildren(head, about, element("div", { class: "sides" }, ...sides));
  head.focus({ preventScroll: true });
}

function line(lineage, { spot: to, before, edge, depth }, way, choose) {
  const [name, row] = lineage.named(to), [other] = lineage.named(before), [, , kind, , places, program] = edge;
  const label = row >= 0 ? element("button", { type: "button", class: "plain", text: name }) : element("span", { text: name });
  if (row >= 0) label.addEventListener("click", () => choose(row));
  const at = places.map(([file, number]) => `${lineage.data.files[file]}:${number}`).join(", ");
  const how = `${lineage.data.kinds[kind]} ${way === SOURCE ? "from" : "to"} ${other}`;
  const made = element("li", { value: String(depth) }, element("span", { class: "program", text: to.program || program }), label,
    element("span", { class: "how", text: how }), element("span", { class: "at", text: at }));
  made.style.marginLeft = `${Math.min(depth, 12) - 1}rem`;
  return made;
}
