"use strict";
// Everything that can be read is in the page without this script: it adds views, filters, keys and decisions.
{
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector, root = document) => root.querySelector(selector);
  const id = (name) => document.getElementById(name);
  const cards = all(".card");
  const list = id("cards");
  const storage = `subeditor:${document.body.dataset.key}`;
  const wide = matchMedia("(min-width: 861px)");
  const stored = (key, value) => {
    try {
      if (value === undefined) return JSON.parse(localStorage.getItem(key));
      localStorage.setItem(key, JSON.stringify(value));
      return true;
    } catch {
      return null; // some browsers refuse storage to local files
    }
  };
  const say = (text) => { id("status").textContent = text; };

  // Views
  const views = all(".view");
  const show = (view) => {
    for (const each of views) each.hidden = each !== view;
    for (const link of all("nav a")) {
      if (link.hash === `#${view.id}`) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
  };
  const follow = () => {
    const target = id(decodeURIComponent(location.hash.slice(1)));
    const view = target?.closest(".view") ?? views[0];
    show(view);
    if (target === view) scrollTo(0, 0);
    else if (target?.matches(".card")) activate(target);
    else target?.scrollIntoView({ block: "center" });
  };

  // Cards and the places in the article that they concern
  let active = null;
  const places = (card) => all(`.bar[data-card="${card.dataset.number}"]`).map((bar) => bar.closest(".run"));
  const mark = (card) => {
    for (const each of all(".active")) each.classList.remove("active");
    active = card;
    if (!card) return;
    card.classList.add("active");
    for (const run of places(card)) run.classList.add("active");
  };
  const activate = (card, scrollArticle = true) => {
    mark(card);
    card.focus({ preventScroll: true });
    if (wide.matches) {
      const space = id("filters").offsetHeight + 12;
      const box = card.getBoundingClientRect(), frame = list.getBoundingClientRect();
      if (box.top < frame.top + space || box.bottom > frame.bottom) list.scrollTop += box.top - frame.top - space;
      if (scrollArticle) places(card)[0]?.scrollIntoView({ block: "center" });
    } else card.scrollIntoView();
  };
  const step = (by) => {
    const shown = all(".card:not([hidden])");
    const at = shown.indexOf(active);
    const next = shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : at + by];
    if (next) activate(next);
  };

  // Decisions: kept in this browser, given away as decisions.json
  let decisions = stored(storage) ?? {};
  const names = { fix: "Will fix", fine: "Not a problem" };
  const keep = () => {
    const number = Object.keys(decisions).length;
    const kept = stored(storage, decisions);
    id("export").disabled = !number;
    id("export").textContent = number ? `Export ${number} decision${number === 1 ? "" : "s"}` : "Export decisions";
    id("progress").textContent = number ? `${number} decided` : "";
    onbeforeunload = number && !kept ? (event) => event.preventDefault() : null;
  };
  const dress = (card) => {
    const decision = decisions[card.dataset.fingerprint];
    if (decision) card.dataset.decision = decision.decision;
    else delete card.dataset.decision;
    for (const name in names) one(`[data-do=${name}]`, card).ariaPressed = decision?.decision === name;
  };
  const decide = (card, decision) => {
    const { fingerprint, rule, severity } = card.dataset;
    const joint = (mark) => (mark.previousSibling?.nodeName === "MARK" ? "" : " … ");
    const quote = all(".context mark", card).map((mark) => joint(mark) + mark.textContent).join("").slice(3);
    if (decision) decisions[fingerprint] = { fingerprint, rule, severity, quote, reason: "", note: "", until: "", ...decision };
    else delete decisions[fingerprint];
    keep();
    dress(card);
    say(decision ? `Finding ${card.dataset.number}: ${names[decision.decision].toLowerCase()}` : "Decision taken back");
  };
  const closeReasons = (card) => {
    one("fieldset", card)?.remove();
    one("[data-do=fine]", card).ariaExpanded = false;
  };
  const openReasons = (card) => {
    closeReasons(card);
    const decision = decisions[card.dataset.fingerprint];
    const form = id("dismissal").content.firstElementChild.cloneNode(true);
    for (const input of all("input", form)) {
      if (input.type === "radio") {
        input.name = `reason-${card.id}`;
        input.checked = input.value === decision?.reason;
      } else input.value = decision?.[input.name] ?? "";
    }
    form.addEventListener("change", () => {
      decide(card, {
        decision: "fine",
        reason: one(":checked", form)?.value ?? "other",
        note: one("[name=note]", form).value,
        until: one("[name=until]", form).value,
      });
    });
    card.append(form);
    one("[data-do=fine]", card).ariaExpanded = true;
    one("input", form).focus();
  };
  const actions = {
    fix(card) {
      closeReasons(card);
      decide(card, card.dataset.decision === "fix" ? null : { decision: "fix" });
    },
    fine(card) {
      if (card.dataset.decision === "fine") {
        closeReasons(card);
        decide(card, null);
      } else {
        decide(card, { decision: "fine", reason: "other" });
        openReasons(card);
      }
    },
    done(card) {
      closeReasons(card);
      card.focus();
    },
    copy(card) {
      const quotes = all(".side", card).map((side) => {
        const place = one(".place", side).innerText.replace(/\s+/g, " ").trim();
        return `> ${one(".context", side).textContent} (${place})`;
      });
      const advice = all("dt", card).map((term) => `${term.textContent}: ${term.nextElementSibling.textContent}`);
      const text = [one("h3", card).textContent, ...quotes, ...advice, `${document.body.dataset.path}#${card.id}`].join("\n");
      navigator.clipboard.writeText(text).then(() => say("Copied"), () => say("The browser does not allow copying."));
    },
  };
  const exportDecisions = () => {
    const article = document.body.dataset.path;
    const content = { schema: 1, decisions: Object.values(decisions).map((each) => ({ article, ...each })) };
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(content, null, 1)], { type: "application/json" }));
    link.download = "decisions.json";
    link.click();
    URL.revokeObjectURL(link.href);
  };
  const importDecisions = async (file) => {
    const known = new Set(cards.map((card) => card.dataset.fingerprint));
    try {
      const read = JSON.parse(await file.text()).decisions.filter((each) => known.has(each.fingerprint) && each.decision in names);
      for (const { fingerprint, rule, severity, quote, decision, reason, note, until } of read) {
        decisions[fingerprint] = { fingerprint, rule, severity, quote, decision, reason, note, until };
      }
      keep();
      cards.forEach(dress);
      filter();
      say(`${read.length} decisions taken over from ${file.name}`);
    } catch {
      say(`${file.name} holds no decisions: choose a decisions.json that was exported from a report.`);
    }
  };

  // Filters
  const weight = { error: 0, warning: 1, note: 2 };
  const words = new Map();
  const filter = () => {
    const chosen = new Set(all(".chip[aria-pressed=true]").map((chip) => chip.dataset.severity));
    const query = id("search").value.trim().toLowerCase();
    const [rule, section, state] = ["rule", "section", "state"].map((name) => id(name).value);
    let shown = 0;
    for (const card of cards) {
      const data = card.dataset;
      if (query && !words.has(card)) words.set(card, card.textContent.toLowerCase());
      card.hidden = !(chosen.has(data.severity) && (!rule || data.rule === rule) && (section === "*" || data.section === section)
        && (!state || (data.decision ?? "open") === state) && (!query || words.get(card).includes(query)));
      shown += !card.hidden;
    }
    say(`${shown === cards.length ? "" : `${shown} of `}${cards.length} findings shown`);
  };
  const order = () => {
    const gravest = id("order").value === "weight";
    const heavier = (a, b) => weight[a.dataset.severity] - weight[b.dataset.severity];
    list.append(...[...cards].sort((a, b) => (gravest && heavier(a, b)) || a.dataset.number - b.dataset.number));
  };

  // Events
  addEventListener("hashchange", follow);
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (button) {
      const card = button.closest(".card");
      mark(card);
      actions[button.dataset.do](card);
      return;
    }
    const link = event.target.closest("a[href^='#']");
    if (link && link.hash === location.hash) follow();
    const card = event.target.closest(".card");
    if (card && !event.target.closest("a, button, input, label") && !String(getSelection())) activate(card);
  });
  const keys = {
    j: () => step(1),
    k: () => step(-1),
    f: () => active && actions.fix(active),
    d: () => active && actions.fine(active),
    c: () => active && actions.copy(active),
    "/": () => id("search").focus(),
    "?": () => id("keys").showModal(),
  };
  const shortcuts = id("shortcuts");
  shortcuts.checked = stored("subeditor:shortcuts") ?? true;
  shortcuts.addEventListener("change", () => stored("subeditor:shortcuts", shortcuts.checked));
  addEventListener("keydown", (event) => {
    const typing = event.target.matches("input, select, textarea");
    if (event.key === "Escape" && typing) {
      event.target.blur();
      active?.focus(); // which does nothing where a filter has hidden the card
    }
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !shortcuts.checked || id("keys").open) return;
    const act = keys[event.key];
    if (!act || (event.key !== "?" && !cards.length)) return;
    event.preventDefault();
    if (views[0].hidden && event.key !== "?") show(views[0]);
    act();
  });
  id("help").addEventListener("click", keys["?"]);
  id("tools").hidden = false;
  if (cards.length) {
    for (const card of cards) {
      card.append(id("triage").content.firstElementChild.cloneNode(true));
      if (decisions[card.dataset.fingerprint]) dress(card);
    }
    id("filters").hidden = false;
    for (const chip of all(".chip")) {
      chip.addEventListener("click", () => {
        chip.ariaPressed = chip.ariaPressed !== "true";
        filter();
      });
    }
    id("filters").addEventListener("submit", (event) => event.preventDefault());
    id("search").addEventListener("input", filter);
    for (const name of ["rule", "section", "state"]) id(name).addEventListener("change", filter);
    id("order").addEventListener("change", order);
    id("import").addEventListener("change", (event) => importDecisions(event.target.files[0]));
    id("export").addEventListener("click", exportDecisions);
    keep();
  }
  if (location.hash) follow();
  else show(views[0]);
}
