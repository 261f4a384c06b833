export { checkUrl, type GuardOptions } from './guard.ts';
export { type Fetched, type FetchOptions, guardedFetch } from './guarded-fetch.ts';
export { guardedLook, type Looked } from './guarded-look.ts';
export { guardedPost, type Posted, type PostOptions } from './guarded-post.ts';
export { type Certificate, lookAtHost } from './look-at-certificate.ts';
export { isPublicAddress } from './public-address.ts';
export type { FetchRefusal } from './refusal.ts';
