/* "Snel weg": away from here at once, to a page that anybody may have open.

   It works without a connection too: the cookie tells the server, whenever this browser asks it for
   a page again, that everything must go (web/leaving.py). Other tabs of ours go along. The other page
   comes in the place of this one; left.js does that, and sends on who goes back. */

const A_WEEK = 7 * 24 * 60 * 60;
const tabs = new BroadcastChannel("leave");
tabs.onmessage = () => window.vanish();

export function leave() {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `left=1; Path=/; Max-Age=${A_WEEK}; SameSite=Lax${secure}`;
  navigator.sendBeacon("/leave");
  tabs.postMessage("");
  window.vanish();
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
  if (presses.length === 3) leave();
}
