/* Streamlit goes to another page in two steps: it takes away what the address of this one asks, and
   then goes. Both stand in the history of the browser, so "back" would lead to this page without its
   question: the first one. The first step is left out if the second follows. */

const SOON = 500; // milliseconds

export function skipHalfSteps() {
  const push = history.pushState.bind(history);
  let half;
  history.pushState = (state, title, address) => {
    clearTimeout(half);
    if (isHalf(address)) half = setTimeout(push, SOON, state, title, address);
    else push(state, title, address);
  };
}

function isHalf(address) {
  const to = new URL(address ?? "", location.href);
  return to.pathname === location.pathname && !to.search && location.search !== "";
}
