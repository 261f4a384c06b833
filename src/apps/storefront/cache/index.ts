export { PageCache } from './page-cache.ts';
export {
  bodyOnceIn,
  type Encoding,
  encodingFor,
  isStoredPage,
  type StoredPage,
  storedPage,
} from './stored-page.ts';
