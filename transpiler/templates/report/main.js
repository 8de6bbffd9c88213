// The page: theme, sections, what prints.
const REPORT = unpacked(JSON.parse(document.getElementById("data").textContent));
const OVERVIEW = new Set(["ladder", "waves"]);
const page = document.documentElement, button = document.getElementById("theme");

/** The report with rows as objects; they come as lists, in the order of the columns, with places as numbers of path and line. */
function unpacked(report) {
  for (const table of report.sections.flatMap((section) => section.tables)) {
    const keys = table.columns.map((column) => column.key);
    table.rows = table.rows.map(([id, cells, numbers, finding]) => {
      const places = [];
      for (let at = 0; at < numbers.length; at += 2) places.push({ path: report.paths[numbers[at]], line: numbers[at + 1] });
      return { id, values: Object.fromEntries(keys.map((each, at) => [each, cells[at]])), evidence: places, finding };
    });
  }
  return report;
}

function theme(dark) {
  if (dark) page.dataset.theme = "dark"; else delete page.dataset.theme;
  button.textContent = dark ? "Light" : "Dark";
  drawn.forEach((draw) => draw());
}

button.addEventListener("click", () => theme(page.dataset.theme !== "dark"));
theme(matchMedia("(prefers-color-scheme: dark)").matches);

const grids = [];
for (const section of REPORT.sections) {
  const root = document.getElementById(section.name), [charts, tables] = [root.querySelector(".charts"), root.querySelector(".tables")];
  section.charts.forEach((chart) => figure(chart, OVERVIEW.has(chart.name) ? document.getElementById("overview") : charts));
  for (const table of section.tables) {
    const grid = new Grid(section, table);
    grids.push(grid);
    tables.append(grid.root);
  }
}

addEventListener("beforeprint", () => grids.forEach((grid) => grid.draw(PRINTED)));
addEventListener("afterprint", () => grids.forEach((grid) => grid.draw()));

const links = new Map([...document.querySelectorAll(".side a")].map((link) => [link.hash.slice(1), link]));
const reader = new IntersectionObserver((entries) => entries.forEach((entry) => {
  if (!entry.isIntersecting) return;
  links.forEach((link, name) => { if (name === entry.target.id) link.setAttribute("aria-current", "true"); else link.removeAttribute("aria-current"); });
}), { rootMargin: "-10% 0px -80% 0px" });
document.querySelectorAll("main > section").forEach((section) => reader.observe(section));
if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
