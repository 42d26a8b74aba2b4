const GAP = 4;
const EDGE = 8;

/**
 * Puts an open popover under its anchor, at the anchor's inline start, above it when there is no room below. Narrow
 * windows leave sheets to the style sheet.
 *
 * @param {HTMLElement} popover
 * @param {HTMLElement} anchor
 * @param {{ stretch?: boolean }} [options] stretch: at least as wide as the anchor
 */
export function place(popover, anchor, { stretch = false } = {}) {
  const box = anchor.getBoundingClientRect();
  const style = popover.style;
  if (stretch) style.minInlineSize = `${box.width}px`;
  style.maxInlineSize = `${innerWidth - 2 * EDGE}px`;
  const { offsetWidth: width, offsetHeight: height } = popover;
  const rtl = getComputedStyle(anchor).direction === 'rtl';
  const start = rtl ? box.right - width : box.left;
  const below = box.bottom + GAP;
  const above = box.top - GAP - height;
  const fits = below + height <= innerHeight - EDGE || above < EDGE;
  style.inset = 'auto';
  style.setProperty('left', `${clamp(start, EDGE, innerWidth - width - EDGE)}px`);
  style.setProperty('top', `${fits ? Math.min(below, Math.max(EDGE, innerHeight - height - EDGE)) : above}px`);
}

/** @param {number} value @param {number} low @param {number} high */
const clamp = (value, low, high) => Math.max(low, Math.min(value, high));
