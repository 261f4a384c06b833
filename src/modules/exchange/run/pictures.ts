import type { Tx } from '../../../platform/database/index.ts';
import type { AssetId } from '../../catalog/index.ts';

/** The asset of each source that could be had, and why others could not. */
export type Assets = ReadonlyMap<string, AssetId | { readonly problem: string }>;

/** Where an import's pictures and downloads come from. */
export type Pictures = {
  /**
   * Addresses are asked for in the batch's own transaction and fetched later by jobs; names are looked up in
   * the folder or archive that was given with the import, else among the shop's own.
   */
  readonly find: (
    tx: Tx,
    sources: { readonly pictures: readonly string[]; readonly downloads: readonly string[] },
  ) => Promise<Assets>;
};

export function isAddress(source: string): boolean {
  if (!/^https?:\/\//i.test(source) || source.length > 2_048) return false;
  return URL.canParse(source);
}
