// The page's data and the small helpers that every part uses. Text reaches the page through textContent only.
const D = JSON.parse(document.getElementById("data").textContent);
const $ = (id) => document.getElementById(id);

function make(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name === "text") node.textContent = value;
    else if (name === "do") node.addEventListener("click", value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value != null) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child != null));
  return node;
}

function drawn(tag, attributes, text) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  if (text != null) node.textContent = text;
  return node;
}

function say(text) {
  $("said").textContent = text;
}

const settings = {
  get(name) {
    try { return localStorage.getItem(`cobolift-review/${name}`); } catch { return null; }
  },
  set(name, value) {
    try { localStorage.setItem(`cobolift-review/${name}`, value); return true; } catch { return false; }
  },
};

function applyTheme() {
  const dark = settings.get("theme") === "dark"
    || (settings.get("theme") == null && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
}

function switchTheme() {
  settings.set("theme", document.documentElement.dataset.theme === "dark" ? "light" : "dark");
  applyTheme();
}
applyTheme();

function saveFile(name, type, text) {
  const link = make("a", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

// A number with its noun: "1 unit", "2 units".
const counted = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;
