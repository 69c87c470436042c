// What the user chose and what pairing gave, kept in this browser only (never synchronised).
import { api } from "./browser_api.js";

const DEFAULTS = {
  token: null, // given by Cuttings when it was paired
  port: null, // where Cuttings answered last
  fixedPort: null, // where the user says that it listens
  saveAtOnce: false, // the button saves without the form
  showSaved: false, // the button shows which pages are saved
};

/** All settings, with what holds where nothing was chosen. */
export function readSettings() {
  return api.storage.local.get(DEFAULTS);
}

/** Keep these settings; the others stay as they are. */
export function writeSettings(changed) {
  return api.storage.local.set(changed);
}
