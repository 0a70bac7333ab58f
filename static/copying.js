/* A button with data-copy copies the text of the field it names. What it then says is in data-done. */

export async function copyText(event) {
  const button = event.target.closest?.("button[data-copy]");
  const field = button && document.getElementById(button.dataset.copy);
  if (!field) return;
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    return; // not allowed: the text stands selected, so that the visitor copies it
  }
  button.focus();
  say(button.dataset.done);
}

/* One place that is read aloud, outside the page that Streamlit draws. */
function say(words) {
  let place = document.getElementById("copied");
  if (!place) {
    place = document.createElement("div");
    place.id = "copied";
    place.setAttribute("role", "status");
    document.body.append(place);
  }
  place.textContent = words;
  setTimeout(() => (place.textContent = ""), 3000);
}
