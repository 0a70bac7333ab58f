/* Who presses a button that makes way, such as "Wis alles" for the question whether that is sure, would
   have the focus nowhere. It goes to what came in its place: the same control made anew, or the
   first one in the nearest part of the page that still stands. */

import { all, isFinished, isStale, screenName } from "./page.js";

const KEYED = '[class*="st-key-"]';
const STOPS = ":is([data-asks], button, a[href], input, textarea, summary)";

let last = null;

export function rememberPlace(event) {
  const element = event.target;
  last = element.closest ? { element, keys: keysAround(element), screen: screenNow() } : null;
}

/* Who clicks beside everything has left their place; what they click on is told by focusin. */
export function forgetPlace() {
  last = null;
}

export function keepPlace() {
  if (!last || last.element.isConnected || document.activeElement !== document.body) return;
  if (!isFinished() || isStale()) return;
  const { keys, screen } = last;
  last = null;
  if (screen === screenNow()) goTo(keys.map(firstStop).find(Boolean) ?? document.querySelector("#stMain h1"));
}

function goTo(place) {
  if (place?.matches("[data-asks], h1")) place.tabIndex = -1;
  place?.focus({ preventScroll: true });
  if (place?.tagName !== "H1") place?.scrollIntoView({ block: "nearest" });
}

/* The keys of a control and of all it stands in, the nearest first. */
function keysAround(element) {
  const keys = [];
  for (let at = element.closest(KEYED); at; at = at.parentElement.closest(KEYED)) {
    keys.push(...[...at.classList].filter((name) => name.startsWith("st-key-")));
  }
  return keys;
}

function firstStop(key) {
  return all(`.${CSS.escape(key)} ${STOPS}`).find((one) => one.checkVisibility() && !one.disabled && one.type !== "file");
}

const screenNow = () => `${location.pathname} ${screenName()}`;
