/* "Snel weg": away from here at once, to a page that anybody may have open.

   The page's own button lets the server forget the answers; this makes the screen empty in the same
   moment and puts the other page in the place of this one, so that "back" does not return here. */

const ELSEWHERE = "https://www.knmi.nl/nederland-nu/weer/verwachtingen";
const TIME_TO_TELL = 150; // milliseconds for the click to reach the server

export function leave() {
  document.body.hidden = true;
  document.title = "Weer";
  sessionStorage.clear();
  window.speechSynthesis?.cancel();
  setTimeout(() => location.replace(ELSEWHERE), TIME_TO_TELL);
}

/* The button, or Escape three times within two seconds. Escape that closes what is open over the page
   does not count, nor does one that is held down: the answers would be gone by accident. */
let presses = [];

export function leaveAtOnce(event) {
  if (event.type === "click") {
    if (event.target.closest?.(".st-key-leave button")) leave();
    return;
  }
  if (event.key !== "Escape" || event.repeat) return;
  if (document.querySelector('[data-testid="stPopoverBody"]')) return;
  presses = [...presses, event.timeStamp].filter((one) => event.timeStamp - one <= 2000);
  if (presses.length < 3) return;
  const button = document.querySelector(".st-key-leave button");
  if (button) button.click();
  else leave();
}
