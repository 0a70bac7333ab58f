/* The week plan: arrow keys move within its grid, a day turns on or off its parts, and what it comes
   to is read aloud when it changes. Tab and space work as anywhere else. */

import { all } from "./page.js";

const COLUMNS = 2; // the parts of a day
const STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -COLUMNS, ArrowDown: COLUMNS };

export function moveInWeek(event) {
  const grid = event.target.closest?.(".st-key-week_grid");
  const step = STEPS[event.key];
  if (!grid || !step || event.altKey || event.ctrlKey || event.metaKey) return;
  const cells = all("input[type=checkbox]", grid);
  const place = cells.indexOf(event.target);
  if (place < 0) return;
  event.preventDefault();
  cells[place + step]?.focus();
}

/* All parts of a day on, or off if all were. Here and not at the server: who taps the next day before
   the answer came would send the ticks of the first as they were, and so undo it. */
export function turnDay(event) {
  const day = event.target.closest?.(".st-key-week_grid .stElementContainer:has(> .stButton)");
  if (!day) return;
  event.stopPropagation();
  const [key] = [...day.classList].filter((name) => name.startsWith("st-key-"));
  const parts = all(`[class*="${key}_"] input[type=checkbox]`);
  const isFull = parts.every((part) => part.checked);
  parts.filter((part) => part.checked === isFull).forEach((part) => part.click());
}

/* Only what changed is read, and only when nothing else is. */
export function announceWeek() {
  const said = document.querySelector(".st-key-week_said");
  if (!said || said.getAttribute("role") === "status") return;
  said.setAttribute("role", "status");
  said.setAttribute("aria-atomic", "false");
}
