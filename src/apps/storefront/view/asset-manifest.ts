import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TemplateName } from '../model/index.ts';

/** The addresses of what the build wrote: `/assets/…` with a hash of the content in every name. */
export type AssetManifest = {
  readonly styles: Readonly<Record<TemplateName, readonly string[]>>;
  /** Fonts worth loading before the style sheet asks: those above the fold. */
  readonly fonts: Readonly<Record<TemplateName, readonly string[]>>;
  readonly scripts: readonly string[];
  /** Alone on their pages: the checkout's, and that of the page with a provider's fields. */
  readonly checkoutScript: string;
  readonly payScript: string;
};

/** Where scripts/build.ts writes: `assets/` is served under `/assets/`. */
export const BUILD_FOLDER = join(import.meta.dirname, '../../../../dist/storefront');

let manifest: AssetManifest | undefined;

/** What the build wrote, read once a process; throws when nothing was built. */
export function assetManifest(): {
  styles: (template: TemplateName) => readonly string[];
  fonts: (template: TemplateName) => readonly string[];
  scripts: readonly string[];
  checkoutScript: string;
  payScript: string;
} {
  const { styles, fonts, ...scripts } = readManifest();
  return { styles: (template) => styles[template], fonts: (template) => fonts[template], ...scripts };
}

function readManifest(): AssetManifest {
  manifest ??= JSON.parse(readFileSync(join(BUILD_FOLDER, 'manifest.json'), 'utf8')) as AssetManifest;
  return manifest;
}
