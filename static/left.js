/* The end of "Snel weg" (leave.js), and what follows when somebody goes back after it.

   Not a module, so that it runs before anything can be seen. The cookie "left" is 1 when the server
   may not know of it, and 2 when it does (web/visitor.py). */
(() => {
  const ELSEWHERE = "https://www.knmi.nl/nederland-nu/weer/verwachtingen";
  const TITLE = "Weer";
  const root = document.documentElement;

  /* On a slow connection this page stands until the other one comes: empty, under another name. */
  window.vanish = () => {
    root.hidden = true;
    document.title = TITLE;
    Object.defineProperty(document, "title", { get: () => TITLE, set() {} });
    document.querySelector('link[rel="icon"]')?.setAttribute("href", "data:,");
    sessionStorage.clear();
    localStorage.clear();
    window.speechSynthesis?.cancel();
    location.replace(ELSEWHERE);
  };

  const isBack = performance.getEntriesByType("navigation")[0]?.type === "back_forward";
  const left = document.cookie.match(/(?:^|; )left=(\d)/)?.[1];
  if (left && isBack) window.vanish();
  else if (left === "2") document.cookie = "left=; Path=/; Max-Age=0";

  /* A page that the browser kept as it was stays empty, and is asked for anew. */
  addEventListener("pageshow", (event) => event.persisted && root.hidden && location.reload());
})();
