/* Streamlit's own words, which it has in English only, in the language of the page. Text of the pages
   is left alone. The words themselves come from web/streamlit_words.yaml. */

import WORDS from "./words.js";

export const WATCHED_ATTRIBUTES = [
  "alt",
  "aria-label",
  "aria-roledescription",
  "aria-valuetext",
  "placeholder",
  "title",
];

const PATTERNS = Object.keys(WORDS)
  .filter((theirs) => theirs.includes("{1}"))
  .map((theirs) => [new RegExp(`^${escaped(theirs).replace(/\\\{\d\\\}/g, "(.*?)")}$`, "s"), theirs]);

function escaped(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/* What we say for words of Streamlit, or the words themselves. Space around them stays. */
export function translated(text) {
  const core = text.trim();
  const said = Object.hasOwn(WORDS, core) ? inLanguage(core) : fromPattern(core);
  return said === undefined ? text : text.replace(core, () => said);
}

function fromPattern(core) {
  const [pattern, theirs] = PATTERNS.find(([candidate]) => candidate.test(core)) ?? [];
  if (!pattern) return undefined;
  const values = pattern.exec(core);
  return inLanguage(theirs)?.replace(/\{(\d)\}/g, (_, place) => values[place].trim().replace(/\.0$/, ""));
}

function inLanguage(theirs) {
  const versions = WORDS[theirs];
  const { lang } = document.documentElement;
  return versions[lang] ?? (lang === "en" ? undefined : versions.nl);
}

/* Our own sentences stand in Markdown and HTML elements; a page may well say "Open" itself. An
   uploader's hint and the window about the connection are in such elements too, but Streamlit's. */
function isOurs(element) {
  if (element.closest('[data-testid="stFileUploader"], [role=dialog], [role=alertdialog]')) return false;
  return element.closest('[data-testid="stMarkdownContainer"], [data-testid="stHtml"]') !== null;
}

/* What Streamlit said, by the node and the name of the attribute, so that it can be said in yet
   another language once the visitor asks for that. */
const originals = new WeakMap();

function retold(node, name, now) {
  const kept = originals.get(node) ?? {};
  originals.set(node, kept);
  if (kept[name]?.shown !== now) kept[name] = { theirs: now };
  kept[name].shown = translated(kept[name].theirs);
  return kept[name].shown;
}

function translateText(node) {
  const parent = node.parentElement;
  if (!parent || parent.closest("script, style, textarea") || isOurs(parent)) return;
  const said = retold(node, "", node.nodeValue);
  if (said !== node.nodeValue) node.nodeValue = said;
}

function translateAttributes(element) {
  for (const name of WATCHED_ATTRIBUTES) {
    const text = element.getAttribute(name);
    if (!text) continue;
    const said = retold(element, name, text);
    if (said !== text) element.setAttribute(name, said);
  }
}

export function translate(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = root; node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) translateText(node);
    else translateAttributes(node);
  }
}
