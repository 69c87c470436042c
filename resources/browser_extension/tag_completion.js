// The line for tags: completes the one that is being typed with those of the archive.
import { tagsFor } from "./connection.js";

const PAUSE_MS = 120;

/** The tags written in a line, each once. */
export function tagsOf(line) {
  return [...new Set(line.split(",").map((tag) => tag.trim()).filter(Boolean))];
}

/** Let `input` offer tags in `list`: arrow keys choose, Enter or Tab takes, Escape closes. */
export function completeTags(input, list) {
  let timer = null;
  let chosen = -1;

  function begun() {
    return input.value.slice(input.value.lastIndexOf(",") + 1).trim();
  }

  function close() {
    clearTimeout(timer);
    chosen = -1;
    list.hidden = true;
    list.replaceChildren();
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function choose(at) {
    chosen = (at + list.children.length) % list.children.length;
    [...list.children].forEach((item, index) => item.setAttribute("aria-selected", index === chosen));
    input.setAttribute("aria-activedescendant", list.children[chosen].id);
    list.children[chosen].scrollIntoView({ block: "nearest" });
  }

  function take(tag) {
    const before = input.value.slice(0, input.value.lastIndexOf(",") + 1);
    input.value = `${before}${before ? " " : ""}${tag}, `;
    close();
    input.focus();
  }

  async function offer() {
    const prefix = begun();
    let tags = [];
    try {
      tags = prefix ? await tagsFor(prefix) : [];
    } catch {
      // Cuttings is closed or not paired: the line takes any tag all the same.
    }
    if (prefix !== begun()) return; // typed on meanwhile
    const taken = new Set(tagsOf(input.value));
    const items = tags.filter((tag) => !taken.has(tag)).map((tag, index) => itemFor(tag, index));
    if (!items.length) return close();
    list.replaceChildren(...items);
    list.hidden = false;
    chosen = -1;
    input.setAttribute("aria-expanded", "true");
    input.removeAttribute("aria-activedescendant");
  }

  function itemFor(tag, index) {
    const item = document.createElement("li");
    item.id = `suggestion-${index}`;
    item.role = "option";
    item.textContent = tag;
    item.setAttribute("aria-selected", "false");
    item.addEventListener("mousedown", (event) => {
      event.preventDefault(); // the line keeps the keyboard
      take(tag);
    });
    return item;
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(offer, PAUSE_MS);
  });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (list.hidden || event.ctrlKey || event.metaKey) return;
    const { key } = event;
    if (key === "ArrowDown") choose(chosen + 1);
    else if (key === "ArrowUp") choose(chosen < 0 ? list.children.length - 1 : chosen - 1);
    else if ((key === "Enter" || key === "Tab") && chosen >= 0) take(list.children[chosen].textContent);
    else if (key === "Escape") close();
    else return;
    event.preventDefault();
  });
}
