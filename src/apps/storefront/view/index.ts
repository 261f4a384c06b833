export { assetManifest, BUILD_FOLDER } from './asset-manifest.ts';
export { addAssetRoute } from './asset-route.ts';
export { renderCards, renderSuggestions, renderView } from './render.tsx';
export { templateNames } from './templates.ts';
