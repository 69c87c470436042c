// The small form: what is saved, with which tags and note, and how it went.
import { api } from "./browser_api.js";
import { factsOf, isWeb } from "./clips.js";
import { Closed, hello, known } from "./connection.js";
import { waiting } from "./queue.js";
import { readSettings } from "./settings.js";
import { completeTags, tagsOf } from "./tag_completion.js";

const SELECTION_WORDS = 12;
const ALL_SITES = { origins: ["http://*/*", "https://*/*"] };
const STATES = { stored: "saved", known: "saved", sent: "", waiting: "waiting", failed: "failed" };
const at = (id) => document.getElementById(id);

let tab = null;
let chosenTabs = [];

function say(place, kind, sentence) {
  place.className = `notice ${kind}`;
  place.textContent = sentence;
  place.hidden = !sentence;
}

function counted(number, thing) {
  return `${number} ${thing}${number === 1 ? "" : "s"}`;
}

function form() {
  const said = { tags: tagsOf(at("tags").value), note: at("note").value.trim(), starred: at("starred").checked };
  return at("if-known").hidden ? said : { ...said, ifKnown: at("form").elements["if-known"].value };
}

/** A part of a page is no version of the whole, unless the user wants it to be. */
function suggestWhatItBecomes() {
  const part = !at("what").hidden && at("form").elements.what.value === "selection";
  at("if-known").querySelector(`[value=${part ? "second" : "version"}]`).checked = true;
}

function ask(message) {
  return api.runtime.sendMessage(message);
}

async function showPage() {
  [tab] = await api.tabs.query({ active: true, currentWindow: true });
  const facts = await factsOf(tab.id);
  tab = { id: tab.id, url: facts?.url ?? tab.url ?? "", title: facts?.title ?? tab.title ?? "" };
  at("page-title").textContent = tab.title;
  if (!isWeb(tab.url)) {
    say(at("outcome"), "", "This is a page of the browser’s own. Pages of the web can be saved.");
    at("save").disabled = true;
    return;
  }
  at("page-host").textContent = new URL(tab.url).host;
  if (facts?.selected_words) showSelection(facts.selected_words);
  await showKnown([tab.url, facts?.canonical_url].filter(Boolean));
}

function showSelection(words) {
  at("what").hidden = false;
  at("selection-words").textContent = `Selection (${counted(words, "word")})`;
  at("what").querySelector("[value=selection]").checked = words >= SELECTION_WORDS;
}

async function showKnown(urls) {
  try {
    const found = (await known([...new Set(urls)])).flatMap((each) => each.articles);
    const once = [...new Map(found.map((article) => [article.id, article])).values()];
    at("known").replaceChildren(...once.slice(0, 3).map(lineFor));
    at("known").hidden = at("if-known").hidden = !once.length;
    if (once.length) at("save").textContent = "Save again";
    suggestWhatItBecomes();
  } catch {
    // Said above already: Cuttings is closed or not paired.
  }
}

function lineFor({ title, captured, tags }) {
  const line = document.createElement("p");
  const day = new Date(captured).toLocaleDateString(undefined, { dateStyle: "long" });
  line.textContent = `Saved on ${day}: “${title}”${tags.length ? ` (${tags.join(", ")})` : ""}`;
  return line;
}

async function showConnection() {
  const { token } = await readSettings();
  try {
    const { paired } = await hello();
    at("pair").hidden = paired;
    if (!paired) say(at("connection"), "waiting", "What you save waits here until this browser is paired.");
    else if ((await waiting()).length) ask({ act: "deliver" });
  } catch (fault) {
    if (!(fault instanceof Closed)) throw fault;
    at("pair").hidden = token !== null;
    say(at("connection"), "waiting", "Cuttings isn’t open. What you save waits here and is sent when it opens.");
  }
}

async function showTabs() {
  chosenTabs = await api.tabs.query({ highlighted: true, currentWindow: true });
  at("save-tabs").hidden = chosenTabs.length < 2;
  at("save-tabs").textContent = `Save ${chosenTabs.length} selected tabs`;
}

async function showQueue() {
  const entries = await waiting();
  const failed = entries.filter((entry) => entry.state === "failed").length;
  at("queue").hidden = !entries.length;
  const count = `${counted(entries.length, "page")} ${entries.length === 1 ? "waits" : "wait"} here`;
  at("queue-count").textContent = failed ? `${count}, ${failed} of them couldn’t be saved` : count;
  at("queue-list").replaceChildren(...entries.slice(0, 50).map(itemFor));
}

function itemFor(entry) {
  const item = document.createElement("li");
  const title = document.createElement("p");
  title.textContent = entry.title;
  const state = document.createElement("p");
  state.className = "soft";
  state.textContent = entry.message ?? { waiting: "Not sent yet", sent: "Cuttings is at work on it" }[entry.state];
  item.append(title, state);
  if (entry.state === "failed") item.append(button("Send again", { act: "retry", id: entry.id }, entry));
  item.append(button("Discard", { act: "discard", id: entry.id }, entry));
  return item;
}

function button(label, message, entry) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  made.setAttribute("aria-label", `${label}: ${entry.title}`);
  made.addEventListener("click", () => ask(message));
  return made;
}

async function save(event) {
  event.preventDefault();
  at("save").disabled = true;
  say(at("outcome"), "", "Saving…");
  const wish = at("form").elements.what.value;
  const outcome = await ask({ act: "save", tab, wish, form: form(), expected: tab.url });
  const warnings = (outcome.article?.warnings ?? []).map((warning) => warning.message ?? warning);
  const words = outcome.state === "stored" ? ` (${counted(outcome.article.words, "word")})` : "";
  say(at("outcome"), STATES[outcome.state], [`${outcome.message}${words}`, ...warnings].join("\n"));
  if (outcome.state === "failed") at("save").disabled = false;
  else for (const done of ["form", "known", "connection"]) at(done).hidden = true;
}

async function saveTabs() {
  // What is said of the tab shown is no word on the others.
  const { ifKnown, ...said } = form();
  const message = { act: "saveTabs", tabIds: chosenTabs.map((each) => each.id), form: said };
  const begun = ask(message);
  // At once, while the click still counts. The question may close this form: then the background
  // goes on alone, as soon as it is answered.
  const allowed = await api.permissions.request(ALL_SITES);
  if (!allowed) {
    ask({ act: "forgetTabs" });
    return say(at("outcome"), "failed", "Without that permission only the tab shown can be saved.");
  }
  say(at("outcome"), "", "Saving the tabs…");
  const outcome = await begun;
  if (outcome) say(at("outcome"), outcome.failed.length ? "failed" : "saved", tabsSentence(outcome));
  else say(at("outcome"), "", "The tabs are being saved. The number on the button tells how many wait.");
}

function tabsSentence({ saved, fetched, failed, held }) {
  const pieces = [saved === 1 ? "1 page is on its way." : `${saved} pages are on their way.`];
  if (fetched) pieces.push(`${fetched} could not be read here; Cuttings fetches them itself.`);
  for (const each of failed) pieces.push(`${each.title}: ${each.message}`);
  if (held) pieces.push(held);
  return pieces.join(" ");
}

at("form").addEventListener("submit", save);
at("what").addEventListener("change", suggestWhatItBecomes);
at("save-tabs").addEventListener("click", saveTabs);
for (const id of ["settings", "pair"]) {
  at(id).addEventListener("click", async () => {
    await api.runtime.openOptionsPage();
    window.close();
  });
}
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) at("form").requestSubmit();
});
api.storage.onChanged.addListener((changes) => {
  if ("queue" in changes) showQueue();
});
completeTags(at("tags"), at("suggestions"));
await Promise.all([showConnection(), showPage(), showTabs(), showQueue()]);
if (!at("save").disabled) at("save").focus();
document.body.dataset.ready = "yes";
