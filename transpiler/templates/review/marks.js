// Marks of units. A mark is bound to the digests of COBOL, Python and rule through the unit's key; when one of them changes, the unit
// has another key and is open again, and the old mark is shown as reopened.
const GLYPHS = { approved: "✓", viewed: "◌", question: "?", "must-fix": "✗" };
const marks = {
  mine: {},
  reopened: new Map(),

  start() {
    this.mine = store.of(D.source);
    this.findReopened();
  },

  of(unit) {
    return this.mine[unit.key];
  },

  set(unit, state, comment) {
    const old = this.mine[unit.key] || {};
    const [copy, line] = D.cobol[unit.c[0]];
    const mark = {
      state: state || old.state || "viewed", comment: comment != null ? comment : old.comment || "",
      cobol: unit.hc, python: unit.hp, rule: unit.rule, title: titleOf(unit).slice(0, 80), line,
      at: new Date().toISOString().slice(0, 16),
    };
    if (copy > 0) mark.file = D.copies[copy].file;
    this.mine[unit.key] = mark;
    const before = this.reopened.get(unit.i);
    if (before) { delete this.mine[before.key]; this.reopened.delete(unit.i); }
  },

  clear(unit) {
    delete this.mine[unit.key];
  },

  // Marks without a unit: their text or rule is another one now. The unit that still has one half of it is where to look again.
  findReopened() {
    const keys = new Set(inOrder.map((unit) => unit.key));
    const lost = Object.entries(this.mine).filter(([key]) => !keys.has(key));
    this.reopened = new Map();
    this.gone = [];
    for (const [key, mark] of lost) {
      const paragraph = key.split("/").slice(1, -2).join("/");
      const same = (unit) => unit.g === paragraph && !this.mine[unit.key] && !this.reopened.has(unit.i);
      const unit = inOrder.find((item) => same(item) && item.hc === mark.cobol && isReviewed(item))
        || inOrder.find((item) => same(item) && item.hp === mark.python && item.y.length > 0);
      const why = !unit ? "its COBOL is gone"
        : unit.hc !== mark.cobol ? "its COBOL changed" : unit.hp !== mark.python ? "its Python changed" : "its rule changed";
      if (unit) this.reopened.set(unit.i, { key, mark, why });
      else this.gone.push({ key, mark, why });
    }
  },

  counts() {
    const counts = { approved: 0, viewed: 0, question: 0, "must-fix": 0, open: 0 };
    for (const unit of toReview) counts[(this.of(unit) || { state: "open" }).state] += 1;
    return counts;
  },

  async changed() {
    showProgress();
    rows.refresh();
    panel.show();
    await store.save(D.source);
    if (store.failed) { $("count").textContent = store.failed; say(store.failed); }
  },
};

function showProgress() {
  const counts = marks.counts();
  const total = toReview.length || 1;
  const done = Math.floor((100 * counts.approved) / total);
  const bar = $("progress");
  bar.setAttribute("aria-valuenow", String(done));
  bar.children[0].style.width = `${(100 * counts.approved) / total}%`;
  bar.children[1].style.width = `${(100 * (counts.viewed + counts.question + counts["must-fix"])) / total}%`;
  const attention = counts.question + counts["must-fix"];
  $("count").textContent = `${counts.approved} of ${toReview.length} approved`
    + (attention ? `, ${attention} to discuss` : "") + (marks.reopened.size ? `, ${marks.reopened.size} reopened` : "");
}
