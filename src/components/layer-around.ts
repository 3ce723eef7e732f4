/** What lies over the page, or holds what is in it apart: a dialog, whoever made it, a popover, our own layers among them. */
const LAYERS = 'dialog, [popover], [role="dialog"]:not(.bs-root), [role="alertdialog"]:not(.bs-root)';

/**
 * The nearest part of the page that holds `element` and is its own layer or root; `undefined` for the page itself.
 * What is put outside of it would lie below, take no pointer, or be without its style sheets.
 */
export function layerAround(element: Element): Element | ShadowRoot | undefined {
  const root = element.getRootNode() as Document | ShadowRoot;
  // Seen from within a shadow root, the document's fullscreen element is the host or what holds it.
  const full = root.fullscreenElement ?? undefined;
  const layer = element.closest(LAYERS) ?? undefined;
  const around = full !== undefined && full.contains(element) && !(layer !== undefined && full.contains(layer)) ? full : layer;
  // By what it has: of another window, it is no `ShadowRoot` of this one.
  return around ?? ('host' in root ? root : undefined);
}
