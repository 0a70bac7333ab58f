/* What opens over the page, such as the choice of a language: the keyboard goes in with it, stays in
   it, and comes back. Streamlit leaves it at the button, and puts what opened after the whole page. */

const STOPS = "button, a[href], input, textarea, summary";
const TRIGGER = '[aria-haspopup][aria-expanded="true"]';

const bodyNow = () => document.querySelector('[data-testid="stPopoverBody"]');
const stopsIn = (body) => [...(body?.querySelectorAll(STOPS) ?? [])];

let opened = null; // the button that opened it

export function followPopover() {
  const body = bodyNow();
  if (!body) return comeBack();
  const [first] = stopsIn(body);
  if (opened || !first) return;
  opened = document.querySelector(TRIGGER);
  if (opened) first.focus();
}

function comeBack() {
  const button = opened;
  opened = null;
  if (button && [document.body, null].includes(document.activeElement)) button.focus();
}

export function stayInPopover(event) {
  const body = bodyNow();
  if (event.key !== "Tab" || !body?.contains(event.target)) return;
  const stops = stopsIn(body);
  const [end, other] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
  if (event.target !== end) return;
  event.preventDefault();
  other.focus();
}

/* What is chosen there, is done: it would stay open over the page. */
export function closePopover(event) {
  const isChoice = bodyNow()?.contains(event.target) && event.target.closest("button");
  const button = opened;
  if (isChoice && button) setTimeout(() => button.isConnected && bodyNow() && button.click());
}
