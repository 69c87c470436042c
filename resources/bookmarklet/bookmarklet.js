import { isPaired, pairWith } from "/v1/pairing.js";

// What the bookmark does on a page: opens our window, and sends the page to it alone when it asks.
function bookmark(origin) {
  const opened = window.open(`${origin}/v1/receive`, "cuttings", "width=520,height=560");
  if (!opened) {
    alert("The browser didn't let the window of Cuttings open.");
    return;
  }
  const onMessage = (event) => {
    if (event.origin !== origin || event.data !== "cuttings-ready") return;
    removeEventListener("message", onMessage);
    const chosen = getSelection();
    let selection = "";
    if (chosen && !chosen.isCollapsed) {
      const holder = document.createElement("div");
      for (let at = 0; at < chosen.rangeCount; at += 1) {
        holder.append(chosen.getRangeAt(at).cloneContents());
      }
      selection = holder.innerHTML;
    }
    const link = document.querySelector("link[rel=canonical]");
    opened.postMessage(
      {
        cuttings: 1,
        url: location.href,
        canonical_url: link ? link.href : null,
        referrer: document.referrer || null,
        title: document.title,
        selection,
        html: `<!doctype html>${document.documentElement.outerHTML}`,
      },
      origin,
    );
  };
  addEventListener("message", onMessage);
}

const ready = document.getElementById("ready");
const source = `(${bookmark})(${JSON.stringify(location.origin)})`.replace(/\n\s*/g, " ");
document.getElementById("link").href = `javascript:${encodeURIComponent(source)}`;

try {
  if (await isPaired()) ready.hidden = false;
  else pairWith(document.getElementById("pairing"), () => { ready.hidden = false; });
} catch (failure) {
  document.getElementById("problem").textContent = failure.message;
}
