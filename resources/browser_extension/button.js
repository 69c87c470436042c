// What the button in the browser's bar shows: how many pages wait, and how the last saving went.
import { api } from "./browser_api.js";
import { waiting } from "./queue.js";

const INK = "#ffffff";
const COLOURS = { saved: "#2f6b3a", busy: "#24506e", waiting: "#8a5a0b", failed: "#a83232" };
const SIGNS = { saved: "✓", busy: "…", waiting: "⏸", failed: "!" };
const TITLE = "Save to Cuttings";

/** Show on one tab how its page fares; a new page in the tab takes the sign away. */
export async function showOnTab(tabId, kind, sentence) {
  try {
    await api.action.setBadgeBackgroundColor({ tabId, color: COLOURS[kind] });
    await api.action.setBadgeTextColor({ tabId, color: INK });
    await api.action.setBadgeText({ tabId, text: SIGNS[kind] });
    await api.action.setTitle({ tabId, title: sentence });
  } catch {
    // The tab was closed meanwhile; the page is in the queue all the same.
  }
}

/** Show on all tabs how many pages wait, or that some failed. */
export async function showWaiting() {
  const queue = await waiting();
  const failed = queue.some((entry) => entry.state === "failed");
  const count = queue.length ? String(queue.length) : "";
  await api.action.setBadgeTextColor({ color: INK });
  await api.action.setBadgeBackgroundColor({ color: failed ? COLOURS.failed : COLOURS.waiting });
  await api.action.setBadgeText({ text: count });
  const pages = queue.length === 1 ? "1 page waits" : `${queue.length} pages wait`;
  await api.action.setTitle({ title: count ? `${TITLE} – ${pages} here` : TITLE });
}
