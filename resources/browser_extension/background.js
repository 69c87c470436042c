// Listens to the browser and joins the parts; every listener stands here, at the first level, as a
// worker that was asleep is woken for the ones it had then.
import { api } from "./browser_api.js";
import { showOnTab, showWaiting } from "./button.js";
import { clipOfLink, clipOfTab, isWeb } from "./clips.js";
import { known } from "./connection.js";
import * as queue from "./queue.js";
import { readSettings } from "./settings.js";

const ALARM = "deliver";
const ALL_SITES = { origins: ["http://*/*", "https://*/*"] };
// A browser's question is answered within so long.
const ANSWER_MS = 120000;
const WHY = {
  closed: "Cuttings isn’t open. The page waits here and is sent when it opens.",
  unpaired: "The page waits here until this browser is paired with Cuttings.",
  busy: "Cuttings is busy. The page waits here for a moment.",
};

/** Write a clip down and hand it over; gives {id, state, message, article}. */
async function save(makeClip, tabId = null) {
  const show = (kind, sentence) => tabId !== null && showOnTab(tabId, kind, sentence);
  try {
    await show("busy", "Saving to Cuttings…");
    const clip = await makeClip();
    await queue.add(clip);
    const outcome = { id: clip.id, ...(await deliverNow(clip.id)) };
    await show(SIGN_OF[outcome.state], outcome.message);
    return outcome;
  } catch (fault) {
    await show("failed", fault.message);
    return { id: null, state: "failed", message: fault.message };
  }
}

const SIGN_OF = { stored: "saved", known: "saved", sent: "busy", waiting: "waiting", failed: "failed" };

async function deliverNow(id) {
  const { ended, held } = await deliverAll();
  if (ended[id]) return { ...ended[id], message: sentenceFor(ended[id]) };
  if (held) return { state: "waiting", reason: held.reason, message: WHY[held.reason] };
  return { state: "sent", message: "Cuttings has the page and is still at work on it." };
}

function sentenceFor({ state, article, message }) {
  if (state === "stored" && message) return `${article?.title ?? "The page"}: ${message}`;
  if (state === "stored") return `Saved: ${article?.title ?? "the page"}`;
  if (state === "known") return message ?? `Already there: ${article?.title ?? "this page"}`;
  return message ?? "Cuttings couldn’t save the page.";
}

async function deliverAll() {
  const result = await queue.deliver();
  await showWaiting();
  const rest = (await queue.waiting()).some((entry) => entry.state !== "failed");
  if (!rest) await api.alarms.clear(ALARM);
  else {
    const minutes = Math.max(0.5, (result.held?.seconds ?? 30) / 60);
    await api.alarms.create(ALARM, { delayInMinutes: minutes, periodInMinutes: 1 });
  }
  return result;
}

function saveTab(tab, wish = "auto", form = {}) {
  return save(() => clipOfTab(tab, wish, form), tab.id);
}

/** Save these tabs one after the other; all are written down before the first is handed over. */
async function saveTabs(tabIds, form) {
  const outcome = { saved: 0, fetched: 0, failed: [] };
  for (const id of tabIds) {
    let tab = null;
    try {
      tab = await api.tabs.get(id);
      const clip = await clipOfTab(tab, "page", form);
      await queue.add(clip);
      outcome[clip.kind === "link" ? "fetched" : "saved"] += 1;
    } catch (fault) {
      outcome.failed.push({ title: tab?.title ?? "A tab", message: fault.message });
    }
  }
  await showWaiting();
  const { held } = await deliverAll();
  return { ...outcome, held: held && WHY[held.reason] };
}

const ACTS = {
  save: ({ tab, wish, form, expected }) => save(() => clipOfTab(tab, wish, form, expected), tab.id),
  // Asked for before the browser's question is answered, which may close the form that asked.
  saveTabs: async ({ tabIds, form }) => {
    if (await api.permissions.contains(ALL_SITES)) return saveTabs(tabIds, form);
    await api.storage.session.set({ wanted: { tabIds, form, asked: Date.now() } });
    return null;
  },
  forgetTabs: () => api.storage.session.remove("wanted"),
  deliver: async () => (await deliverAll()).held,
  retry: async ({ id }) => {
    await queue.retry(id);
    return (await deliverAll()).held;
  },
  discard: async ({ id }) => {
    await queue.remove(id);
    await showWaiting();
  },
};

api.runtime.onMessage.addListener((message, sender, answer) => {
  // Only the extension's own pages: what runs in a page of the web asks for nothing.
  const isOwnPage = sender.id === api.runtime.id && sender.url?.startsWith(api.runtime.getURL(""));
  if (!isOwnPage || !Object.hasOwn(ACTS, message?.act)) return false;
  ACTS[message.act](message).then(answer, (fault) => answer({ state: "failed", message: fault.message }));
  return true;
});

api.permissions.onAdded.addListener(async () => {
  const { wanted } = await api.storage.session.get("wanted");
  if (!wanted || !(await api.permissions.contains(ALL_SITES))) return;
  await api.storage.session.remove("wanted");
  // The leave may have been given later and for something else.
  if (Date.now() - wanted.asked < ANSWER_MS) await saveTabs(wanted.tabIds, wanted.form);
});

api.action.onClicked.addListener((tab) => saveTab(tab));

api.commands.onCommand.addListener(async (command, given) => {
  if (command !== "save-page") return;
  const tab = given ?? (await api.tabs.query({ active: true, lastFocusedWindow: true }))[0];
  if (tab) await saveTab(tab);
});

const MENU = [
  { id: "page", title: "Save this page to Cuttings", contexts: ["page"] },
  { id: "selection", title: "Save the selection to Cuttings", contexts: ["selection"] },
  { id: "link", title: "Save the linked page to Cuttings", contexts: ["link"] },
];

api.contextMenus.onClicked.addListener(async (info, tab) => {
  if (info.menuItemId === "page") await saveTab(tab, "page");
  if (info.menuItemId === "selection") await saveTab(tab, "selection");
  if (info.menuItemId !== "link") return;
  await save(() => {
    if (!isWeb(info.linkUrl)) throw new Error("Only links to pages of the web can be saved.");
    return clipOfLink(info.linkUrl, info.linkText, info.pageUrl, {});
  }, tab?.id);
});

/** Mark the button on tabs whose page is in the archive, where the user asked for it. */
async function showSaved(tab) {
  const { showSaved: wanted, token } = await readSettings();
  if (!wanted || !token || tab.incognito || !isWeb(tab.url)) return;
  try {
    const [found] = await known([tab.url]);
    if (found?.articles.length) await showOnTab(tab.id, "saved", savedSentence(found.articles[0]));
  } catch {
    // Cuttings is closed: whether the page is saved isn't known, and nothing is claimed.
  }
}

function savedSentence({ title, captured }) {
  return `Saved on ${new Date(captured).toLocaleDateString()}: ${title}`;
}

api.tabs.onUpdated.addListener((tabId, { status }, tab) => {
  if (status === "complete") showSaved(tab);
});

api.tabs.onActivated.addListener(async ({ tabId }) => {
  if ((await readSettings()).showSaved) await showSaved(await api.tabs.get(tabId));
});

async function applySettings() {
  const { saveAtOnce } = await readSettings();
  await api.action.setPopup({ popup: saveAtOnce ? "" : "popup.html" });
}

api.storage.onChanged.addListener((changes, area) => {
  if (area === "local" && "saveAtOnce" in changes) applySettings();
  if (area === "local" && changes.token?.newValue) deliverAll();
});

api.alarms.onAlarm.addListener(({ name }) => {
  if (name === ALARM) deliverAll();
});

async function start() {
  // The token and the pages that wait are none of what runs in a page's process (Chromium).
  await api.storage.local.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" });
  await applySettings();
  await deliverAll();
}

api.runtime.onStartup.addListener(start);
api.runtime.onInstalled.addListener(async () => {
  await api.contextMenus.removeAll();
  for (const item of MENU) api.contextMenus.create(item);
  await start();
});
