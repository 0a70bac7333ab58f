/* Files that the browser itself held back, for they are too large. Streamlit says so at the uploader,
   but that makes way as soon as other files came in, and the page never heard of these. So their
   names are remembered here, and told where the page leaves room: an element with data-held-back,
   which has the sentence. They are forgotten with the next files, or on another page. */

import { all, write } from "./page.js";

let names = [];
let path = location.pathname;

export function tellHeldBack() {
  const chips = all('[data-testid="stFileChip"]');
  if (location.pathname !== path) names = [];
  path = location.pathname;
  if (chips.length) names = chips.filter(isHeldBack).map(nameOf);
  for (const place of all("[data-held-back]")) {
    const told = chips.length ? "" : names.map((n) => `${n}: ${place.dataset.heldBack}`).join(" ");
    write(place, told);
  }
}

const isHeldBack = (chip) => chip.querySelector('[role="alert"]') !== null;
const nameOf = (chip) => chip.querySelector('[data-testid="stFileChipName"]')?.textContent ?? "";
