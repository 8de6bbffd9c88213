// Tables: filter, sort, pages of fifty rows. Only the rows that are seen are in the page, so that 10,000 do not matter.
const PAGE = 50, PRINTED = 400, LONG = 60;

function element(name, attributes = {}, ...inside) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "text") made.textContent = value; else made.setAttribute(key, value);
  }
  made.append(...inside);
  return made;
}

const numbers = new Intl.NumberFormat("en");
const isNumber = (column) => column.kind === "number" || column.kind === "percent";

function shown(value, column) {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.join(", ");
  if (column.kind === "percent") return `${(value * 100).toFixed(1)}%`;
  return typeof value === "number" ? numbers.format(value) : String(value);
}

const spot = (place) => place.line ? `${place.path}:${place.line}` : place.path;

function evidence(places) {
  const cell = element("td", { class: "at" });
  if (places.length <= 2) {
    places.forEach((place) => cell.append(element("div", { text: spot(place) })));
  } else {
    const rest = element("details", {}, element("summary", { text: `${places.length} places` }));
    places.forEach((place) => rest.append(element("div", { text: spot(place) })));
    cell.append(rest);
  }
  return cell;
}

class Grid {
  constructor(section, table) {
    this.table = table;
    this.file = `tables/${section.name}-${table.name}.csv`;
    this.all = table.rows.map((row, index) => ({ row, index, text: null }));
    this.found = this.all;
    this.page = 0;
    this.sorted = null;
    this.down = false;
    const named = table.columns.find((column) => column.kind === "place")?.key;  // the file is a column already
    this.hasEvidence = table.rows.some((row) => row.evidence.some((place) => place.line || place.path !== row.values[named]));
    this.hasLevel = table.rows.some((row) => row.finding);
    this.root = this.frame();
    this.draw();
  }

  frame() {
    const { table } = this, id = `t-${table.name}`;
    this.filter = element("input", { type: "search", id: `${id}-filter` });
    this.filter.addEventListener("input", () => this.search());
    this.count = element("span", { class: "count", role: "status" });
    this.back = element("button", { type: "button", text: "Previous", "aria-label": `Previous rows of ${table.title}` });
    this.next = element("button", { type: "button", text: "Next", "aria-label": `Next rows of ${table.title}` });
    this.back.addEventListener("click", () => this.turn(-1));
    this.next.addEventListener("click", () => this.turn(1));
    const label = element("label", { for: this.filter.id, text: "Filter" });
    const bar = element("div", { class: "bar" }, this.count, element("a", { href: this.file, text: "CSV" }));
    if (table.rows.length > 8) bar.prepend(label, this.filter);
    if (table.rows.length > PAGE) bar.append(this.back, this.next);
    this.body = element("tbody");
    const grid = element("table", { "aria-labelledby": id }, element("thead", {}, this.heads()), this.body);
    const wide = element("div", { class: "wide", tabindex: "0", role: "region", "aria-labelledby": id }, grid);
    const root = element("div", { class: "table", id: `table-${table.name}` }, element("h3", { id, text: table.title }));
    if (table.note) root.append(element("p", { class: "note", text: table.note }));
    root.append(bar, wide);
    return root;
  }

  heads() {
    const line = element("tr");
    if (this.hasLevel) line.append(element("th", { scope: "col" }, element("span", { text: "Level" })));
    for (const column of this.table.columns) {
      const button = element("button", { type: "button", text: column.title });
      if (column.help) button.title = column.help;
      button.addEventListener("click", () => this.sort(column));
      line.append(element("th", { scope: "col", class: isNumber(column) ? "num" : "" }, button));
    }
    if (this.hasEvidence) line.append(element("th", { scope: "col" }, element("span", { text: "Evidence" })));
    this.line = line;
    return line;
  }

  search() {
    const words = this.filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    this.found = words.length ? this.all.filter((item) => words.every((word) => this.text(item).includes(word))) : this.all;
    this.order();
  }

  text(item) {
    item.text ??= [...this.table.columns.map((column) => shown(item.row.values[column.key], column)),
      item.row.finding?.level ?? "", ...item.row.evidence.map(spot)].join(" ").toLowerCase();
    return item.text;
  }

  sort(column) {
    this.down = this.sorted === column ? !this.down : isNumber(column);
    this.sorted = column;
    const first = this.hasLevel ? 1 : 0;
    [...this.line.children].forEach((head) => head.removeAttribute("aria-sort"));
    this.line.children[first + this.table.columns.indexOf(column)].setAttribute("aria-sort", this.down ? "descending" : "ascending");
    this.order();
  }

  order() {
    if (this.sorted) {
      const { key } = this.sorted, sign = this.down ? -1 : 1;
      const value = (item) => { const cell = item.row.values[key]; return Array.isArray(cell) ? cell.join(", ") : cell ?? ""; };
      const order = isNumber(this.sorted) ? (a, b) => value(a) - value(b) : (a, b) => COLLATOR.compare(value(a), value(b));
      this.found = [...this.found].sort((a, b) => sign * order(a, b) || a.index - b.index);
    }
    this.page = 0;
    this.draw();
  }

  turn(by) {
    this.page += by;
    this.draw();
  }

  draw(most = PAGE) {
    const start = this.page * PAGE, rows = this.found.slice(start, start + most), total = this.found.length;
    this.body.replaceChildren(...rows.map((item) => this.row(item.row)));
    this.count.textContent = total > rows.length ? `${numbers.format(start + 1)}–${numbers.format(start + rows.length)} of ${numbers.format(total)} rows`
      : `${numbers.format(total)} ${total === 1 ? "row" : "rows"}`;
    this.back.disabled = !this.page;
    this.next.disabled = start + PAGE >= total;
  }

  row(row) {
    const line = element("tr", { id: `${this.table.name}-${row.id}` });
    if (this.hasLevel) line.append(element("td", {}, row.finding ? element("span", { class: "level", text: row.finding.level }) : ""));
    for (const column of this.table.columns) {
      const text = shown(row.values[column.key], column);
      line.append(element("td", { class: isNumber(column) ? "num" : text.length > LONG ? "long" : "", text }));
    }
    if (this.hasEvidence) line.append(evidence(row.evidence));
    return line;
  }
}

const COLLATOR = new Intl.Collator("en", { numeric: true });
