/* The page says in data-shared whether this is a computer of more people, as long as the cookies do
   not say so. Only the server can change those (web/visitor.py). */

let told = null;

export function tellShared() {
  const shared = document.querySelector("[data-shared]")?.dataset.shared;
  if (!shared || shared === told) return;
  told = shared;
  fetch("/shared", { method: shared === "yes" ? "POST" : "DELETE", keepalive: true }).catch(() => {
    told = null; // with the next change on the page
  });
}
