// Marks as files: JSON to carry them on, Markdown to read, SARIF 2.1.0 for other tools.
const base = () => D.source.split("/").pop().replace(/\.[^.]*$/, "");
const currentMarks = () => inOrder.filter((unit) => marks.of(unit)).map((unit) => [unit, marks.of(unit)]);

function exportJson() {
  saveFile(`${base()}.marks.json`, "application/json", `${JSON.stringify({ version: 1, marks: { [D.source]: marks.mine } }, null, 1)}\n`);
}

function importMarks() {
  store.choose(() => { marks.start(); marks.changed(); drawer.refresh(); say("imported"); });
}

function exportMarkdown() {
  const counts = marks.counts();
  const lines = [`# Review of ${D.title}`, "", `${D.source}: ${counted(toReview.length, "unit")}, ${counts.approved} approved, ${counts.viewed} viewed, ${counted(counts.question, "question")}, ${counts["must-fix"]} must be fixed, ${counts.open} open.`];
  for (const state of ["must-fix", "question", "viewed", "approved"]) {
    const found = currentMarks().filter(([, mark]) => mark.state === state && (state === "must-fix" || state === "question" || mark.comment));
    if (!found.length) continue;
    lines.push("", `## ${state}`, "");
    for (const [unit, mark] of found) {
      lines.push(`- ${placeOf(unit.c[0])} ${unit.g}: ${codeSpan(titleOf(unit))}${mark.comment ? `: ${mark.comment.replace(/\s+/g, " ")}` : ""}`);
    }
  }
  saveFile(`${base()}.review.md`, "text/markdown", `${lines.join("\n")}\n`);
}

// Code in Markdown, with a fence that the text does not hold.
function codeSpan(text) {
  const fence = "`".repeat(1 + Math.max(0, ...(text.match(/`+/g) || []).map((run) => run.length)));
  return `${fence} ${text} ${fence}`;
}

function exportSarif() {
  const levels = { "must-fix": "error", question: "warning", viewed: "note", approved: "note" };
  const results = currentMarks().filter(([, mark]) => mark.comment || levels[mark.state] !== "note").map(([unit, mark]) => ({
    ruleId: mark.state, level: levels[mark.state], message: { text: mark.comment || `${mark.state}: ${titleOf(unit)}` },
    locations: [{ physicalLocation: { artifactLocation: { uri: encodeURI(D.copies[D.cobol[unit.c[0]][0]].file) }, region: { startLine: D.cobol[unit.c[0]][1] } } }],
    partialFingerprints: { reviewUnit: unit.key },
  }));
  const driver = { name: "cobolift review", rules: Object.keys(levels).map((id) => ({ id })) };
  const log = { $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json", version: "2.1.0", runs: [{ tool: { driver }, results }] };
  saveFile(`${base()}.sarif`, "application/sarif+json", `${JSON.stringify(log, null, 1)}\n`);
}
