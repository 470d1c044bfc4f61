"use strict";
// Makes the tables that say so sortable and searchable. Without it they are whole, in the order in which they were written.
for (const table of document.querySelectorAll("table[data-filter]")) {
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const order = new Intl.Collator(document.documentElement.lang, { numeric: true, sensitivity: "base" });
  const keyOf = (cell) => cell.dataset.key ?? cell.textContent;
  const rows = [...body.rows].map((row) => ({
    row,
    keys: [...row.cells].map(keyOf),
    texts: [...row.cells].map((cell) => cell.textContent),
    search: row.textContent.normalize("NFKC").toLowerCase(),
  }));

  const controls = document.createElement("div");
  controls.className = "controls";
  const add = (label, control) => {
    const field = document.createElement("label");
    field.append(label, control);
    controls.append(field);
    return control;
  };

  const search = add(table.dataset.filter, document.createElement("input"));
  search.type = "search";
  const choices = heads.map((head, column) => ({ head, column })).filter(({ head }) => head.dataset.choice).map(({ head, column }) => {
    const select = add(head.dataset.choice, document.createElement("select"));
    const texts = [...new Set(rows.map((one) => one.texts[column]))].sort(order.compare);
    select.append(new Option(table.dataset.all, ""), ...texts.map((text) => new Option(text, text)));
    return { select, column };
  });
  const count = document.createElement("span");
  count.setAttribute("role", "status");
  controls.append(count);
  table.parentElement.before(controls);

  const filter = () => {
    const words = search.value.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const one of rows) {
      const isShown = words.every((word) => one.search.includes(word))
        && choices.every(({ select, column }) => select.selectedIndex === 0 || one.texts[column] === select.value);
      one.row.hidden = !isShown;
      shown += isShown ? 1 : 0;
    }
    count.textContent = table.dataset.count.replace("{0}", String(shown)).replace("{1}", String(rows.length));
  };

  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    head.setAttribute("aria-sort", "none");
    button.addEventListener("click", () => {
      const direction = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
      heads.forEach((other) => other.setAttribute("aria-sort", "none"));
      head.setAttribute("aria-sort", direction === 1 ? "ascending" : "descending");
      const compare = head.dataset.kind === "number"
        ? (left, right) => Number(left) - Number(right)
        : order.compare;
      // What is empty stays at the end, whichever way.
      rows.sort((left, right) => (left.keys[column] === "") - (right.keys[column] === "")
        || direction * compare(left.keys[column], right.keys[column]));
      body.append(...rows.map((one) => one.row));
    });
  });

  search.addEventListener("input", filter);
  choices.forEach(({ select }) => select.addEventListener("change", filter));
  filter();
}
