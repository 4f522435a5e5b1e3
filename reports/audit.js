"use strict";
// The rows of an audit. They lie in data/*.js, because a page that is opened from a file may load scripts but fetch nothing.
const PAGE = 100;
const AT_ONCE = 100000; // rows that are loaded without being asked for
const find = (id) => document.getElementById(id);
const table = find("rows");
const files = table.dataset.files.split(" ").filter(Boolean);
const rows = [];
let shown = [];
let first = 0;

const audit = {
  add(more) {
    for (const row of more) rows.push(row);
  },
};

function load(done) {
  if (!files.length) return done();
  const script = document.createElement("script");
  script.src = files.shift();
  script.onload = () => (rows.length < load.limit ? load(done) : done());
  script.onerror = () => (find("shown").textContent = "The folder data is missing beside this page.");
  document.head.append(script);
}
load.limit = AT_ONCE;

function select() {
  const rule = find("rule").value, section = find("section").value, month = find("month").value;
  const words = find("words").value.trim().toLowerCase();
  const order = Number(find("order").value);
  shown = rows.filter((row) =>
    (!rule || row[9].includes(Number(rule))) && (!section || row[3] === section) &&
    (!month || row[4].startsWith(month)) && (!words || (row[0] + " " + row[1]).toLowerCase().includes(words)));
  if (order !== 8) shown.sort((a, b) => (a[order] < b[order] ? 1 : a[order] > b[order] ? -1 : 0));
  first = 0;
  draw();
}

function cell(row, content) {
  const made = row.insertCell();
  made.append(content || "");
  return made;
}

function draw() {
  const body = table.tBodies[0];
  body.replaceChildren();
  for (const one of shown.slice(first, first + PAGE)) {
    const row = body.insertRow();
    cell(row, String(one[8]));
    let name = one[0];
    if (one[2]) {
      name = document.createElement("a");
      name.href = one[2];
      name.textContent = one[0];
    }
    cell(row, name).dir = "auto";
    for (const place of [3, 4, 5, 6, 7]) cell(row, String(one[place] || ""));
    if ("compared" in table.dataset) cell(row, String(one[10] || ""));
  }
  const last = Math.min(first + PAGE, shown.length);
  const of = files.length ? ` of the ${rows.length.toLocaleString("en")} riskiest of ${Number(table.dataset.rows).toLocaleString("en")}` : "";
  find("shown").textContent = shown.length ? `${first + 1} to ${last} of ${shown.length.toLocaleString("en")} articles${of}` : `No article${of}`;
  find("before").disabled = first === 0;
  find("after").disabled = last === shown.length;
  find("more").hidden = !files.length;
}

for (const id of ["rule", "section", "month", "order"]) find(id).addEventListener("change", select);
find("words").addEventListener("input", select);
find("before").addEventListener("click", () => { first = Math.max(0, first - PAGE); draw(); });
find("after").addEventListener("click", () => { first += PAGE; draw(); });
find("more").addEventListener("click", () => { load.limit = rows.length + AT_ONCE; load(select); });
find("filters-of-articles").hidden = find("paging").hidden = false;
load(select);
