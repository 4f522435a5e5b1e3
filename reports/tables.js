"use strict";
// Tables that sort by the column whose heading is pressed, and a field that filters their rows.
for (const table of document.querySelectorAll(".sortable")) {
  const body = table.tBodies[0];
  const compare = new Intl.Collator("en", { numeric: true }).compare;
  const key = (row, column) => row.cells[column].dataset.order ?? row.cells[column].textContent.trim();
  const headings = [...table.tHead.rows[0].cells];
  for (const heading of headings) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      const direction = heading.ariaSort === "ascending" ? -1 : 1;
      for (const each of headings) each.removeAttribute("aria-sort");
      heading.ariaSort = direction > 0 ? "ascending" : "descending";
      const rows = [...body.rows].map((row) => [key(row, heading.cellIndex), row]);
      rows.sort(([a], [b]) => {
        if (!a || !b) return !a - !b; // the unknown last, whichever way
        return direction * (isNaN(a) || isNaN(b) ? compare(a, b) : a - b);
      });
      body.append(...rows.map(([, row]) => row));
    });
  }
  const search = document.querySelector("[data-table=" + table.id + "]");
  search?.addEventListener("input", () => {
    const query = search.value.trim().toLowerCase();
    for (const row of body.rows) row.hidden = !row.textContent.toLowerCase().includes(query);
  });
  if (search) search.hidden = false;
}
