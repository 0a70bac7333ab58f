/* Reads each screen aloud, once the visitor asks for it, with the voice of the browser itself. That it
   is on is remembered till the tab closes. A pause is ours too: not every browser keeps its own. */

import { linesToRead } from "./aloud_lines.js";
import { isFinished, isStale, screenName, set, write } from "./page.js";
import { SENTENCES } from "./words.js";

const voice = window.speechSynthesis;
const isOn = () => sessionStorage.getItem("aloud") === "on";
const language = () => document.documentElement.lang;
const say = (key) => SENTENCES[key][language()] ?? SENTENCES[key].nl;

let lines = [];
let next = 0; // the place of the line that is read, or will be
let isPaused = false;
let speaking = null; // kept here, or some browsers forget to tell that it ended
let screen = null; // the last that was read

/* --- Speaking --------------------------------------------------------------------------------- */

function readScreen() {
  lines = linesToRead();
  next = 0;
  isPaused = false;
  readOn();
}

function readOn() {
  voice.cancel();
  if (next >= lines.length) return;
  const { text, lang } = lines[next];
  const utterance = new SpeechSynthesisUtterance(text.trim());
  utterance.lang = lang;
  utterance.voice = voiceFor(lang) ?? null;
  utterance.onend = () => goOn(utterance);
  utterance.onerror = (event) => giveUp(utterance, event);
  speaking = utterance;
  voice.speak(utterance);
}

function goOn(utterance) {
  if (utterance !== speaking || isPaused || !isOn()) return;
  next += 1;
  readOn();
  showAloud();
}

/* A page that was loaded anew may not speak before the visitor touches it: wait for "go on". */
function giveUp(utterance, event) {
  if (utterance !== speaking || event.error !== "not-allowed") return;
  isPaused = true;
  showAloud();
}

function stop() {
  speaking = null;
  voice.cancel();
}

const voiceFor = (lang) => voice.getVoices().find((one) => one.lang.slice(0, 2) === lang.slice(0, 2));

/* Some browsers tell their voices late, or not at all; then we do not know, and just try. */
const lacksVoice = () => voice.getVoices().length > 0 && !voiceFor(language());

/* --- The buttons ------------------------------------------------------------------------------ */

export function pressAloud(event) {
  const pressed = event.target.closest?.("[data-aloud]")?.dataset.aloud;
  if (pressed === "switch") switchAloud();
  if (pressed === "pause") pause();
  if (pressed) showAloud();
}

function switchAloud() {
  sessionStorage.setItem("aloud", isOn() ? "off" : "on");
  screen = screenNow();
  if (isOn()) readScreen();
  else stop();
}

function pause() {
  isPaused = !isPaused;
  if (isPaused) stop();
  else readOn();
}

/* The page leaves room for the buttons (data-aloud-place); what stands there is ours. */
export function showAloud() {
  const place = document.querySelector("[data-aloud-place]");
  if (!place || !voice) return;
  if (!place.childElementCount) place.append(button("switch"), button("pause"), note());
  const [switcher, pauser, told] = place.children;
  write(switcher, say("aloud"));
  set(switcher, "aria-pressed", String(isOn()));
  pauser.hidden = !isOn() || next >= lines.length;
  write(pauser, say(isPaused ? "aloud_go_on" : "aloud_pause"));
  write(told, isOn() && lacksVoice() ? say("aloud_no_voice") : "");
}

function button(name) {
  const made = document.createElement("button");
  made.type = "button";
  made.dataset.aloud = name;
  return made;
}

function note() {
  const made = document.createElement("span");
  made.setAttribute("role", "status");
  return made;
}

/* --- Screens ---------------------------------------------------------------------------------- */

/* A screen is read when it is new, or says something is wrong. */
export function readNewScreen() {
  if (!voice || !isOn() || !isWhole() || screenNow() === screen) return;
  screen = screenNow();
  readScreen();
}

function screenNow() {
  const errors = document.getElementById("error-summary")?.dataset.nonce;
  return [location.pathname, screenName(), errors, language()].join(" ");
}

const isWhole = () => isFinished() && !isStale() && document.querySelector("#stMain h1") !== null;

window.addEventListener("pagehide", () => voice?.cancel());
voice?.addEventListener?.("voiceschanged", showAloud);
