import { ask, isPaired, pairWith } from "/v1/pairing.js";

const outcome = document.getElementById("outcome");
const clip = document.getElementById("clip");
let page = null;

function say(text, isProblem = false) {
  outcome.textContent = text;
  outcome.classList.toggle("problem", isProblem);
}

// A page may send anything: only words are taken, and only the user's click sends them on.
function onMessage(event) {
  const data = event.data;
  if (page || event.source !== window.opener || !data || data.cuttings !== 1) return;
  const word = (value) => (typeof value === "string" ? value : "");
  page = {
    url: word(data.url),
    canonical_url: word(data.canonical_url) || null,
    referrer: word(data.referrer) || null,
    title: word(data.title).slice(0, 2000),
    selection: word(data.selection),
    html: word(data.html),
  };
  // The address is what the page says of itself; where the message came from is the browser's word.
  if (!page.url.startsWith(`${event.origin}/`) || event.origin === "null") {
    page.url = event.origin;
    page.canonical_url = null;
  }
  show();
}

async function show() {
  document.getElementById("title").textContent = page.title || "Untitled";
  document.getElementById("address").textContent = page.url;
  clip.hidden = false;
  say(page.selection ? "What is selected on the page is saved." : "");
  try {
    const { known } = await ask("POST", "/v1/known", { urls: [page.url] });
    const first = known[0].articles[0];
    if (first) {
      const day = new Date(first.captured).toLocaleDateString();
      document.getElementById("known").textContent = `Already saved on ${day}.`;
      document.getElementById("second").hidden = page.selection !== "";
    }
  } catch (failure) {
    say(failure.message, true);
  }
}

async function send(event) {
  event.preventDefault();
  const button = clip.querySelector("button");
  button.disabled = true;
  const id = crypto.randomUUID();
  try {
    await ask("POST", "/v1/clips", {
      id,
      kind: page.selection ? "selection" : "page",
      url: page.url,
      canonical_url: page.canonical_url,
      referrer: page.referrer,
      title: page.title,
      captured: new Date().toISOString(),
      html: page.selection || page.html,
      tags: clip.elements.tags.value.split(",").map((tag) => tag.trim()).filter(Boolean),
      note: clip.elements.note.value,
      ...(clip.elements.second.checked ? { if_known: "second" } : {}),
    });
    say("Sent; it is being cleaned…");
    await follow(id);
  } catch (failure) {
    button.disabled = false;
    say(failure.message, true);
  }
}

async function follow(id) {
  for (;;) {
    const found = await ask("GET", `/v1/clips/${id}`);
    if (found.state === "failed") throw new Error(found.message);
    if (found.article) {
      const words = found.article.words.toLocaleString();
      const warning = found.article.warnings[0];
      say(`${found.message ?? `Saved: ${words} words.`}${warning ? ` ${warning.message}` : ""}`);
      clip.hidden = true;
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

function listen() {
  if (!window.opener) {
    say("The page cut its tie to this window. Use the browser extension for it.", true);
    return;
  }
  say("Waiting for the page…");
  addEventListener("message", onMessage);
  window.opener.postMessage("cuttings-ready", "*");
}

clip.addEventListener("submit", send);
try {
  if (await isPaired()) listen();
  else {
    say("");
    pairWith(document.getElementById("pairing"), listen);
  }
} catch (failure) {
  say(failure.message, true);
}
