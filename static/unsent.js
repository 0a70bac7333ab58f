/* What somebody is typing, sent before they leave the field. Streamlit sends a text when its field
   loses the focus, or at Enter; so who refreshes the page in the middle of a story would lose it. It
   is sent when the page goes out of sight and after a pause, by the key that Streamlit knows for it:
   the focus and the caret stay, and nothing is said. */

const PAUSE = 4000; // milliseconds

const setLater = window.setTimeout.bind(window);
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
  leaveNothingForLater();
  const enter = { key: "Enter", ctrlKey: true, bubbles: true, cancelable: true };
  field.dispatchEvent(new KeyboardEvent("keydown", enter));
}

/* Streamlit sends in a task of its own ("in 0 milliseconds"), and a page that ends does not come to
   that. For the rest of this task, such tasks are done at the end of it. */
function leaveNothingForLater() {
  window.setTimeout = (task, delay = 0, ...given) => {
    if (delay > 0) return setLater(task, delay, ...given);
    queueMicrotask(() => task(...given));
    return 0;
  };
  setLater(() => (window.setTimeout = setLater));
}

/* Once it has lost the focus, Streamlit has sent it. */
export function isSent(event) {
  if (event.target !== unsent) return;
  clearTimeout(pausing);
  unsent = null;
}
