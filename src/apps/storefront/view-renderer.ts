import type { Renderer } from './deps.ts';
import type { TemplateName } from './model/index.ts';
import { assetManifest, renderCards, renderSuggestions, renderView } from './view/index.ts';

/** The shop's own look. Needs what `npm run build` makes. */
export function viewRenderer(): Renderer {
  const manifest = assetManifest();
  return {
    renderView,
    renderCards,
    renderSuggestions,
    assets: (template: TemplateName) => ({
      styles: manifest.styles(template),
      scripts: manifest.scripts,
      fonts: manifest.fonts(template),
    }),
    checkoutScripts: {
      checkout: manifest.checkoutScript,
      pay: manifest.payScript,
    },
  };
}
