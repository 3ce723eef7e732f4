// What Chrome and Edge do to a page that they translate, from now on and to whatever comes: each text
// node gives way to elements with other words. Here the words stay, so that a story finds its own.

export interface Translator {
  /** Texts that were React's own, of which it has no hold any more: it would go on writing to what nobody sees. */
  readonly cutLoose: readonly string[];
  stop(): void;
}

const LEFT_ALONE = 'font, textarea, script, style, title, option, [translate="no"]';

export function translate(root: Element): Translator {
  const cutLoose: string[] = [];

  function put(text: Text): void {
    const { parentElement, data } = text;
    if (parentElement === null || !/\p{L}/u.test(data) || parentElement.closest(LEFT_ALONE) !== null) return;
    const isReacts = Object.keys(text).some((key) => key.startsWith('__react'));
    if (isReacts && parentElement.closest('.bs-root, .bs-picker-popup') !== null) cutLoose.push(`${data} in <${parentElement.localName} class="${parentElement.className}">`);
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    inner.append(data);
    outer.append(inner);
    text.replaceWith(outer);
  }

  function putAll(from: Node): void {
    if (from instanceof Text) return put(from);
    const walker = document.createTreeWalker(from, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    texts.forEach(put);
  }

  const observer = new MutationObserver((records) => records.forEach(({ addedNodes }) => addedNodes.forEach(putAll)));
  observer.observe(root, { childList: true, subtree: true });
  putAll(root);
  return { cutLoose, stop: () => observer.disconnect() };
}
