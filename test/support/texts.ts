// A browser that translates a page puts other elements in the place of its text nodes. React goes on
// writing to those that were there, and stumbles over them when it takes something away beside them.

/**
 * Texts of ours that are not the one child of their element, now or at another time: React keeps the
 * text node of those, and no hold of any other.
 */
export function mixed(root: Element): string[] {
  const texts = textsIn(root).filter(({ parentElement }) => parentElement!.closest('.bs-root, .bs-picker-popup') !== null);
  return texts.filter((text) => Object.keys(text).some((key) => key.startsWith('__react'))).map((text) => `${text.data} in ${describe(text.parentElement!)}`);
}

/** Money that would be put into other digits, or another currency's sign. */
export function translatable(root: Element): string[] {
  const figures = textsIn(root).filter(({ data, parentElement }) => /^[^\p{L}]*\$[\d.,]+[^\p{L}]*$/u.test(data) && parentElement!.closest('.bs-root') !== null);
  return figures.filter((text) => text.parentElement!.closest('[translate="no"]') === null).map((text) => `${text.data} in ${describe(text.parentElement!)}`);
}

function textsIn(root: Element): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
    (node as Text).data.trim() === '' || node.parentElement?.closest('style, script, textarea, title') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const found: Text[] = [];
  while (walker.nextNode()) found.push(walker.currentNode as Text);
  return found;
}

function describe(element: Element): string {
  return `<${element.localName} class="${element.className}"> of ${element.closest('[class]:not([class=""])')?.className ?? 'nothing'}`;
}
