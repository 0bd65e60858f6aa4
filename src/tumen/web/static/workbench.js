// The reading room's keys. The server keeps all state; this file only points at words.
"use strict";

const DEFAULT_REASON = {
  accept: "read on the page, agrees",
  reject: "",
  correct: "",
  add: "missed by the rules",
};
const KEYS = { a: "accept", r: "reject", c: "correct" };
let current = null; // id of the claim the keys act on
let sent = null; // what was sent and may be refused: verdict, words, fields

const rows = () => [...document.querySelectorAll(".desk li.claim")];
const form = () => document.querySelector("form.judge");

function choose(id, scroll = true) {
  current = id;
  for (const row of rows()) row.classList.toggle("current", row.dataset.claim === id);
  for (const mark of document.querySelectorAll("mark"))
    mark.classList.toggle("current", mark.dataset.claims.split(" ").includes(id));
  if (!scroll) return;
  document.querySelector("li.current")?.scrollIntoView({ block: "nearest" });
  document.querySelector("mark.current")?.scrollIntoView({ block: "center" });
}

function step(by) {
  const ids = rows().map((row) => row.dataset.claim);
  if (!ids.length) return;
  const at = ids.indexOf(current);
  choose(ids[at < 0 ? 0 : Math.min(Math.max(at + by, 0), ids.length - 1)]);
}

function open(verdict, words, fields) {
  const judge = form();
  judge.hidden = false;
  judge.elements.verdict.value = verdict;
  judge.querySelector(".what").textContent = verdict;
  judge.querySelector(".words").textContent = words;
  judge.elements.reason.value = DEFAULT_REASON[verdict];
  const slots = judge.querySelector("fieldset.slots");
  slots.hidden = slots.disabled = !(verdict === "correct" || verdict === "add");
  for (const [name, value] of Object.entries(fields)) judge.elements[name].value = value;
  const first = slots.hidden ? "reason" : verdict === "add" ? "element" : judge.elements.best.value ? "best" : "kind";
  judge.elements[first].focus();
  judge.scrollIntoView({ block: "nearest" });
}

function judgeCurrent(verdict) {
  const row = document.querySelector("li.current");
  if (!row) return;
  const fields = { claim: row.dataset.claim };
  for (const [key, value] of Object.entries(row.dataset))
    if (key.startsWith("slot")) {
      const name = key.slice(4).replace(/[A-Z]/g, (letter) => "_" + letter.toLowerCase()).slice(1);
      fields[name] = value;
      fields["was_" + name] = value;
    }
  open(verdict, row.querySelector("q, .row").textContent, fields);
}

// Offsets count code points, the browser counts UTF-16 units.
const points = (text) => [...text].length;

function offset(node, units) {
  const piece = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
  if (!piece || node.nodeType !== Node.TEXT_NODE) return null;
  return Number(piece.dataset.start) + points(node.data.slice(0, units));
}

function tell(words) {
  document.querySelector(".note").textContent = words;
}

function addSelected() {
  const picked = window.getSelection();
  if (!picked || picked.isCollapsed) return tell("Select the words on the page first.");
  const range = picked.getRangeAt(0);
  const start = offset(range.startContainer, range.startOffset);
  const end = offset(range.endContainer, range.endOffset);
  if (start === null || end === null || end <= start)
    return tell("Select words of the page itself, from their first letter to their last.");
  tell("");
  const fields = { start, end, kind: "figure", hedge: "asserted", speaker: "article", speaker_kind: "author" };
  open("add", picked.toString(), fields);
}

// What the server refused is still there to be mended.
function restore() {
  if (sent && document.querySelector(".desk .trouble")) open(sent.fields.verdict, sent.words, sent.fields);
  sent = null;
}

document.addEventListener("submit", (event) => {
  const judge = event.target;
  if (!judge.matches("form.judge")) return;
  sent = { words: judge.querySelector(".words").textContent, fields: Object.fromEntries(new FormData(judge)) };
}, true);

function leave() {
  const judge = form();
  if (judge && !judge.hidden) {
    judge.hidden = true;
    judge.reset();
  }
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") return leave();
  if (!document.querySelector(".desk") || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, select, textarea")) return;
  if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  else if (event.key === "n") addSelected();
  else if (KEYS[event.key]) judgeCurrent(KEYS[event.key]);
  else return;
  event.preventDefault();
});

// A press on this button must not take the selection away.
document.addEventListener("mousedown", (event) => {
  if (event.target.closest("button.add")) event.preventDefault();
});

document.addEventListener("click", (event) => {
  if (event.target.closest("button.add")) return addSelected();
  if (event.target.closest("button.leave")) return leave();
  const act = event.target.closest(".acts button");
  if (act) {
    choose(act.closest("li").dataset.claim, false);
    return judgeCurrent(act.dataset.verdict);
  }
  const row = event.target.closest(".desk li.claim");
  if (row) return choose(row.dataset.claim);
  const mark = event.target.closest("mark");
  if (mark && window.getSelection().isCollapsed) choose(mark.dataset.claims.split(" ")[0]);
});

function arrive() {
  if (!document.querySelector(".desk")) return;
  const asked = decodeURIComponent(location.hash.replace("#c-", ""));
  const known = rows().map((row) => row.dataset.claim);
  if (known.includes(current)) choose(current);
  else if (known.includes(asked)) choose(asked);
  else if (known.length) choose(known[0]);
}

// The system screen: the chosen box stays chosen while the year changes.
const box = () => new URLSearchParams(location.search).get("box");

function showBox() {
  if (!box() || !document.querySelector("#system")) return;
  for (const link of document.querySelectorAll("#system svg a"))
    link.classList.toggle("chosen", link.getAttribute("href").endsWith("box=" + box()));
}

document.addEventListener("DOMContentLoaded", () => {
  arrive();
  showBox();
  const panel = document.querySelector("#panel");
  if (panel) window.scrollTo(0, panel.getBoundingClientRect().top - window.innerHeight * 0.55);
});
document.addEventListener("htmx:configRequest", (event) => {
  if (event.target.id === "year" && box()) event.detail.parameters.box = box();
});
window.addEventListener("hashchange", () => { current = null; arrive(); });
// Not afterSwap: htmx gives back the classes of the server when it settles.
document.addEventListener("htmx:afterSettle", () => { arrive(); restore(); showBox(); });
document.addEventListener("input", (event) => {
  if (event.target.id === "year") history.replaceState(null, "", "/?year=" + event.target.value + (box() ? "&box=" + box() : ""));
});
