/* What Streamlit leaves out for people who use a keyboard, a screen reader or Dutch.

   Our index.html loads this before Streamlit's own program. All parts change only attributes and
   the text in text nodes, never React's elements, and may run any number of times. */

import { pressAloud, readNewScreen, showAloud } from "./aloud.js";
import { copyText } from "./copying.js";
import { keepFocusOnDownload, rememberDownload, renewDownload } from "./downloads.js";
import { focusErrorSummary, focusNewScreen, followFieldLink } from "./focus.js";
import { countLeft, lookAtFields, titleTellsError } from "./fields.js";
import { tellHeldBack } from "./held_back.js";
import { skipHalfSteps } from "./history.js";
import { forgetPlace, keepPlace, rememberPlace } from "./kept_place.js";
import { nameParts, skipToHeading } from "./landmarks.js";
import { leaveAtOnce } from "./leave.js";
import { followQuestion, noticePerson } from "./present.js";
import { closePopover, followPopover, stayInPopover } from "./popover.js";
import { repair, tieErrorsToFields } from "./repairs.js";
import { tellShared } from "./sharing.js";
import { translate, WATCHED_ATTRIBUTES } from "./translating.js";
import { keepNoneOf, keepNothing } from "./unkept.js";
import { isSent, sendNow, sendSoon } from "./unsent.js";
import { announceWeek, moveInWeek, turnDay } from "./week.js";

const root = document.documentElement;

/* Calendars and dialogs take their language from the browser, and Streamlit has no option for it. A
   Dutch page in an English browser would speak both. */
function pinBrowserLanguage() {
  const pin = (name, get) => Object.defineProperty(navigator, name, { configurable: true, get });
  pin("language", withRegion);
  pin("languages", () => [withRegion(), root.lang]);
}

function withRegion() {
  const { language, region } = new Intl.Locale(root.lang).maximize();
  return `${language}-${region}`;
}

/* Streamlit reruns the page at a bare "r" and clears its cache at a bare "c". Who dictates, or leans
   on the keyboard, does that by accident (WCAG 2.1.4). In a field these are letters, of course. */
function swallowBareKeys(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || !/^[rc]$/i.test(event.key)) return;
  const takesText =
    "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable=true], " +
    "[role=listbox], [role=option], [role=combobox], [role=spinbutton], [role=menu]";
  if (!event.target.closest?.(takesText)) event.stopImmediatePropagation();
}

/* The page says its language in an element with data-lang. */
function followPageLanguage() {
  const language = document.querySelector("[data-lang]")?.dataset.lang;
  if (!language || root.lang === language) return;
  root.lang = language;
  window.dispatchEvent(new Event("languagechange"));
}

/* Our index.html shows a screen to read until the real one is there. */
function removeFirstScreen() {
  if (document.querySelector("#stMain h1")) document.getElementById("first-screen")?.remove();
}

function lookAtPage() {
  removeFirstScreen();
  followPageLanguage();
  translate(document.body);
  repair();
  nameParts();
  lookAtFields();
  keepNothing();
  tieErrorsToFields();
  titleTellsError();
  tellHeldBack();
  announceWeek();
  keepFocusOnDownload();
  focusNewScreen();
  focusErrorSummary();
  followPopover();
  followQuestion();
  tellShared();
  keepPlace();
  readNewScreen();
  showAloud();
}

/* However many things change at once, look once, just before the browser paints. */
let waiting = false;
function lookSoon() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    lookAtPage();
  });
}

pinBrowserLanguage();
skipHalfSteps();
window.addEventListener("keydown", swallowBareKeys, true);
document.addEventListener("keydown", moveInWeek);
document.addEventListener("click", turnDay, true);
document.addEventListener("click", followFieldLink);
document.addEventListener("click", renewDownload);
document.addEventListener("focusin", rememberDownload);
document.addEventListener("pointerdown", rememberDownload);
document.addEventListener("focusin", rememberPlace);
document.addEventListener("pointerdown", forgetPlace, true);
document.addEventListener("keydown", stayInPopover);
document.addEventListener("click", closePopover);
document.addEventListener("click", skipToHeading, true);
document.addEventListener("click", copyText);
document.addEventListener("click", pressAloud);
document.addEventListener("input", countLeft);
document.addEventListener("input", sendSoon);
document.addEventListener("focusout", isSent);
document.addEventListener("visibilitychange", sendNow);
for (const end of ["beforeunload", "pagehide"]) window.addEventListener(end, sendNow);
document.addEventListener("input", keepNoneOf);
document.addEventListener("click", leaveAtOnce);
for (const kind of ["keydown", "pointerdown", "input", "wheel", "touchmove"]) {
  document.addEventListener(kind, noticePerson, { capture: true, passive: true });
}
window.addEventListener("keydown", leaveAtOnce, true);
new MutationObserver(lookSoon).observe(root, {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: [
    ...WATCHED_ATTRIBUTES,
    "aria-invalid",
    "role",
    "data-lang",
    "data-nonce",
    "data-screen",
    "data-shared",
    "data-stale",
    "data-test-script-state",
  ],
});
lookSoon();
