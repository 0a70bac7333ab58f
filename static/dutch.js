/* Streamlit's own words, which it has in English only, in Dutch. Text of the pages is left alone. */

export const WATCHED_ATTRIBUTES = [
  "alt",
  "aria-label",
  "aria-roledescription",
  "aria-valuetext",
  "placeholder",
  "title",
];

const WORDS = {
  "add icon": "toevoegen",
  "Add files": "Nog een bestand toevoegen",
  "App pages": "Pagina’s",
  "Choose an option": "Maak een keuze",
  "Choose options": "Maak een keuze",
  "Clear all": "Alles wissen",
  "Clear value": "Wissen",
  Close: "Sluiten",
  "Close fullscreen": "Volledig scherm sluiten",
  "Collapse sidebar": "Zijbalk sluiten",
  Connecting: "Verbinden",
  "Connecting...": "Verbinden...",
  "Connecting to Streamlit server": "Verbinding maken",
  "Connection error": "Geen verbinding",
  "Connection lost. Please wait for the app to reconnect, then try again.":
    "De verbinding is weg. Wacht even en probeer het opnieuw.",
  "Copy to clipboard": "Kopieer",
  Decrement: "Minder",
  Dismiss: "Sluiten",
  "Download as CSV": "Download als csv",
  "Drag and drop a file here": "Sleep een bestand hierheen",
  "Drag and drop files here": "Sleep bestanden hierheen",
  "Enter a valid email address.": "Vul een geldig e-mailadres in.",
  "Error:": "Fout:",
  "Expand sidebar": "Zijbalk openen",
  "File too large": "Het bestand is te groot",
  "file upload": "Bestand kiezen",
  Fullscreen: "Volledig scherm",
  Increment: "Meer",
  "Link to heading": "Link naar deze kop",
  "No options to select": "Geen keuzes",
  "No results": "Niets gevonden",
  Notifications: "Meldingen",
  Open: "Openen",
  "Page not found": "Pagina niet gevonden",
  "Please wait...": "Een ogenblik...",
  "Press Ctrl+Enter to apply": "Druk op Ctrl+Enter om te bevestigen",
  "Press Ctrl+Enter to submit form": "Druk op Ctrl+Enter om te versturen",
  "Press Enter to apply": "Druk op Enter om te bevestigen",
  "Press Enter to submit form": "Druk op Enter om te versturen",
  progress: "Voortgang",
  "(required)": "(verplicht)",
  Search: "Zoeken",
  "Select all": "Alles kiezen",
  "Selected values": "Gekozen",
  "Show data": "Toon gegevens",
  Sidebar: "Zijbalk",
  "Skip to main content": "Ga naar de inhoud",
  "Streamlit server is not responding. Are you connected to the internet?":
    "Wij kunnen de server niet bereiken. Hebt u internet?",
  "This field is required.": "Vul dit veld in.",
  Upload: "Bestand kiezen",
};

const PATTERNS = [
  [/^Help for (.*)$/, "Uitleg bij $1"],
  [/^Remove (.*)$/, "Verwijder $1"],
  [/^(\d+)\s?MB per file$/, "Maximaal $1 MB per bestand"],
  [/^1 option available\.$/, "1 keuze beschikbaar."],
  [/^(\d+) options available\.$/, "$1 keuzes beschikbaar."],
  [/^Fullscreen: (.*)$/, "Volledig scherm: $1"],
  [/^Show data: (.*)$/, "Toon gegevens: $1"],
  [/^(.*) files are not allowed\.$/, "Dit soort bestand ($1) kunnen wij niet verwerken."],
  [
    /^AxiosError: .*$/,
    "Dit bestand kwam niet aan. Probeer het opnieuw, of geef het eerst een korte naam.",
  ],
  [
    /^File must be (\d+)(?:\.0)?\s?MB or smaller\.$/,
    "Dit bestand is groter dan $1 MB. Maak van elk blad een foto en voeg die toe.",
  ],
  [
    /^Error: Number is below the allowed range\. .* greater than or equal to (.*)\.$/,
    "Fout: vul een getal in van $1 of hoger.",
  ],
  [
    /^Error: Number is above the allowed range\. .* than or equal to (.*)\.$/,
    "Fout: vul een getal in van $1 of lager.",
  ],
  [
    /^The page that you have requested does not seem to exist.*/,
    "Deze pagina bestaat niet. U bent terug bij het begin.",
  ],
];

function dutch(text) {
  const core = text.trim();
  if (Object.hasOwn(WORDS, core)) return text.replace(core, WORDS[core]);
  const [pattern, words] = PATTERNS.find(([candidate]) => candidate.test(core)) ?? [];
  return pattern ? text.replace(core, core.replace(pattern, words)) : text;
}

/* Our own sentences stand in Markdown and HTML elements; a page may well say "Open" itself. An
   uploader's hint is in such an element too, but Streamlit's. */
function isOurs(element) {
  if (element.closest('[data-testid="stFileUploader"]')) return false;
  return element.closest('[data-testid="stMarkdownContainer"], [data-testid="stHtml"]') !== null;
}

function translateText(node) {
  const parent = node.parentElement;
  if (!parent || parent.closest("script, style, textarea") || isOurs(parent)) return;
  const translated = dutch(node.nodeValue);
  if (translated !== node.nodeValue) node.nodeValue = translated;
}

function translateAttributes(element) {
  for (const name of WATCHED_ATTRIBUTES) {
    const text = element.getAttribute(name);
    const translated = text && dutch(text);
    if (translated !== text) element.setAttribute(name, translated);
  }
}

export function translate(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = root; node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) translateText(node);
    else translateAttributes(node);
  }
}
