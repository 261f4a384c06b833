import type { Renderer } from '../deps.ts';
import { xmlText } from '../seo/xml.ts';

/** Draws pages as little as possible: for tests of what is answered rather than of how it looks. */
export const plainRenderer: Renderer = {
  renderView: (view) => `<!doctype html><pre id="view">${xmlText(JSON.stringify(view))}</pre>`,
  renderCards: (cards) => `<ul>${cards.map((card) => `<li>${xmlText(card.title)}</li>`).join('')}</ul>`,
  renderSuggestions: (suggestions) => `<div>${xmlText(JSON.stringify(suggestions))}</div>`,
  checkoutScripts: { checkout: '/assets/checkout.js', pay: '/assets/pay.js' },
  assets: () => ({ styles: [], scripts: [], fonts: [] }),
};
