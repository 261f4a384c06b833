export { PageCache } from './page-cache.ts';
export { type Encoding, encodingFor, isStoredPage, type StoredPage, storedPage } from './stored-page.ts';
