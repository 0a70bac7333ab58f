/* What is typed here must not stay on the disk of this browser, where the next person at it finds it:
   in the list of earlier entries that a browser offers, or in what it keeps to restore its tabs (there
   the names of files too).

   So all boxes belong to an empty form that remembers nothing (the one in our index.html, which never
   sends anything). A box that says what it is for, such as a name or a telephone number, does so for
   as long as it is empty: that is when a browser can fill it in, and when somebody needs to know. */

import { all, set } from "./page.js";

const BOXES = "#stMain :is(input[type=text], textarea, input[type=file])";
const FORM = "unkept";

export function keepNothing() {
  all(BOXES).forEach(keepNone);
}

export function keepNoneOf(event) {
  if (event.target.matches?.(BOXES)) keepNone(event.target);
}

function keepNone(box) {
  set(box, "form", FORM);
  const purpose = (box.dataset.purpose ??= box.getAttribute("autocomplete") ?? "off");
  set(box, "autocomplete", box.value ? "off" : purpose);
}
