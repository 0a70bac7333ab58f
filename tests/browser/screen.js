/* What is wrong with a screen that axe does not see, in words. An expression for page.evaluate.

   told: {language, words}, the language it should be in and the most words it may have. */
(told) => {
  const main = document.getElementById("stMain");
  const all = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
  const name = (one) => `${one.tagName} ${(one.innerText || one.ariaLabel || one.title || "").trim().slice(0, 40)}`;
  const faults = [];
  const unless = (isRight, words) => isRight || faults.push(words);

  const headings = all("h1");
  unless(headings.length === 1 && headings[0].innerText.trim(), `${headings.length} headings of level 1`);
  unless(document.documentElement.lang === told.language, `lang is ${document.documentElement.lang}`);
  unless(document.title.trim(), "the title is empty");

  const widest = Math.max(document.documentElement.scrollWidth, main.scrollWidth);
  unless(widest <= innerWidth, `it is ${widest} wide on a screen of ${innerWidth}`);

  /* A link in a sentence is as high as its line (WCAG 2.5.8 leaves it out). */
  const isInText = (one) => one.matches("p a, li a, dd a") && !one.matches(".button-link");
  const targets =
    "#stMain :is(button, summary, a, input[type=text], textarea, label:has(input[type=radio]), label:has(input[type=checkbox]))";
  for (const one of all(targets).filter((one) => !isInText(one))) {
    const box = one.getBoundingClientRect();
    unless(box.height >= 43.5 && box.width >= 43.5, `${name(one)} is ${Math.round(box.width)} by ${Math.round(box.height)}`);
    unless(box.right <= innerWidth + 1 && box.left >= -1, `${name(one)} sticks out at the side`);
  }

  /* Text that its box cuts off. */
  for (const one of all("#stMain :is(p, label, button, h1, h2, h3, li, dt, dd, summary)")) {
    const style = getComputedStyle(one);
    const cuts = style.overflowX !== "visible" || style.overflowY !== "visible";
    const isForEars = one.clientWidth <= 1 || one.closest(".visually-hidden, [aria-hidden=true]");
    const isCut = one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 6;
    unless(!cuts || isForEars || !isCut, `${name(one)} is cut off`);
  }

  const skipped =
    ".st-key-masthead, .st-key-tools, .stages, .st-key-onward, .st-key-foot, .visually-hidden, [aria-hidden=true], " +
    "label:has(input), button, summary, h2, h3, ul, ol, dl, table, textarea, #error-summary, .field-error, .field-label, .quote";
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT, (node) =>
    !node.parentElement.checkVisibility() || node.parentElement.closest(skipped)
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  let text = "";
  while (walker.nextNode()) text += ` ${walker.currentNode.data}`;
  const words = (text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.,:/-]*/gu) ?? []).length;
  unless(words <= told.words, `it has ${words} words`);
  return { faults, words, text, title: document.title };
}
