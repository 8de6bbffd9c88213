// The page of the tree: how far each program is. A unit counts as approved while its key is still one of the program's.
function figures(program) {
  const mine = store.of(program.source);
  const keys = new Set(program.keys ? program.keys.split(" ") : []);
  const counts = { approved: 0, other: 0 };
  for (const [key, mark] of Object.entries(mine)) {
    if (keys.has(key.split("/").slice(-2).join("/"))) counts[mark.state === "approved" ? "approved" : "other"] += 1;
  }
  return counts;
}

function bar(counts, total) {
  const node = make("div", { class: "progress", role: "img", "aria-label": `${counts.approved} of ${total} approved` }, make("div", { class: "approved" }), make("div", { class: "viewed" }));
  node.children[0].style.width = `${(100 * counts.approved) / (total || 1)}%`;
  node.children[1].style.width = `${(100 * counts.other) / (total || 1)}%`;
  return node;
}

function showIndex() {
  const sum = { approved: 0, other: 0 };
  let total = 0;
  for (const row of document.querySelectorAll("tbody tr")) {
    const program = D.programs[Number(row.dataset.n)];
    if (!program.total) continue;
    const counts = figures(program);
    total += program.total;
    sum.approved += counts.approved;
    sum.other += counts.other;
    row.querySelector(".done").replaceChildren(bar(counts, program.total), `${counts.approved} of ${program.total}`);
  }
  const all = $("progress");
  all.setAttribute("aria-valuenow", String(Math.floor((100 * sum.approved) / (total || 1))));
  all.children[0].style.width = `${(100 * sum.approved) / (total || 1)}%`;
  all.children[1].style.width = `${(100 * sum.other) / (total || 1)}%`;
  $("count").textContent = `${sum.approved} of ${total} ${total === 1 ? "unit" : "units"} approved`;
}

// index.html#PROG:line leads to the page of that program.
function forward() {
  const name = decodeURIComponent(location.hash.slice(1)).split(":")[0];
  const program = D.programs.find((item) => item.names.includes(name) && item.href);
  if (program) location.replace(`${program.href}${location.hash}`);
}

const ACTIONS = {
  "export-json": () => saveFile("marks.json", "application/json", `${JSON.stringify(store.all, null, 1)}\n`),
  import: () => store.choose(() => { showIndex(); say("imported"); }),
  theme: switchTheme,
};

async function start() {
  await store.load();
  showIndex();
  forward();
  addEventListener("hashchange", forward);
  addEventListener("pageshow", async () => { await store.load(); showIndex(); });
  for (const button of document.querySelectorAll("[data-do]")) button.addEventListener("click", ACTIONS[button.dataset.do]);
  document.documentElement.dataset.ready = "yes";
}
start();
