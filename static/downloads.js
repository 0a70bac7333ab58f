/* The links that hand out a file: each works once. */

import { all, keyed } from "./page.js";

/* data-renew on a link names a button of the page, which is pressed after
   the click so that the page offers the next one; `.st-key-…` of that button may be hidden. The
   second click of a double click would break the download off. */
export function renewDownload(event) {
  const link = event.target.closest?.("a[data-renew]");
  if (!link) return;
  if (link.dataset.isUsed) return event.preventDefault();
  link.dataset.isUsed = "yes";
  const key = link.dataset.renew;
  setTimeout(() => keyed(key)?.querySelector("button")?.click(), 1000);
}

/* So a link is replaced by a new one in the same place, perhaps just when
   somebody has the focus there. */
let held = null;
const downloads = () => all("a[data-renew]");

export function rememberDownload(event) {
  const link = event.target.closest?.("a[data-renew]");
  held = link && { link, place: downloads().indexOf(link), path: location.pathname };
}

export function keepFocusOnDownload() {
  if (!held || held.link.isConnected || document.activeElement !== document.body) return;
  if (held.path === location.pathname) downloads()[held.place]?.focus({ preventScroll: true });
}
