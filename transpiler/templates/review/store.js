// Where marks are kept: in this browser, or with `cobolift review --serve` in marks.json beside the pages.
// All marks: {version: 1, marks: {source: {key: mark}}}.
const store = {
  token: document.querySelector('meta[name="review-token"]').content,
  all: { version: 1, marks: {} },
  failed: "", // why the last change was not kept

  async load() {
    if (this.token) {
      const answer = await fetch("/marks", { headers: { "X-Review-Token": this.token } });
      if (answer.ok) this.all = await answer.json();
    } else {
      this.all = this.checked(settings.get(`marks/${D.project}`)) || this.all;
    }
  },

  // The text of a marks file as an object, or null when it is not one.
  checked(text) {
    try {
      const read = JSON.parse(text);
      const known = read && read.version === 1 && read.marks && typeof read.marks === "object";
      return known && !Object.hasOwn(read.marks, "__proto__") ? read : null;
    } catch { return null; }
  },

  of(source) {
    return this.all.marks[source] || (this.all.marks[source] = {});
  },

  async save(source) {
    if (!this.token) {
      const now = this.checked(settings.get(`marks/${D.project}`)) || { version: 1, marks: {} };
      now.marks[source] = this.of(source); // another page may have saved its program meanwhile
      this.all = now;
      this.failed = settings.set(`marks/${D.project}`, JSON.stringify(now)) ? "" : "the browser keeps no more: export the marks, or use --serve";
      return;
    }
    const body = JSON.stringify({ source, marks: this.of(source) });
    const headers = { "X-Review-Token": this.token, "Content-Type": "application/json" };
    const answer = await fetch("/marks", { method: "POST", headers, body }).catch((error) => ({ ok: false, status: error.message }));
    this.failed = answer.ok ? "" : `not saved: ${answer.status}`;
  },

  // Take over marks from a file; what the file has wins.
  async merge(read) {
    for (const [source, marks] of Object.entries(read.marks)) {
      Object.assign(this.of(source), marks);
      await this.save(source);
    }
  },

  choose(done) {
    const input = make("input", { type: "file", accept: ".json,application/json" });
    input.addEventListener("change", async () => {
      const read = input.files.length ? this.checked(await input.files[0].text()) : null;
      if (!read) return say("this is no file of marks");
      await this.merge(read);
      done();
    });
    input.click();
  },
};
