// Searches the articles of this site in the browser. The index lies in script files beside the
// pages, parted by the beginnings of words: a page that was opened as a file may load nothing else.
"use strict";

(() => {
  const AT_ONCE = 20;
  const site = window.cuttings;
  const told = document.getElementById("told");
  const list = document.getElementById("found");
  const more = document.getElementById("more");
  const filters = document.getElementById("filters");
  const field = document.getElementById("query");
  const loaded = new Map();
  let hits = [];
  let shown = [];
  let drawn = 0;
  let words = [];
  let turn = 0;

  function load(name) {
    if (!loaded.has(name)) {
      loaded.set(name, new Promise((resolve) => {
        const script = document.createElement("script");
        script.src = `search/${name}.js`;
        // A part that isn't there holds nothing.
        script.onload = script.onerror = () => resolve(site.parts[name]);
        document.head.append(script);
      }));
    }
    return loaded.get(name);
  }

  // The articles by number with what a word counts there; those with the word itself count more.
  async function found(word) {
    const part = (await load(`w/${site.shard(word.text)}`)) || {};
    const result = new Map();
    for (const term of Object.keys(part)) {
      const same = term === word.text;
      if (!same && (word.whole || !term.startsWith(word.text))) continue;
      const postings = part[term];
      const rare = Math.log(1 + (site.count * 4) / postings.length) * (same ? 1 : 0.6);
      let number = 0;
      for (const each of postings) {
        number += each >> 2;
        const weight = rare * (1 + (each & 3));
        if (weight > (result.get(number) || 0)) result.set(number, weight);
      }
    }
    return result;
  }

  async function search() {
    const mine = ++turn;
    words = site.words(field.value);
    const begun = performance.now();
    let scores = null;
    for (const next of await Promise.all(words.map(found))) {
      if (scores === null) { scores = next; continue; }
      const both = new Map();
      for (const [number, weight] of scores) {
        if (next.has(number)) both.set(number, weight + next.get(number));
      }
      scores = both;
    }
    if (mine !== turn) return;
    hits = scores === null ? [] : [...scores].sort((a, b) => b[1] - a[1] || b[0] - a[0]).map((each) => each[0]);
    document.documentElement.dataset.took = (performance.now() - begun).toFixed(1);
    offer();
    narrow();
  }

  function has(facet, number, value) {
    const codes = facet.codes[number];
    return Array.isArray(codes) ? codes.includes(value) : codes === value;
  }

  function offer() {
    filters.hidden = hits.length < 2;
    filters.replaceChildren();
    for (const facet of site.facets) {
      const counts = new Map();
      for (const number of hits) {
        for (const code of [facet.codes[number]].flat()) counts.set(code, (counts.get(code) || 0) + 1);
      }
      counts.delete(-1);
      if (counts.size < 2) continue;
      const label = document.createElement("label");
      const select = document.createElement("select");
      select.facet = facet;
      select.append(new Option(`All`, ""));
      const order = facet.sorted ? [...counts].sort((a, b) => a[0] - b[0]) : [...counts].sort((a, b) => b[1] - a[1]);
      for (const [code, count] of order.slice(0, 500)) select.append(new Option(`${facet.names[code]} (${count})`, code));
      label.append(facet.words, select);
      filters.append(label);
    }
  }

  function narrow() {
    const chosen = [...filters.querySelectorAll("select")].filter((each) => each.value !== "");
    shown = hits.filter((number) => chosen.every((each) => has(each.facet, number, Number(each.value))));
    drawn = 0;
    list.replaceChildren();
    const number = shown.length.toLocaleString("en");
    told.textContent = words.length === 0 ? "Type words to look for; the beginning of a word will do." : `${number} ${shown.length === 1 ? "article" : "articles"}`;
    draw();
  }

  async function draw() {
    const mine = turn;
    const numbers = shown.slice(drawn, drawn + AT_ONCE);
    drawn += numbers.length;
    const parts = await Promise.all(numbers.map((number) => load(`d/${Math.floor(number / site.chunk)}`)));
    if (mine !== turn) return;
    numbers.forEach((number, at) => list.append(card((parts[at] || [])[number % site.chunk])));
    more.hidden = drawn >= shown.length;
    document.documentElement.dataset.drawn = String(drawn);
  }

  function card(article) {
    const item = document.createElement("li");
    item.className = "card";
    if (!article) return item;
    const [href, title, facts, lead, language] = article;
    const link = document.createElement("a");
    link.href = href;
    const facing = document.createElement("span");
    facing.className = "facts";
    facing.textContent = facts;
    const text = document.createElement("p");
    for (const each of [link, text]) {
      each.dir = "auto";
      if (language) each.lang = language;
    }
    link.append(...marked(title));
    text.append(...marked(lead));
    item.append(link, facing, text);
    return item;
  }

  // The text in pieces, those marked that begin as a word looked for does.
  function marked(text) {
    const pieces = [];
    let done = 0;
    for (const match of text.matchAll(site.letters)) {
      const folded = site.fold(match[0]);
      const hit = words.some((word) => word.unspaced ? folded.includes(word.text) : word.whole ? folded === word.text : folded.startsWith(word.text));
      if (!hit) continue;
      const mark = document.createElement("mark");
      mark.textContent = match[0];
      pieces.push(text.slice(done, match.index), mark);
      done = match.index + match[0].length;
    }
    pieces.push(text.slice(done));
    return pieces;
  }

  let waiting = 0;
  field.value = new URLSearchParams(location.search).get("q") || "";
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 120);
  });
  field.form.addEventListener("submit", (event) => {
    event.preventDefault();
    search();
  });
  filters.addEventListener("change", narrow);
  more.addEventListener("click", draw);
  field.focus();
  search();
})();
