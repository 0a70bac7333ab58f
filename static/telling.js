/* What changed without the focus going there, for who listens to the page. The place for it stands
   outside the page that Streamlit draws, from the start: a new place would not be read. */

const HEARD = 5000; // milliseconds after which it is taken away, so that nobody finds it later

const place = document.createElement("div");
place.id = "told";
place.className = "visually-hidden";
place.setAttribute("role", "status");

let clearing;
export function tell(words) {
  if (!place.isConnected) document.body.append(place);
  clearTimeout(clearing);
  place.textContent = words;
  clearing = setTimeout(() => (place.textContent = ""), HEARD);
}

document.addEventListener("focusin", () => place.isConnected || document.body.append(place));
