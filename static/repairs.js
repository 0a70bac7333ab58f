/* Small repairs of Streamlit's elements, so that they are named and tied together for screen readers.
   Each stands for something that axe-core or a keyboard walk found in Streamlit 1.67. */

import { all, describe, describeNoMore, keyed, set } from "./page.js";
import { translated } from "./translating.js";

export function repair() {
  all('[data-testid="stFileUploaderDropzone"]').forEach(repairUploader);
  all('[data-testid="stProgress"]').forEach(nameProgress);
  all("body > [data-react-aria-top-layer]").forEach(nameOverlay);
  all("[role=listbox]").forEach(nameListbox);
  all('[aria-label*="\\\\"]').forEach(unescapeName);
}

/* A label is Markdown, in which our pages switch off every sign; who listens gets it as it was sent. */
function unescapeName(element) {
  const name = element.getAttribute("aria-label");
  set(element, "aria-label", name.replace(/\\([\\`*_[\]$<>~:])/g, "$1"));
}

/* The button is only called "Upload": say for what. And after an upload Streamlit leaves the focus
   nowhere and keeps an invisible stop for the Tab key. */
function repairUploader(zone) {
  const label = zone.getAttribute("aria-label") ?? "";
  const name = translated(`Choose a file: ${label}`);
  const button = zone.querySelector("button");
  const input = zone.querySelector("input[type=file]");
  const limits = zone.querySelector('[data-testid="stFileUploaderDropzoneInstructions"]');
  set(zone, "role", "group");
  if (button && limits) {
    limits.id ||= `limits-${crypto.randomUUID()}`;
    set(button, "aria-label", name);
    describe(button, limits.id);
  }
  if (input) {
    set(input, "aria-label", name);
    set(input, "tabindex", "-1");
  }
  if (input) limitKinds(zone, input);
  keepFocusInUploader(zone, input, button);
}

/* Which kinds of file the browser offers. Streamlit's own list refuses the others with a sign that is
   hardly seen; without it they come to us, and get a sentence that says what to do. */
function limitKinds(zone, input) {
  for (const kinds of all("[data-accept-for]")) {
    const isFor = zone.closest(`.st-key-${CSS.escape(kinds.dataset.acceptFor)}`);
    if (isFor) set(input, "accept", kinds.dataset.accept);
  }
}

function keepFocusInUploader(zone, input, button) {
  const files = all('[data-testid="stFileChipDeleteBtn"] button', zone);
  const before = Number(zone.dataset.files ?? 0);
  if (files.length === before) return;
  zone.dataset.files = files.length;
  if ([document.body, input].includes(document.activeElement)) (files.at(-1) ?? button)?.focus();
}

/* A progress bar is called "progress": call it by the text that stands with it. */
function nameProgress(progress) {
  const text = progress.querySelector('[data-testid="stMarkdownContainer"]')?.textContent;
  const bar = progress.querySelector("[role=progressbar]");
  if (bar && text) set(bar, "aria-label", text);
}

/* Help and lists open in a layer outside every landmark: make the layer one. */
function nameOverlay(layer) {
  const needed = layer.childElementCount && !layer.querySelector("[role=dialog], [role=alertdialog]");
  if (needed) {
    set(layer, "role", "region");
    set(layer, "aria-label", translated("Help"));
  } else if (layer.getAttribute("role") === "region") {
    layer.removeAttribute("role");
    layer.removeAttribute("aria-label");
  }
}

function nameListbox(list) {
  if (list.closest("main, #root, [role=dialog], [role=region]")) return;
  let layer = list;
  while (layer.parentElement && layer.parentElement !== document.body) layer = layer.parentElement;
  if (layer === list) return;
  set(layer, "role", "region");
  set(layer, "aria-label", translated(`${list.getAttribute("aria-label") ?? ""} options`));
}

/* The page prints what is wrong above a field; tie the two, so that they are read together. */
export function tieErrorsToFields() {
  const standing = new Set();
  for (const error of all("[data-error-for]")) {
    standing.add(error.id);
    const widget = keyed(error.dataset.errorFor);
    for (const field of widget ? fieldsIn(widget) : []) {
      describe(field, error.id);
      if (!field.matches("[role=group], button")) set(field, "aria-invalid", "true");
      field.dataset.error = error.id;
    }
  }
  for (const field of all("[data-error]")) {
    if (!standing.has(field.dataset.error)) untie(field);
  }
}

/* A text box is the field, whatever may be chosen beside it; ticks and choices are one as a group. */
function fieldsIn(widget) {
  const box = widget.querySelector("textarea, input[type=text]");
  const group = widget.matches("[role=group]") ? widget : widget.querySelector("[role=radiogroup]");
  const field = box ?? group;
  return field ? [field] : all("input:not([type=hidden], [type=file]), button", widget);
}

function untie(field) {
  describeNoMore(field, field.dataset.error);
  field.removeAttribute("aria-invalid");
  delete field.dataset.error;
}
