export type { Renderer, StorefrontDeps } from './deps.ts';
export { addMediaRoute } from './media-route.ts';
export { registerStorefront } from './register.ts';
export { viewRenderer } from './view-renderer.ts';
