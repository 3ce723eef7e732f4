/** Set once, for this window. */
let isStill = false;

/**
 * On a sheet of many states each is in a window of its own, and what its play brings into sight would
 * take the sheet along, with its reader. There nothing scrolls by itself.
 */
export function keepSheetStill(): void {
  if (isStill || !isOnSheet()) return;
  isStill = true;
  Element.prototype.scrollIntoView = () => {};
  const focus = HTMLElement.prototype.focus;
  HTMLElement.prototype.focus = function (options) {
    focus.call(this, { ...options, preventScroll: true });
  };
}

function isOnSheet(): boolean {
  try {
    return window.parent !== window && window.parent.document.querySelector('.bs-docs-sheet') !== null;
  } catch {
    // Within a page of somebody else's.
    return false;
  }
}
