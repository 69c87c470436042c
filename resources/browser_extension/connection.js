// Talks to Cuttings on this computer; nothing here knows of tabs or of the queue.
import { readSettings, writeSettings } from "./settings.js";

const PORTS = [47653, 47654, 47655, 47656, 47657];
const HELLO_MS = 1500;
const ANSWER_MS = 30000;

/** Nobody answers as Cuttings does: it is closed. */
export class Closed extends Error {}

/** Cuttings answers and doesn't know this browser. */
export class NotPaired extends Error {}

/** Cuttings asks to come back later; `seconds` says when. */
export class Busy extends Error {
  constructor(message, seconds) {
    super(message);
    this.seconds = seconds;
  }
}

/** Cuttings refused what was sent; the message is its own sentence. */
export class Refused extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

/**
 * Where Cuttings answers and whether this browser is paired; raises Closed where it doesn't. Paired
 * means proven: any program can listen on a port and call itself Cuttings.
 */
export async function hello() {
  const { fixedPort, port, token } = await readSettings();
  const ports = fixedPort ? [fixedPort] : [...new Set([port, ...PORTS].filter(Boolean))];
  let stranger = null;
  for (const candidate of ports) {
    const found = await helloAt(candidate);
    if (!found) continue;
    const paired = token !== null && (await isOurs(candidate, token));
    stranger ??= { port: candidate, paired: false, version: found.version };
    if (!paired) continue;
    if (candidate !== port) await writeSettings({ port: candidate });
    return { port: candidate, paired, version: found.version };
  }
  if (stranger) return stranger;
  throw new Closed("Cuttings isn’t open.");
}

/** Pair with the code that Cuttings shows; raises Refused with its sentence for a wrong one. */
export async function pair(code, name) {
  const { port } = await hello();
  const answer = await ask(port, "/v1/pair", { body: { code, name } });
  await writeSettings({ token: answer.token, port });
}

/** The articles stored under each of these addresses, for those that have any. */
export async function known(urls) {
  return (await request("/v1/known", { body: { urls } })).known;
}

/** Tags of the archive that begin so. */
export async function tagsFor(prefix) {
  return (await request(`/v1/tags?prefix=${encodeURIComponent(prefix)}`)).tags;
}

/** Hand a clip over. */
export function sendClip(clip) {
  return request("/v1/clips", { body: clip });
}

/** How far a clip is that was handed over. */
export function clipState(id) {
  return request(`/v1/clips/${encodeURIComponent(id)}`);
}

/**
 * An answer from wherever Cuttings is now: it may have moved to another port since. Neither the
 * token nor anything of the user's is sent before whoever listens there has proven to be it.
 */
async function request(path, options = {}) {
  const { port: last, fixedPort, token } = await readSettings();
  if (!token) throw new NotPaired("This browser isn’t paired with Cuttings.");
  const port = fixedPort ?? last;
  if (port && (await isOurs(port, token))) return ask(port, path, { ...options, token });
  const found = await hello();
  if (!found.paired) throw new NotPaired("This isn’t the Cuttings that this browser is paired with.");
  return ask(found.port, path, { ...options, token });
}

/** Whether the Cuttings that gave the token listens on a port; see its /v1/openapi.json. */
async function isOurs(port, token) {
  const challenge = hexadecimal(crypto.getRandomValues(new Uint8Array(32)));
  const key = await keyOf(token);
  try {
    const asker = await proofOf(key, `browser ${challenge}`);
    const { proof } = await ask(port, "/v1/proof", { body: { challenge, asker }, timeout: HELLO_MS });
    // In the answer is the port: another program can't have it from the real one and pass it on.
    return proof === (await proofOf(key, `cuttings ${port} ${challenge}`));
  } catch (fault) {
    if (fault instanceof Busy) throw fault;
    return false; // nobody there, another program, or a Cuttings that doesn't know this browser
  }
}

async function keyOf(token) {
  const hash = hexadecimal(await crypto.subtle.digest("SHA-256", encoded(token)));
  return crypto.subtle.importKey("raw", encoded(hash), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
}

async function proofOf(key, said) {
  return hexadecimal(await crypto.subtle.sign("HMAC", key, encoded(`cuttings-proof-1 ${said}`)));
}

function encoded(text) {
  return new TextEncoder().encode(text);
}

function hexadecimal(bytes) {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function helloAt(port) {
  try {
    const found = await ask(port, "/v1/hello", { timeout: HELLO_MS });
    return found.application === "cuttings" ? found : null;
  } catch {
    return null; // nothing there, or another program
  }
}

async function ask(port, path, { body, token, timeout = ANSWER_MS } = {}) {
  const headers = { Accept: "application/json" };
  if (token) headers.Authorization = `Bearer ${token}`;
  if (body) headers["Content-Type"] = "application/json";
  let response, answer;
  try {
    response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: body ? "POST" : "GET",
      headers,
      body: body && JSON.stringify(body),
      cache: "no-store",
      credentials: "omit",
      redirect: "error",
      referrerPolicy: "no-referrer",
      signal: AbortSignal.timeout(timeout),
    });
    answer = await response.json();
  } catch {
    throw new Closed("Cuttings isn’t open.");
  }
  if (response.ok) return answer;
  const message = answer?.error?.message ?? `Cuttings answered with the number ${response.status}.`;
  if (response.status === 401) throw new NotPaired(message);
  if (response.status === 429) throw new Busy(message, Number(response.headers.get("Retry-After")) || 30);
  if (response.status >= 500) throw new Busy(message, 60);
  throw new Refused(message, response.status);
}
