/** A table that is wider than a phone is moved with the keys, too. */
export const SCROLLED = { viewportProps: { tabIndex: 0 } };
