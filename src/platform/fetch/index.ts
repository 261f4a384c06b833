export { type Fetched, type FetchOptions, guardedFetch } from './guarded-fetch.ts';
export { isPublicAddress } from './public-address.ts';
export type { FetchRefusal } from './refusal.ts';
