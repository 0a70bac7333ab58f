/* Which part of the page is what, for who jumps from part to part. The page says the names, in the
   element with data-screen. */

import { all, keyed, set } from "./page.js";

const PARTS = { tools: "navigation", foot: "region" };

export function nameParts() {
  const names = document.querySelector("[data-screen]")?.dataset ?? {};
  for (const [part, role] of Object.entries(PARTS)) {
    const place = keyed(part);
    if (!place || !names[part]) continue;
    set(place, "role", role);
    set(place, "aria-label", names[part]);
  }
  // Streamlit's own header is empty here.
  all('[data-testid="stHeader"]').forEach((one) => set(one, "role", "none"));
  all('[class*="st-key-language-"] button').forEach(tellLanguage);
}

/* A language is called by its own name, so the name is in that language (WCAG 3.1.2). */
function tellLanguage(button) {
  const key = button.closest('[class*="st-key-language-"]').className;
  set(button, "lang", /st-key-language-(\S+)/.exec(key)[1]);
}

/* Streamlit's link skips to where the bar at the top begins: skip the bar. */
export function skipToHeading(event) {
  if (!event.target.closest?.('[data-testid="stSkipToContent"]')) return;
  const start = document.querySelector("#error-summary, #stMain h1");
  if (!start) return;
  event.preventDefault();
  event.stopPropagation();
  start.tabIndex = -1;
  start.focus();
}
