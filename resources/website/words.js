// How words are folded and parted, as the index was made. What the browser would fold otherwise
// stands in the tables that are given to it.
"use strict";

window.cuttings = { parts: {} };
((site) => {
  site.tables = (marks, letters) => {
    const stripped = new RegExp(marks, "gu");
    site.fold = (text) => {
      const lower = text.normalize("NFKD").toLowerCase();
      const same = [...lower].map((letter) => letters[letter] ?? letter).join("");
      return same.normalize("NFKD").replace(stripped, "").normalize("NFC");
    };
  };
  site.letters = /[\p{L}\p{N}\p{M}_]+/gu;
  site.unspaced = (letter) => UNSPACED.test(letter);
  const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u31f0-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;

  // The terms of a query: words, which may be beginnings, and pairs of letters where no spaces are.
  site.words = (query) => {
    const terms = new Map();
    for (const [run] of site.fold(query).matchAll(site.letters)) {
      for (const piece of pieces([...run])) {
        if (!site.unspaced(piece[0])) {
          terms.set(piece.slice(0, LONGEST).join(""), { whole: false, unspaced: false });
          continue;
        }
        if (piece.length === 1) terms.set(piece[0], { whole: false, unspaced: true });
        for (let at = 0; at + 1 < piece.length; at += 1) terms.set(piece[at] + piece[at + 1], { whole: true, unspaced: true });
      }
    }
    return [...terms].slice(0, 20).map(([text, rest]) => ({ text, ...rest }));
  };
  const LONGEST = 40;

  function pieces(letters) {
    const found = [];
    for (const letter of letters) {
      const last = found[found.length - 1];
      if (last && site.unspaced(last[0]) === site.unspaced(letter)) last.push(letter);
      else found.push([letter]);
    }
    return found;
  }

  site.shard = (term) => {
    const [first, second] = [...term];
    const code = first.codePointAt(0);
    if (site.unspaced(first)) return `u${(code >> 3).toString(16)}`;
    return `${code.toString(16)}-${second === undefined ? 0 : second.codePointAt(0).toString(16)}`;
  };
})(window.cuttings);
