/* What the scripts ask of the page that Streamlit draws, and how they change it. */

export const all = (selector, root = document) => [...root.querySelectorAll(selector)];

/* The part of the page to which our pages gave a key. */
export const keyed = (key) => document.querySelector(`.st-key-${CSS.escape(key)}`);

/* The name of the screen, as the page says it; the marker may come a moment after the heading. */
export const screenName = () => document.querySelector("[data-screen]")?.dataset.screen;

/* Whether the program of the page has ended. */
export const isFinished = () =>
  document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState === "notRunning";

/* Whether something of the screen before still stands there. */
export const isStale = () => document.querySelector('#stMain [data-stale="true"]') !== null;

/* Writing what stands there already would wake the observer, and so never end. */
export function set(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/* An element is described by another; what does not stand on the page any more describes nothing. */
export function describe(element, id) {
  set(element, "aria-describedby", [...new Set([...described(element), id])].join(" "));
}

export function describeNoMore(element, id) {
  const rest = described(element).filter((one) => one !== id);
  if (rest.length) set(element, "aria-describedby", rest.join(" "));
  else element.removeAttribute("aria-describedby");
}

function described(element) {
  const ids = (element.getAttribute("aria-describedby") ?? "").split(/\s+/).filter(Boolean);
  return ids.filter((one) => document.getElementById(one));
}
