/* Knows whether the page is at rest: every rerun that was asked for has ended and is drawn.

   Loaded before anything else. Streamlit talks protobuf over a websocket; of each message only the
   number of its one field and, if that is a plain number, its value matter here. */
(() => {
  const RERUN = 11; // BackMsg.rerun_script
  const FINISHED = 6; // ForwardMsg.script_finished
  const EARLY = 2; // ended only because another run comes at once
  const QUIET = 250; // milliseconds without news: two requests may have become one run
  const RECENT = 100; // milliseconds in which a request belongs to what somebody just did
  const runs = (window.smiRuns = { asked: 0, done: 0, newsAt: 0, frames: 0, took: [] });
  let touchedAt = 0;

  function varint(bytes, at) {
    let value = 0;
    for (let shift = 1; ; shift *= 128) {
      value += (bytes[at] & 127) * shift;
      if (bytes[at++] < 128) return [value, at];
    }
  }

  /* The fields at the top of a message: number and, for plain numbers, value. */
  function fieldsOf(bytes) {
    const found = [];
    for (let at = 0; at < bytes.length; ) {
      let tag, value;
      [tag, at] = varint(bytes, at);
      [value, at] = varint(bytes, at);
      if (tag % 8 === 2) at += value;
      found.push([Math.floor(tag / 8), value]);
    }
    return found;
  }

  /* A skeleton stands where a field will be whose part of the program is still on its way. */
  const isAtRest = () =>
    (runs.done >= runs.asked || performance.now() - runs.newsAt > QUIET) &&
    document.querySelector('[data-testid="stApp"][data-test-script-state="notRunning"]') &&
    (document.querySelector("#stMain h1") || runs.isBroken()) &&
    !document.querySelector('#stMain :is([data-stale="true"], [data-testid="stSkeleton"])');

  /* The page says that something went wrong: the notice of web/errors.py, with its code. */
  runs.isBroken = () =>
    [...document.querySelectorAll("#stMain [role=alert]")].some((one) => /\b[0-9A-F]{8}\./.test(one.innerText));

  /* What Streamlit unfolds grows for half a second: what is tapped then may have moved meanwhile. */
  const isUnfolding = () => document.getAnimations().some((one) => one.constructor === Animation);

  /* At rest for three frames: the shell looks at the page in the first, and may act in the next. */
  runs.isSettled = (call) => {
    if (runs.call !== call) Object.assign(runs, { call, frames: 0 });
    runs.frames = isAtRest() && !isUnfolding() ? runs.frames + 1 : 0;
    return runs.frames >= 3;
  };

  const screenNow = () => document.querySelector("[data-screen]")?.dataset.screen ?? "";

  function measure(asked, from, before) {
    if (runs.asked > asked) return;
    if (!isAtRest()) return requestAnimationFrame(() => measure(asked, from, before));
    runs.took.push({ before, after: screenNow(), ms: performance.now() - from });
  }

  for (const kind of ["pointerup", "keydown", "change", "focusout"])
    addEventListener(kind, () => (touchedAt = performance.now()), true);

  window.WebSocket = class extends WebSocket {
    constructor(...args) {
      super(...args);
      runs.socket = this;
      this.addEventListener("message", ({ data }) => {
        runs.newsAt = performance.now();
        const ends = fieldsOf(new Uint8Array(data)).filter(([field]) => field === FINISHED);
        if (ends.some(([, how]) => how !== EARLY)) runs.done += 1;
      });
    }
    send(message) {
      super.send(message);
      runs.newsAt = performance.now();
      if (typeof message === "string" || !fieldsOf(message).some(([field]) => field === RERUN)) return;
      runs.asked += 1;
      if (performance.now() - touchedAt < RECENT) measure(runs.asked, touchedAt, screenNow());
    }
  };
})();
