/* Tells the server that somebody is there, also when they only read or type: it wipes a visit that
   nobody is at any more (web/activity.py). Before that, it asks; any key or touch is an answer. */

const SELDOM = 60_000; // milliseconds between two messages
const QUESTION = ".st-key-still_here button";
const WRITES = "input[type=text], textarea";

let toldAt = -Infinity;
let waiting = null;

export function noticePerson(event) {
  if (!event.isTrusted) return;
  const answer = document.querySelector(QUESTION);
  if (answer) return answer.contains(event.target) || answer.click();
  waiting ??= setTimeout(tell, Math.max(0, toldAt + SELDOM - performance.now()));
}

function tell() {
  waiting = null;
  toldAt = performance.now();
  fetch("/alive", { method: "POST", keepalive: true }).catch(() => {});
}

/* The question takes the focus, unless somebody writes: they would lose their place in the text. */
let before = null;

export function followQuestion() {
  const answer = document.querySelector(QUESTION);
  const active = document.activeElement;
  if (answer && before === null) {
    before = active;
    if (!active.matches(WRITES)) answer.focus({ preventScroll: true });
  } else if (!answer && before !== null) {
    if (active === document.body && before.isConnected) before.focus({ preventScroll: true });
    before = null;
  }
}
