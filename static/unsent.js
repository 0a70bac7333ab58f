/* What somebody is typing, sent before they leave the field. Streamlit sends a text when its field
   loses the focus, or at Enter; so who refreshes the page in the middle of a story would lose it. It
   is sent when the page goes out of sight and after a pause, by the key that Streamlit knows for it:
   the focus and the caret stay, and nothing is said. */

const PAUSE = 4000; // milliseconds

const takesText = (element) => element?.matches?.("#stMain :is(textarea, input[type=text])");

let pausing;
let unsent = null;

export function sendSoon(event) {
  if (!takesText(event.target)) return;
  unsent = event.target;
  clearTimeout(pausing);
  pausing = setTimeout(sendNow, PAUSE);
}

export function sendNow() {
  clearTimeout(pausing);
  const field = unsent;
  unsent = null;
  if (!field?.isConnected) return;
  const enter = { key: "Enter", ctrlKey: true, bubbles: true, cancelable: true };
  field.dispatchEvent(new KeyboardEvent("keydown", enter));
}

/* Once it has lost the focus, Streamlit has sent it. */
export function isSent(event) {
  if (event.target !== unsent) return;
  clearTimeout(pausing);
  unsent = null;
}
