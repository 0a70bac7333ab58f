/* What is wrong with the focus, in words; empty if nothing. An expression for page.evaluate. */
() => {
  const at = document.activeElement;
  const name = () => `${at.tagName} ${(at.innerText || at.ariaLabel || at.title || "").trim().slice(0, 40)}`;
  if (!at || at === document.body) return "the focus is nowhere";
  const shown = [at, at.closest("label")].find(
    (one) => one && getComputedStyle(one).outlineStyle !== "none" && parseFloat(getComputedStyle(one).outlineWidth) >= 2,
  );
  const isForScripts = at.tabIndex < 0;
  if (!shown && !isForScripts) return `${name()} does not show that it has the focus`;

  const channels = (colour) => (colour.match(/[\d.]+/g) ?? [0, 0, 0, 0]).map(Number);
  const light = (colour) => {
    const [r, g, b] = channels(colour).map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => {
    const [low, high] = [light(a), light(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const ground = (one) => {
    for (let up = one; up; up = up.parentElement) {
      const colour = getComputedStyle(up).backgroundColor;
      if ((channels(colour)[3] ?? 1) > 0.5) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  if (shown) {
    const seen = contrast(getComputedStyle(shown).outlineColor, ground(shown.parentElement));
    if (seen < 3) return `${name()} shows its focus with a contrast of ${seen.toFixed(1)}`;
  }

  if (at.id === "stMain") return ""; // as large as the screen, with its outline inside
  /* Seen in full; of a heading, of what is half as high as the screen, and of a text area, in which
     the browser only shows the place to write, at least one side. */
  const box = (shown ?? at).getBoundingClientRect();
  const spots = [
    [box.left + 3, box.top + 3],
    [box.right - 3, box.top + 3],
    [box.left + 3, box.bottom - 3],
    [box.right - 3, box.bottom - 3],
  ];
  const belongs = (hit) => hit && ((shown ?? at).contains(hit) || hit.contains(at));
  const hidden = spots.filter(([x, y]) => !belongs(document.elementFromPoint(x, y)));
  const allowed = isForScripts || at.tagName === "TEXTAREA" || box.height > innerHeight * 0.5 ? 2 : 0;
  if (hidden.length > allowed) {
    const [x, y] = hidden[0];
    const over = document.elementFromPoint(x, y);
    return `${name()} is hidden at ${Math.round(x)},${Math.round(y)} by ${over?.outerHTML.slice(0, 90)}`;
  }
  return "";
}
