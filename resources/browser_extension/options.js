// The settings' page: pairing, and what the button does.
import { api, browserName } from "./browser_api.js";
import { hello, pair } from "./connection.js";
import { readSettings, writeSettings } from "./settings.js";

const ALL_SITES = { origins: ["http://*/*", "https://*/*"] };
const FORGOTTEN =
  "What answers there doesn’t know this browser: Cuttings has forgotten it, or another program poses as Cuttings." +
  " Pair it again only while Cuttings shows a code.";
const at = (id) => document.getElementById(id);

function say(kind, sentence) {
  at("state").className = `notice ${kind}`;
  at("state").textContent = sentence;
}

async function showState() {
  const { token } = await readSettings();
  at("part").hidden = token === null;
  try {
    const { paired } = await hello();
    if (paired) say("saved", "This browser is paired with Cuttings, which is open.");
    else if (token) say("failed", FORGOTTEN);
    else say("waiting", "Cuttings is open. This browser isn’t paired with it yet.");
  } catch {
    const then = token ? "This browser is paired; what you save waits until it opens." : "Open it to pair this browser.";
    say("waiting", `Cuttings isn’t open. ${then}`);
  }
}

at("pairing").addEventListener("submit", async (event) => {
  event.preventDefault();
  const code = at("code").value.replace(/\s/g, "");
  if (!/^\d{6}$/.test(code)) return say("failed", "The code has six digits.");
  try {
    await pair(code, at("name").value.trim() || browserName());
    at("code").value = "";
    await showState();
  } catch (fault) {
    say("failed", fault.message);
  }
});

at("part").addEventListener("click", async () => {
  await writeSettings({ token: null });
  await showState();
});

at("save-at-once").addEventListener("change", () => writeSettings({ saveAtOnce: at("save-at-once").checked }));

at("show-saved").addEventListener("change", async () => {
  const wanted = at("show-saved").checked;
  const allowed = wanted && (await api.permissions.request(ALL_SITES));
  at("show-saved").checked = allowed;
  await writeSettings({ showSaved: allowed });
});

at("port").addEventListener("change", async () => {
  const port = Number(at("port").value);
  await writeSettings({ fixedPort: at("port").validity.valid && port ? port : null });
  await showState();
});

const settings = await readSettings();
at("name").value = browserName();
at("save-at-once").checked = settings.saveAtOnce;
at("show-saved").checked = settings.showSaved;
at("port").value = settings.fixedPort ?? "";
await showState();
document.body.dataset.ready = "yes";
