// The browser's extension API: Firefox calls it `browser`, Chromium `chrome`; both give promises.
export const api = globalThis.browser ?? globalThis.chrome;

/** What this browser calls itself, for the list of paired browsers in Cuttings. */
export function browserName() {
  const agent = navigator.userAgent;
  const known = [["Edg/", "Edge"], ["OPR/", "Opera"], ["Firefox/", "Firefox"], ["Chrome/", "Chromium"]];
  const found = known.find(([sign]) => agent.includes(sign));
  return found ? found[1] : "Browser";
}
