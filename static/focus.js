/* Where the keyboard and the screen reader are after something changed. */

import { isFinished, isStale, keyed, screenName } from "./page.js";

const SLOWEST = 1500; // milliseconds after which a heading is focused though the script still runs

/* A screen is new when the address changes, or the value of data-screen on an element of the page,
   or the language: its button is gone by then, and all there is to read is new. Streamlit leaves the
   focus nowhere then; a listener would notice nothing. On the first screen the browser itself starts
   at the top. */
let shown = null;
let changedAt = null;

export function focusNewScreen() {
  const heading = document.querySelector("#stMain h1");
  if (!heading) return;
  const screen = currentScreen();
  if (shown && isOther(screen)) changedAt ??= Date.now();
  shown = screen;
  if (changedAt === null || !isDrawn()) return;
  changedAt = null;
  if (!document.getElementById("error-summary")) startAt(heading);
}

/* The marker may come a moment after the heading; until then the last one counts. */
function currentScreen() {
  const path = location.pathname;
  const marker = screenName();
  const { lang } = document.documentElement;
  return { path, lang, marker: marker ?? (shown?.path === path ? shown.marker : undefined) };
}

function isOther(screen) {
  if (screen.path !== shown.path || screen.lang !== shown.lang) return true;
  return shown.marker !== undefined && screen.marker !== shown.marker;
}

/* Whether the whole screen is there, or we have waited long enough for it. */
function isDrawn() {
  return !isStale() && (isFinished() || Date.now() - changedAt > SLOWEST);
}

/* Who comes back to a long page starts where they left it, if the page says where: at the element
   with data-start, or at the button that data-start names by its key. */
function startAt(heading) {
  const marked = document.querySelector("#stMain [data-start]");
  const place = buttonOf(marked?.dataset.start) ?? marked;
  const start = place ?? heading;
  if (start.tagName !== "BUTTON") start.tabIndex = -1;
  start.focus({ preventScroll: true });
  if (place) place.scrollIntoView({ block: "center" });
  else document.getElementById("stMain").scrollTop = 0;
}

function buttonOf(key) {
  return key ? keyed(key)?.querySelector("button") : null;
}

/* The summary of errors gets the focus when it appears, and again when it says something else or
   the page gives it a new data-nonce (the same errors, once more). */
let lastSummary = null;

export function focusErrorSummary() {
  const summary = document.getElementById("error-summary");
  const now = summary && (summary.dataset.nonce ?? "") + summary.textContent;
  if (now === lastSummary) return;
  lastSummary = now;
  if (!summary) return;
  summary.tabIndex = -1;
  summary.focus({ preventScroll: true });
  summary.scrollIntoView({ block: "start" });
}

/* A link in the summary goes to the field itself, not just to its place. */
export function followFieldLink(event) {
  const link = event.target.closest?.("a[data-field]");
  if (!link) return;
  event.preventDefault();
  const widget = keyed(link.dataset.field);
  const field =
    widget?.querySelector("textarea, input[type=text]") ??
    widget?.querySelector("input:checked") ??
    widget?.querySelector("input:not([type=hidden], [type=file]), textarea, select") ??
    widget?.querySelector("button");
  field?.focus({ preventScroll: true });
  // A whole group may be higher than the screen.
  (field?.closest("label") ?? field ?? widget)?.scrollIntoView({ block: "center" });
}
