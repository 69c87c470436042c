// What was saved and isn't in the archive yet. Everything saved goes through here: it is written
// down first and handed over second, so that neither a closed Cuttings nor a closed browser loses it.
//
// The list (`queue`) and the bodies (`clip:ID`) are kept apart: a look at the list reads no page.
import { api } from "./browser_api.js";
import { Busy, Closed, NotPaired, Refused, clipState, sendClip } from "./connection.js";

/** More waiting pages than this are refused: something is wrong, and the disk is the user's. */
export const MAX_WAITING = 500;
// What Cuttings takes at once, less than its 25 MB for what is around the page.
const MAX_BYTES = 24_000_000;
const ROUNDS = 24;
const ROUND_MS = 500;

const bodyKey = (id) => `clip:${id}`;
let turn = Promise.resolve();
let running = null;

/** The waiting pages without their bodies, oldest first. */
export async function waiting() {
  return (await api.storage.local.get({ queue: [] })).queue;
}

/** Write a clip down; raises an Error with a sentence where it is too large or too many wait. */
export function add(clip) {
  return change(async (queue) => {
    const body = JSON.stringify(clip);
    const bytes = new Blob([body]).size;
    if (bytes > MAX_BYTES)
      throw new Error(`This page is too large: ${Math.round(bytes / 1e6)} MB. Select the part you need.`);
    if (queue.length >= MAX_WAITING)
      throw new Error(`${MAX_WAITING} pages wait already. Open Cuttings first.`);
    const { id, title, url, kind } = clip;
    const entry = { id, title, url, kind, state: "waiting", message: null, added: clip.captured };
    await api.storage.local.set({ [bodyKey(id)]: body, queue: [...queue, entry] });
    return entry;
  });
}

/** Take a clip out for good. */
export function remove(id) {
  return change(async (queue) => {
    await api.storage.local.set({ queue: queue.filter((entry) => entry.id !== id) });
    await api.storage.local.remove(bodyKey(id));
  });
}

/** Let a failed clip be tried again. */
export function retry(id) {
  return mark(id, "waiting", null);
}

/**
 * Hand over all that waits and ask how it went. Gives what ended by id, and why the rest waits:
 * null, or {reason: "closed" | "unpaired" | "busy", message, seconds}.
 */
export async function deliver() {
  // A pass already on its way may have begun before the newest clip was there, or have taken it.
  const before = {};
  while (running) Object.assign(before, (await running.catch(() => null))?.ended);
  running = pass();
  try {
    const { ended, held } = await running;
    return { ended: { ...before, ...ended }, held };
  } finally {
    running = null;
  }
}

async function pass() {
  const ended = {};
  try {
    await sendWaiting(ended);
    for (let round = 0; round < ROUNDS; round += 1) {
      const sent = (await waiting()).filter((entry) => entry.state === "sent");
      if (!sent.length) break;
      await new Promise((resolve) => setTimeout(resolve, ROUND_MS * Math.ceil(sent.length / 2)));
      for (const { id } of sent) await askFor(id, ended);
    }
  } catch (fault) {
    return { ended, held: held(fault) };
  }
  return { ended, held: null };
}

async function sendWaiting(ended) {
  for (const { id, state } of await waiting()) {
    if (state !== "waiting") continue;
    const body = (await api.storage.local.get(bodyKey(id)))[bodyKey(id)];
    try {
      await sendClip(JSON.parse(body));
      await mark(id, "sent", null);
    } catch (fault) {
      if (!(fault instanceof Refused)) throw fault;
      ended[id] = { state: "failed", message: fault.message };
      await mark(id, "failed", fault.message);
    }
  }
}

async function askFor(id, ended) {
  let found;
  try {
    found = await clipState(id);
  } catch (fault) {
    if (!(fault instanceof Refused)) throw fault;
    // Cuttings was closed before it got to this one, and knows nothing of it: sent once more later.
    await mark(id, "waiting", null);
    return;
  }
  if (found.state === "stored" || found.state === "known") {
    ended[id] = found;
    await remove(id);
  } else if (found.state === "failed") {
    ended[id] = found;
    await mark(id, "failed", found.message ?? "Cuttings couldn’t save it.");
  }
}

function held(fault) {
  if (fault instanceof Closed) return { reason: "closed", message: fault.message };
  if (fault instanceof NotPaired) return { reason: "unpaired", message: fault.message };
  if (fault instanceof Busy) return { reason: "busy", message: fault.message, seconds: fault.seconds };
  throw fault;
}

function mark(id, state, message) {
  return change((queue) => {
    const changed = queue.map((entry) => (entry.id === id ? { ...entry, state, message } : entry));
    return api.storage.local.set({ queue: changed });
  });
}

/** One change of the list at a time: each reads what the one before it wrote. */
function change(act) {
  const result = turn.then(async () => act(await waiting()));
  turn = result.catch(() => undefined);
  return result;
}
