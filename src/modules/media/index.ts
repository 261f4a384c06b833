export type { AssetId, AssetKind, Picture } from './asset.ts';
export { findAssetsByName, readAssetSources } from './asset-sources.ts';
export { editPicture, previewEdit } from './edit/edit-picture.ts';
export { type Recipe, recipe } from './edit/recipe.ts';
export { readEdits, readOriginals } from './edit/store.ts';
export type { PictureRefusal } from './examine.ts';
export { type FetchAsset, fetchAsset } from './fetch-asset.ts';
export { type ImportedPicture, importPictures } from './import-pictures.ts';
export { readPictures } from './read-pictures.ts';
export { type Rendition, type RenditionRequest, renderAhead, rendition } from './render.ts';
export { requestAsset, requestAssets } from './request-asset.ts';
export { type Asset, type MediaDeps, storeAsset } from './store-asset.ts';
export { type FileRefusal, openOriginal, type StoredFile, storeFile } from './store-file.ts';
export { mediaJobs, mediaReactions } from './tasks.ts';
export { type Format, pictureUrl, srcset, WIDTHS, widthsOf } from './widths.ts';
export { type FileEntry, readZipEntries, type ZipLimits, type ZipRefusal } from './zip/read-zip.ts';

import './events.ts';
