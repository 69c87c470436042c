// The page as the user sees it. Only this one function is here, and it names nothing outside
// itself: the browser hands its text to the page and runs it there, apart from the page's scripts.
//
// Written are the elements after scripts, shadow roots as <template shadowrootmode="open">, the
// addresses of pictures loaded late, and frames of the same origin that hold text. Left out are
// programs, style sheets and whatever was typed. Nothing in the page is changed.

/**
 * The page's facts and its HTML. `wish` is "page", "selection", "auto" (the selection where it has
 * more than a few words, else the page) or "facts" (no HTML at all).
 */
export function capturePage(wish) {

  const VOID = new Set(
    "area base br col embed hr img input link meta param source track wbr".split(" "),
  );
  // Their text is written as it is: https://html.spec.whatwg.org/#html-fragment-serialisation-algorithm
  const RAW = new Set("style script xmp iframe noembed noframes noscript plaintext".split(" "));
  const DATA_SCRIPT = /json|math\//i;
  const LATE = "data-src data-original data-lazy-src data-lazy data-full-src data-hi-res-src".split(" ");
  const LATE_SETS = ["data-srcset", "data-lazy-srcset"];
  // A frame with fewer words is an advertisement or a button.
  const FRAME_WORDS = 100;
  const MAX_DATA_PICTURE = 1_000_000;
  const MAX_DATA_TOTAL = 6_000_000;
  // So many words chosen are meant to be saved alone; fewer are a word looked up.
  const SELECTION_WORDS = 12;

  let dataRoom = MAX_DATA_TOTAL;

  function shadowRootOf(element) {
    try {
      if (globalThis.chrome?.dom?.openOrClosedShadowRoot && element instanceof HTMLElement)
        return chrome.dom.openOrClosedShadowRoot(element);
    } catch {
      // The element can't have one.
    }
    return element.openOrClosedShadowRoot ?? element.shadowRoot ?? null;
  }

  function escapeText(text) {
    return text.replace(/[&\u00a0<>]/g, (sign) => ENTITIES[sign]);
  }

  function escapeValue(value) {
    return value.replace(/[&\u00a0<>"]/g, (sign) => ENTITIES[sign]);
  }

  const ENTITIES = { "&": "&amp;", "\u00a0": "&nbsp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

  function isWeb(address) {
    return /^https?:/i.test(address ?? "");
  }

  function absolute(address, element) {
    try {
      return new URL(address, element.baseURI).href;
    } catch {
      return null;
    }
  }

  /** The address of the widest picture of a `srcset`. */
  function widest(set) {
    const offers = [...set.matchAll(/(\S+?)(?:\s+([\d.]+)[wx])?\s*(?:,\s|$)/g)];
    offers.sort((one, other) => Number(other[2] ?? 0) - Number(one[2] ?? 0));
    return offers[0]?.[1];
  }

  /** The address of the picture that is shown, or will be when the reader gets there. */
  function pictureAddress(image) {
    if (isWeb(image.currentSrc) && !LATE.some((name) => image.hasAttribute(name)))
      return image.currentSrc;
    for (const name of LATE) {
      const address = image.getAttribute(name);
      const found = address && absolute(address.trim(), image);
      if (isWeb(found)) return found;
    }
    for (const name of LATE_SETS) {
      const address = widest(image.getAttribute(name) ?? "");
      const found = address && absolute(address, image);
      if (isWeb(found)) return found;
    }
    return isWeb(image.currentSrc) ? image.currentSrc : null;
  }

  function attributesOf(element, name) {
    const written = new Map();
    for (const { name: attribute, value } of element.attributes) written.set(attribute, value);
    if (name === "img") {
      const address = pictureAddress(element);
      if (address) written.set("src", address);
    }
    // What is typed or hidden in a form is the user's or the site's secret, and no article.
    if (name === "input") written.delete("value");
    for (const attribute of ["src", "srcset", "href", "poster", "data-src"]) {
      const value = written.get(attribute);
      if (value && /data:/i.test(value.slice(0, 20)) && !roomFor(value)) written.delete(attribute);
    }
    for (const attribute of [...written.keys()])
      if (/^on/i.test(attribute) || attribute === "nonce" || attribute === "srcdoc")
        written.delete(attribute);
    let text = "";
    for (const [attribute, value] of written) text += ` ${attribute}="${escapeValue(value)}"`;
    return text;
  }

  function roomFor(value) {
    if (value.length > MAX_DATA_PICTURE || value.length > dataRoom) return false;
    dataRoom -= value.length;
    return true;
  }

  function isLeftOut(element, name) {
    if (name === "script") return !DATA_SCRIPT.test(element.type ?? "");
    if (name === "style") return true;
    if (name === "meta") return /csrf|token|nonce/i.test(element.name);
    return name === "link" && /stylesheet|preload|prefetch|modulepreload|preconnect/i.test(element.rel);
  }

  function frameBody(frame) {
    let inner;
    try {
      inner = frame.contentDocument;
    } catch {
      return null; // another origin's
    }
    const body = inner?.body;
    if (!body || !frame.getClientRects().length) return null;
    return (body.innerText ?? "").split(/\s+/).length >= FRAME_WORDS ? body : null;
  }

  /** The nodes as HTML. Without recursion: a page may be nested deeper than a stack is. */
  function serialise(nodes) {
    const pieces = [];
    const stack = [...nodes].reverse();
    const push = (children) => {
      for (let at = children.length - 1; at >= 0; at -= 1) stack.push(children[at]);
    };
    while (stack.length) {
      const node = stack.pop();
      if (typeof node === "string") pieces.push(node);
      else if (node.nodeType === Node.TEXT_NODE) {
        const raw = RAW.has(node.parentElement?.localName);
        pieces.push(raw ? node.data : escapeText(node.data));
      } else if (node.nodeType === Node.ELEMENT_NODE) writeElement(node, pieces, stack, push);
    }
    return pieces.join("");
  }

  function writeElement(element, pieces, stack, push) {
    const name = element.localName;
    if (isLeftOut(element, name)) return;
    if (name === "iframe") {
      const body = frameBody(element);
      if (!body) {
        pieces.push(`<iframe${attributesOf(element, name)}></iframe>`);
        return;
      }
      pieces.push(`<div data-frame="${escapeValue(body.baseURI)}">`);
      stack.push("</div>");
      push(body.childNodes);
      return;
    }
    pieces.push(`<${name}${attributesOf(element, name)}>`);
    if (VOID.has(name)) return;
    stack.push(`</${name}>`);
    if (name === "textarea") return;
    push(name === "template" ? element.content.childNodes : element.childNodes);
    const shadow = shadowRootOf(element);
    if (shadow) {
      stack.push("</template>");
      push(shadow.childNodes);
      stack.push('<template shadowrootmode="open">');
    }
  }

  function chosenRange() {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
    return selection;
  }

  /** What is selected, within the list or table that it was taken from, so that it stays one. */
  function selectedHtml(selection) {
    const pieces = [];
    for (let at = 0; at < selection.rangeCount; at += 1) {
      const range = selection.getRangeAt(at);
      let html = serialise(range.cloneContents().childNodes);
      const common = range.commonAncestorContainer;
      let holder = common.nodeType === Node.ELEMENT_NODE ? common : common.parentElement;
      for (; holder && holder !== document.body; holder = holder.parentElement)
        if (/^(ul|ol|li|table|tbody|thead|tr|td|th|pre|blockquote|p|h[1-6]|a)$/.test(holder.localName))
          html = `<${holder.localName}${attributesOf(holder, holder.localName)}>${html}</${holder.localName}>`;
      pieces.push(html);
    }
    return pieces.join("\n");
  }

  /** The head without what tells the whole article once more. */
  function headForSelection() {
    const kept = [...(document.head?.children ?? [])].filter((each) =>
      ["title", "meta", "base", "link"].includes(each.localName),
    );
    return serialise(kept);
  }

  function rootTag() {
    return `<html${attributesOf(document.documentElement, "html")}>`;
  }

  const selection = chosenRange();
  const words = selection ? selection.toString().split(/\s+/).filter(Boolean).length : 0;
  const page = {
    url: document.URL,
    canonical_url: document.querySelector('link[rel~="canonical" i]')?.href ?? null,
    referrer: document.referrer || null,
    title: document.title || document.URL,
    captured: new Date().toISOString(),
    content_type: document.contentType,
    selected_words: words,
  };
  if (wish === "facts") return page;
  const takesSelection =
    wish === "selection" ? words > 0 : wish === "auto" && words >= SELECTION_WORDS;
  page.kind = takesSelection ? "selection" : "page";
  page.html = takesSelection
    ? `<!DOCTYPE html>${rootTag()}<head>${headForSelection()}</head><body>${selectedHtml(selection)}</body></html>`
    : `<!DOCTYPE html>${serialise([document.documentElement])}`;
  return page;
}
