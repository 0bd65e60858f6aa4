// The keys of the review desk. The server keeps all state; here are only changes that
// are not decided on yet, and which words are pointed at.
"use strict";
(() => {
  const REASON = {
    accept: "read beside its words, agrees",
    correct: "read beside its words, slots corrected",
    reject: "not what the words say",
    undo: "decided too soon",
    "accept-green": "sure by calibration, looked over",
  };
  const CYCLE = { queue: "second", green: "second", second: "disputed", disputed: "queue" };
  const KEPT = "You changed slots: a keeps the changes, Escape drops them.";
  let busy = false;
  let words = null; // words under the keys while a missed claim is selected
  let changes = new Map(); // slot: value, until `a`
  let sent = null; // what was sent and may be refused: claim, changes, form

  const all = (what) => [...document.querySelectorAll(what)];
  const one = (what) => document.querySelector(what);
  const desk = () => one("#review");
  const claim = () => one(".rv-claim");
  const open = () => one(".rv-slot.open");
  const tell = (text) => { one(".rv-tell").textContent = text; };

  // --- asking the server -------------------------------------------------------------
  function ask(verb, address, values) {
    if (busy || !address) return;
    wait(true);
    htmx.ajax(verb, address, { target: "#review", swap: "outerHTML", values });
  }

  // Until the next claim is in place no key is taken.
  function wait(on) {
    busy = on;
    document.body.toggleAttribute("data-waiting", on);
  }

  const go = (address) => {
    if (changes.size) return tell(KEPT);
    ask("GET", address);
  };

  function decide(verdict, more = {}) {
    const values = { verdict, view: desk().dataset.view, reason: REASON[verdict], ...more };
    values.claim ??= claim()?.dataset.claim ?? "";
    // What others decided since the claim was drawn is not what this reader read.
    values.seen = claim()?.dataset.seen ?? "";
    ask("POST", "/desk", values);
  }

  function accept() {
    sent = { claim: claim().dataset.claim, changes };
    const slots = Object.fromEntries([...changes].map(([slot, value]) => ["slot_" + slot, value]));
    decide("accept", changes.size ? { ...slots, reason: REASON.correct } : {});
  }

  // --- a line to confirm -------------------------------------------------------------
  function confirm(verdict, asked, more = {}) {
    const bar = one(".rv-bar");
    bar.hidden = false;
    bar.dataset.verdict = verdict;
    bar.more = more;
    bar.querySelector(".rv-asked").textContent = asked;
    const reason = bar.elements.reason;
    reason.value = REASON[verdict];
    reason.focus();
    reason.select();
  }

  function confirmGreen() {
    const green = all(".rv-line[data-green]").map((line) => line.dataset.green);
    if (!green.length) return tell("No green claim in this list.");
    confirm("accept-green", `Accept all ${green.length} green in view?`, { green });
  }

  // --- slots -------------------------------------------------------------------------
  function prove(name) {
    for (const piece of all(".rv-text [data-proves]"))
      piece.classList.toggle("proving", !!name && piece.dataset.proves.split(" ").includes(name));
    one(".rv-text .proving")?.scrollIntoView({ block: "nearest" });
  }

  function openSlot(slot) {
    closeSlot();
    tell("");
    slot.classList.add("open");
    slot.querySelector(".rv-open").setAttribute("aria-expanded", "true");
    slot.querySelector(".rv-pick").hidden = false;
    prove(slot.dataset.proof);
    const choice = slot.querySelector(".rv-choice");
    (choice ?? slot.querySelector("input"))?.focus();
    slot.scrollIntoView({ block: "nearest" });
  }

  function closeSlot() {
    const slot = open();
    if (!slot) return;
    slot.classList.remove("open");
    slot.querySelector(".rv-pick").hidden = true;
    const button = slot.querySelector(".rv-open");
    button.setAttribute("aria-expanded", "false");
    button.focus();
    prove("");
  }

  function set(slot, value) {
    const { slot: name, value: before } = slot.dataset;
    if (value === before) changes.delete(name);
    else changes.set(name, value);
    slot.classList.toggle("changed", changes.has(name));
    slot.querySelector(".rv-value").textContent = value || "–";
  }

  function take(slot, value) {
    set(slot, value);
    closeSlot();
    tell(changes.size ? "a keeps the changes." : "");
  }

  function keyInSlot(event, slot) {
    const typing = event.target.closest("input");
    if (event.key === "Escape") return closeSlot();
    const clears = event.key === "Backspace" && "clears" in slot.dataset;
    if (clears && !typing?.value) return take(slot, "");
    if (typing) {
      if (event.key !== "Enter") return false;
      if (!typing.value.trim()) return closeSlot();
      return take(slot, typing.value.trim());
    }
    const choice = slot.querySelector(`.rv-choice[data-digit="${CSS.escape(event.key)}"]`);
    if (choice) return take(slot, choice.dataset.value);
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (by) return walk(slot, by);
    const input = slot.querySelector("input");
    if (event.key === "Enter" && !event.target.closest(".rv-choice")) return input?.focus();
    // A letter begins a value of one's own: it goes into the field that now has the focus.
    if (input && event.key.length === 1 && event.key !== " ") input.focus();
    return false;
  }

  // From value to value, and on to the field for another one.
  function walk(slot, by) {
    const stops = [...slot.querySelectorAll(".rv-choice, .rv-pick input")];
    const at = stops.indexOf(document.activeElement);
    stops[Math.min(Math.max(at + by, 0), stops.length - 1)]?.focus();
  }

  // The slot that is least sure is the likeliest to be wrong.
  function correct() {
    const sure = (slot) => slot.querySelector("meter")?.value ?? 100;
    const [least] = all(".rv-slot").sort((a, b) => sure(a) - sure(b));
    if (!least) return;
    openSlot(least);
    tell("This slot is the least sure. Escape, then the letter of another opens that one.");
  }

  // What the server refused is still there to be mended.
  function restore({ claim: of, changes: kept, form: filled }) {
    if (claim()?.dataset.claim !== of) return;
    for (const [name, value] of kept ?? []) set(one(`.rv-slot[data-slot="${name}"]`), value);
    if (changes.size) tell(KEPT);
    if (!filled) return;
    const form = one(".rv-add");
    form.hidden = false;
    for (const [name, value] of filled.values) form.elements[name].value = value;
    form.querySelector(".rv-words").textContent = filled.words;
    form.elements.slot_element.focus();
  }

  // --- words of the page, in code points as the server counts them --------------------
  const points = (text) => [...text].length;

  function offset(node, units) {
    if (node.nodeType !== Node.TEXT_NODE) return null;
    const piece = node.parentElement.closest(".rv-text [data-start]");
    return piece ? Number(piece.dataset.start) + points(node.data.slice(0, units)) : null;
  }

  function spot(point, isEnd) {
    for (const piece of all(".rv-text [data-start]")) {
      const start = Number(piece.dataset.start), letters = [...piece.textContent];
      const last = start + letters.length;
      if (point < start || point > last || (isEnd ? point === start : point === last)) continue;
      return [piece.firstChild, letters.slice(0, point - start).join("").length];
    }
    return null;
  }

  function listWords() {
    const found = [];
    for (const block of all(".rv-text p")) {
      const first = block.querySelector("[data-start]");
      let at = Number(first?.dataset.start), start = null;
      for (const letter of [...block.textContent, " "]) {
        const inside = /\S/.test(letter);
        if (inside && start === null) start = at;
        if (!inside && start !== null) { found.push([start, at]); start = null; }
        at += 1;
      }
    }
    return found;
  }

  function showWords() {
    const { list, from, to } = words;
    const [first, last] = [Math.min(from, to), Math.max(from, to)];
    const a = spot(list[first][0], false), b = spot(list[last][1], true);
    if (!a || !b) return;
    window.getSelection().setBaseAndExtent(...a, ...b);
    a[0].parentElement.scrollIntoView({ block: "nearest" });
  }

  function selectWords() {
    const list = listWords();
    const quote = Number(one(".rv-quote")?.dataset.start ?? 0);
    const at = Math.max(0, list.findIndex(([, end]) => end > quote));
    if (!list.length) return;
    words = { list, from: at, to: at };
    one(".rv-text").focus();
    showWords();
    tell("Arrows move from word to word, Shift and arrows select, Enter takes them, Escape leaves.");
  }

  function keyInWords(event) {
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 10, ArrowUp: -10 }[event.key];
    if (event.key === "Escape") { words = null; window.getSelection().removeAllRanges(); tell(""); return; }
    if (event.key === "Enter") { words = null; return addSelected(); }
    if (!by) return event.key === "Shift" ? false : undefined;
    words.to = Math.min(Math.max(words.to + by, 0), words.list.length - 1);
    if (!event.shiftKey) words.from = words.to;
    showWords();
  }

  function addSelected() {
    const picked = window.getSelection();
    if (!picked || picked.isCollapsed) return selectWords();
    const range = picked.getRangeAt(0);
    const start = offset(range.startContainer, range.startOffset);
    const end = offset(range.endContainer, range.endOffset);
    if (start === null || end === null || end <= start)
      return tell("Select words of the page itself, from their first letter to their last.");
    tell("");
    const form = one(".rv-add");
    form.hidden = false;
    form.querySelector(".rv-words").textContent = picked.toString();
    const given = { start, end, slot_kind: "figure", slot_hedge: "asserted", slot_speaker: "article", slot_speaker_kind: "author" };
    for (const [name, value] of Object.entries(given)) form.elements[name].value = value;
    form.elements.slot_number.focus();
    form.scrollIntoView({ block: "nearest" });
  }

  // What is about a condition is no figure: a chosen element fills what follows from it.
  function follow(event) {
    const { target } = event;
    if (!target.matches(".rv-add [name=slot_element]")) return;
    const option = one(`#rv-elements option[value="${CSS.escape(target.value)}"]`);
    if (!option) return;
    const { slot_kind: kind, slot_measure: measure, slot_unit: unit } = target.form.elements;
    kind.value = option.dataset.kind;
    const isFigure = kind.value === "figure";
    measure.value = isFigure ? option.dataset.measure : "";
    unit.value = isFigure ? option.dataset.unit : "";
  }

  // --- leaving -----------------------------------------------------------------------
  function leave() {
    const form = one(".rv-bar:not([hidden]), .rv-add:not([hidden])");
    if (form) { form.hidden = true; claim()?.focus(); return; }
    if (changes.size) return drop();
    const here = new URL(desk().dataset.here, location.origin);
    if (!here.searchParams.has("beside")) return;
    here.searchParams.delete("beside");
    go(here.pathname + here.search);
  }

  function drop() {
    for (const slot of all(".rv-slot.changed")) {
      slot.classList.remove("changed");
      slot.querySelector(".rv-value").textContent = slot.dataset.value || "–";
    }
    changes = new Map();
    tell("");
  }

  const ACTS = {
    j: () => (desk().dataset.after ? go(desk().dataset.after) : tell("This is the last one.")),
    k: () => (desk().dataset.before ? go(desk().dataset.before) : tell("This is the first one.")),
    a: () => claim() && accept(),
    r: () => claim() && confirm("reject", "Reject"),
    u: () => (changes.size ? tell(KEPT) : decide("undo")),
    n: () => (changes.size ? tell(KEPT) : claim() && addSelected()),
    c: () => claim() && correct(),
    "=": () => (claim()?.dataset.compare ? go(claim().dataset.compare) : tell("No other claim about this fact.")),
    A: confirmGreen,
    g: () => go("/desk?view=" + (desk().dataset.view === "green" ? "queue" : "green")),
    s: () => go("/desk?view=" + CYCLE[desk().dataset.view]),
    l: () => { const link = one(".rv-page"); if (link && !changes.size) location.href = link.href; },
    "?": () => one(".rv-help").showModal(),
    Escape: leave,
  };

  function key(event) {
    if (!desk() || event.ctrlKey || event.metaKey || event.altKey || one(".rv-help").open) return;
    if (busy) return event.preventDefault(); // A claim that is not seen yet is not judged.
    if (words) { if (keyInWords(event) !== false) event.preventDefault(); return; }
    const slot = open();
    if (slot) { if (keyInSlot(event, slot) !== false) event.preventDefault(); return; }
    if (event.target.closest("input, select, textarea") && event.key !== "Escape") return;
    const picked = one(`.rv-slot[data-key="${CSS.escape(event.key)}"]`);
    if (picked) openSlot(picked);
    else if (ACTS[event.key]) ACTS[event.key]();
    else return;
    event.preventDefault();
  }

  function submit(event) {
    const form = event.target;
    if (form.matches(".rv-bar")) decide(form.dataset.verdict, { reason: form.elements.reason.value, ...form.more });
    else if (form.matches(".rv-add")) {
      const values = [...new FormData(form)];
      sent = { claim: claim().dataset.claim, form: { values, words: form.querySelector(".rv-words").textContent } };
      const given = Object.fromEntries(values.filter(([, value]) => value !== ""));
      decide("add", { ...given, doc: claim().dataset.doc });
    } else return;
    event.preventDefault();
  }

  function click(event) {
    const { target } = event;
    const act = target.closest("[data-act]");
    if (act) return ACTS[act.dataset.act]();
    if (target.closest(".rv-leave")) return leave();
    const choice = target.closest(".rv-choice");
    if (choice) return take(choice.closest(".rv-slot"), choice.dataset.value);
    const button = target.closest(".rv-open");
    if (button) return button.closest(".rv-slot").classList.contains("open") ? closeSlot() : openSlot(button.closest(".rv-slot"));
    const link = target.closest("#review .rv-line a, #review .rv-views a");
    if (link) { event.preventDefault(); go(link.getAttribute("href")); }
  }

  function point(event) {
    const slot = event.target.closest?.(".rv-slot");
    if (!open()) prove(slot ? slot.dataset.proof : "");
  }

  function arrive() {
    if (!desk()) return;
    wait(false);
    const refused = one("#review > .trouble") ? sent : null;
    changes = new Map();
    words = sent = null;
    history.replaceState(null, "", desk().dataset.here);
    claim()?.focus({ preventScroll: true });
    const text = one(".rv-text"), quote = one(".rv-quote");
    // The paper moves under the words, the page stays where it is.
    if (text && quote) text.scrollTop += quote.getBoundingClientRect().top - text.getBoundingClientRect().top - text.clientHeight / 3;
    one(".rv-line.current")?.scrollIntoView({ block: "nearest" });
    if (refused) restore(refused);
  }

  document.addEventListener("keydown", key);
  document.addEventListener("submit", submit);
  document.addEventListener("click", click);
  document.addEventListener("mouseover", point);
  document.addEventListener("focusin", point);
  document.addEventListener("change", follow);
  // A press on a button must not take the selection away.
  document.addEventListener("mousedown", (event) => {
    if (event.target.closest("[data-act=n]")) event.preventDefault();
  });
  document.addEventListener("DOMContentLoaded", arrive);
  document.addEventListener("htmx:afterSettle", arrive);
  for (const trouble of ["htmx:responseError", "htmx:sendError"])
    document.addEventListener(trouble, () => {
      wait(false);
      tell("Tumen did not take that. Nothing was recorded; try again.");
    });
})();
