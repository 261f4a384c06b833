export type { FileStore, Stored, StoredFile } from './file-store.ts';
export { folderStore } from './folder-store.ts';
export { type S3Settings, s3Store } from './s3-store.ts';
