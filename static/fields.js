/* What a field needs beside its box: what stands with it is read with it, the right keys on a phone,
   and how many characters are left. The page says it in data-about: the key of the field. */

import { all, describe, keyed, set, write } from "./page.js";
import { tell } from "./telling.js";

const REST = 1000; // milliseconds without typing after which what is left is read aloud
const NEAR_THE_END = 0.2; // of the most characters

/* The server keeps no more of a field than this (web/limits.py). So no more goes in: what is pasted is
   cut off before one's eyes, and no screen becomes too large to send. */
const LONGEST_LINE = 2000;
const LONGEST_STORY = 20000;

const boxOf = (key) => keyed(key)?.querySelector("textarea, input[type=text]");

export function lookAtFields() {
  all("[data-group]").forEach(nameGroup);
  all("[data-inputmode]").forEach(setKeys);
  all("[data-describes]").forEach(tieNote);
  all("[data-most]").forEach((note) => count(note));
  all("#stMain textarea").forEach((box) => limit(box, LONGEST_STORY));
  all("#stMain input[type=text]").forEach((box) => limit(box, LONGEST_LINE));
  tellReadings();
}

function limit(box, longest) {
  if (!box.hasAttribute("maxlength")) set(box, "maxlength", String(longest));
}

/* Ticks that answer one question are one group, with the question as its name. */
function nameGroup(about) {
  const widget = keyed(about.dataset.about);
  if (!widget) return;
  set(widget, "role", "group");
  set(widget, "aria-label", about.dataset.group);
}

function setKeys(about) {
  const box = boxOf(about.dataset.about);
  if (!box) return;
  set(box, "inputmode", about.dataset.inputmode);
  set(box, "autocapitalize", "off");
  set(box, "spellcheck", "false");
}

function tieNote(note) {
  const widget = keyed(note.dataset.describes);
  if (!widget || !note.id) return;
  const group = widget.matches("[role=group]") ? widget : widget.querySelector("[role=radiogroup]");
  const described = boxOf(note.dataset.describes) ?? group;
  if (described) describe(described, note.id);
}

/* --- Characters left ------------------------------------------------------------------------- */

function count(note) {
  const box = boxOf(note.dataset.describes);
  if (!box) return 0;
  const left = Number(note.dataset.most) - [...box.value].length;
  const words = left < 0 ? note.dataset.over : note.dataset.left;
  const told = words.replace("{number}", Math.abs(left).toLocaleString(document.documentElement.lang));
  write(note, told);
  note.classList.toggle("is-over", left < 0);
  return left;
}

let resting;
export function countLeft(event) {
  if (!event.target.matches?.("textarea")) return;
  const note = all("[data-most]").find((one) => boxOf(one.dataset.describes) === event.target);
  if (!note) return;
  clearTimeout(resting);
  if (count(note) < NEAR_THE_END * Number(note.dataset.most)) {
    resting = setTimeout(() => tell(note.textContent), REST);
  }
}

/* --- What the page read in a field ----------------------------------------------------------- */

/* It is said once, when it changes; not when the screen comes with it. */
const read = new Map();

function tellReadings() {
  const standing = new Set();
  for (const note of all("[data-reading]")) {
    const told = note.textContent;
    standing.add(note.id);
    if (read.has(note.id) && read.get(note.id) !== told && told) tell(told);
    read.set(note.id, told);
  }
  for (const id of read.keys()) if (!standing.has(id)) read.delete(id);
}

/* --- Errors ---------------------------------------------------------------------------------- */

/* The title of the window says it too, for who does not see the page. */
let prefix = "";
export function titleTellsError() {
  const word = document.getElementById("error-summary")?.dataset.title;
  const { title } = document;
  const bare = prefix && title.startsWith(prefix) ? title.slice(prefix.length) : title;
  prefix = word ? `${word} ` : "";
  if (title !== prefix + bare) document.title = prefix + bare;
}
