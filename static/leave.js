/* "Snel weg": away from here at once, to a page that anybody may have open.

   The page's own button lets the server forget the answers; this makes the screen empty in the same
   moment and puts the other page in the place of this one, so that "back" does not return here. */

const ELSEWHERE = "https://www.knmi.nl/nederland-nu/weer/verwachtingen";
const TIME_TO_TELL = 150; // milliseconds for the click to reach the server

export function leave() {
  document.body.hidden = true;
  document.title = "Weer";
  sessionStorage.clear();
  speechSynthesis?.cancel();
  setTimeout(() => location.replace(ELSEWHERE), TIME_TO_TELL);
}

/* The button, or Escape three times within two seconds. */
const presses = [];

export function leaveAtOnce(event) {
  if (event.type === "click") {
    if (event.target.closest?.(".st-key-leave button")) leave();
    return;
  }
  if (event.key !== "Escape") return;
  presses.push(event.timeStamp);
  if (presses.length < 3 || event.timeStamp - presses.at(-3) > 2000) return;
  document.querySelector(".st-key-leave button")?.click();
}
