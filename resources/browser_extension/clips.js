// From a tab, a selection or a link to a clip as Cuttings takes it; nothing is sent from here.
import { api } from "./browser_api.js";
import { capturePage } from "./page_capture.js";

// What Cuttings takes of each, see its /v1/openapi.json.
const MAX_ADDRESS = 8000;
const MAX_TITLE = 2000;
const MAX_TAG = 200;
const MAX_TAGS = 50;
// A page that is busy for longer doesn't answer at all; it is fetched by Cuttings instead.
const FACTS_MS = 2000;
const PAGE_MS = 10000;
const PAGES = ["text/html", "application/xhtml+xml"];

/** What the user says with a clip; `ifKnown` where the form asked, as the page is saved already. */
function said({ tags = [], note = "", starred = false, ifKnown } = {}) {
  const short = tags.map((tag) => tag.slice(0, MAX_TAG)).slice(0, MAX_TAGS);
  return { tags: short, note, starred, id: crypto.randomUUID(), ...(ifKnown && { if_known: ifKnown }) };
}

export function isWeb(address) {
  return /^https?:\/\//i.test(address ?? "");
}

/** The address where it is one of the web that can be sent, else null. */
function orNull(address) {
  return isWeb(address) && address.length <= MAX_ADDRESS ? address : null;
}

/** The address, title and selection of what a tab shows, or null where pages can't be read. */
export function factsOf(tabId) {
  return read(tabId, "facts", FACTS_MS);
}

/**
 * The page of a tab. One that can't be read (asleep, a PDF, a viewer of the browser's own) is given
 * as a link, which Cuttings fetches itself. Raises an Error with a sentence where it is no web page,
 * or shows another address than `expected` by now.
 */
export async function clipOfTab(tab, wish, form, expected = null) {
  const page = tab.discarded ? null : await read(tab.id, wish, PAGE_MS);
  const url = page?.url ?? tab.url;
  if (expected && url !== expected) throw new Error("The tab shows another page now. Try again.");
  if (!isWeb(url)) throw new Error("Only pages of the web can be saved.");
  if (!orNull(url)) throw new Error("The address of this page is too long to be kept.");
  if (!page || !PAGES.includes(page.content_type)) return clipOfLink(url, tab.title, null, form);
  return {
    kind: page.kind,
    url,
    canonical_url: orNull(page.canonical_url),
    referrer: orNull(page.referrer),
    title: page.title.slice(0, MAX_TITLE),
    captured: page.captured,
    html: page.html,
    ...said(form),
  };
}

/** A link, which Cuttings fetches. */
export function clipOfLink(url, title, referrer, form) {
  return {
    kind: "link",
    url,
    canonical_url: null,
    referrer: orNull(referrer),
    title: (title || url).slice(0, MAX_TITLE),
    captured: new Date().toISOString(),
    ...said(form),
  };
}

/** What the page gives within so long; null where it can't be read or doesn't answer. */
async function read(tabId, wish, patience) {
  const late = new Promise((resolve) => setTimeout(resolve, patience, null));
  try {
    return await Promise.race([runIn(tabId, wish), late]);
  } catch {
    return null;
  }
}

async function runIn(tabId, wish) {
  const [{ result }] = await api.scripting.executeScript({
    target: { tabId },
    func: capturePage,
    args: [wish],
    injectImmediately: true, // what is shown now, though pictures may still be on their way
  });
  return result;
}
