/** What lies over the page, or holds what is in it apart: a dialog, whoever made it, a popover, our own layers among them. */
const LAYERS = 'dialog, [popover], [role="dialog"]:not(.bs-root), [role="alertdialog"]:not(.bs-root)';

/**
 * The nearest part of the page that holds `element` and is its own layer or root; `undefined` for the page itself.
 * What is put outside of it would lie below, take no pointer, or be without its style sheets.
 */
export function layerAround(element: Element): Element | ShadowRoot | undefined {
  const root = element.getRootNode();
  const shadow = isShadowRoot(root) ? root : undefined;
  // Seen from within a shadow root, the document's fullscreen element is the host or what holds it.
  const full = (shadow ?? document).fullscreenElement ?? undefined;
  const layer = element.closest(LAYERS) ?? undefined;
  const around = full !== undefined && full.contains(element) && !(layer !== undefined && full.contains(layer)) ? full : layer;
  return around ?? shadow;
}

function isShadowRoot(root: Node): root is ShadowRoot {
  return typeof ShadowRoot === 'function' && root instanceof ShadowRoot;
}
