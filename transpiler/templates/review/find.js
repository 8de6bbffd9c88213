// Find in both columns: rows out of sight are not in the document, so the browser cannot look there.
const finder = {
  hits: [], at: -1,

  open() {
    $("find").hidden = false;
    $("find-text").focus();
    $("find-text").select();
  },

  close() {
    $("find").hidden = true;
    $("scroller").focus();
  },

  search(text) {
    const wanted = text.toLowerCase();
    this.hits = [];
    this.at = -1;
    if (wanted) {
      rows.view.forEach(([left, right], row) => {
        if ((left >= 0 && cobolText(left).toLowerCase().includes(wanted)) || (right >= 0 && D.python[right][0].toLowerCase().includes(wanted))) this.hits.push(row);
      });
    }
    $("find-count").textContent = wanted ? `${this.hits.length} lines` : "";
    const top = $("scroller").scrollTop / HEIGHT;
    this.at = this.hits.findIndex((row) => row >= top) - 1;
    if (this.hits.length) this.go(1);
  },

  go(by) {
    if (!this.hits.length) return;
    this.at = (this.at + by + this.hits.length) % this.hits.length;
    const row = this.hits[this.at];
    rows.reveal(row);
    $("find-count").textContent = `${this.at + 1} of ${this.hits.length} lines`;
    for (const node of document.querySelectorAll("#rows .found")) node.classList.remove("found");
    const node = rows.shown.get(row);
    if (node) node.classList.add("found");
    const [left, right] = rows.view[row];
    const unit = units[(left >= 0 && cobolUnits(left)[0] != null ? cobolUnits(left) : pythonUnits(right))[0]];
    if (unit) selection.select(unit, { reveal: false });
  },
};
