/* What is read aloud of a screen: all that a visitor sees, in that order, and nothing else. The frame,
   the same on every screen, is left out. */

const FRAME =
  ".masthead, .st-key-masthead, .st-key-tools, .st-key-onward, .st-key-foot, nav, " +
  '[data-aloud-place], [data-testid="stIconMaterial"], script, style, textarea';

/* Gives { text, lang, block } for each paragraph, option and button. */
export function linesToRead() {
  const lines = [];
  const main = document.getElementById("stMain");
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    if (isRead(walker.currentNode)) add(lines, walker.currentNode);
  }
  return lines;
}

function isRead(node) {
  const parent = node.parentElement;
  return node.nodeValue.trim() !== "" && !parent.closest(FRAME) && isSeen(parent);
}

/* What only a screen reader hears is clipped to a single pixel. */
function isSeen(element) {
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1;
}

function add(lines, node) {
  const block = blockOf(node.parentElement);
  const { lang } = node.parentElement.closest("[lang]");
  const last = lines.at(-1);
  const text = node.nodeValue.replace(/\s+/g, " ");
  if (last?.block === block && last.lang === lang) last.text += text;
  else lines.push({ text, lang, block });
}

function blockOf(element) {
  let block = element;
  while (getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
  return block;
}
