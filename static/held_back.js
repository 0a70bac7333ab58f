/* Files that the browser held back, for they are too large, or that the server did not take. Streamlit
   says so at the uploader, but that makes way as soon as other files came in, and the page never heard
   of these. So what was said of them is remembered here, and told where the page leaves room: an
   element with data-held-back. It is forgotten with the next files, or on another page. */

import { all, write } from "./page.js";

let held = [];
let path = location.pathname;

export function tellHeldBack() {
  const chips = all('[data-testid="stFileChip"]');
  if (location.pathname !== path) held = [];
  path = location.pathname;
  if (chips.length) held = chips.filter(saidOf).map((chip) => `${nameOf(chip)}: ${saidOf(chip)}`);
  for (const place of all("[data-held-back]")) {
    write(place, chips.length ? "" : held.join(" "));
  }
}

/* Why a file is not taken, without the word "error" before it; empty if it is taken. */
function saidOf(chip) {
  return chip.querySelector('[role="alert"]')?.lastChild?.nodeValue.trim() ?? "";
}

const nameOf = (chip) => chip.querySelector('[data-testid="stFileChipName"]')?.textContent ?? "";
