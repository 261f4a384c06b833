import { expectOk } from '../../kernel/index.ts';
import type { AssetId } from '../../modules/catalog/index.ts';
import { type MediaDeps, storeFile } from '../../modules/media/index.ts';
import { pdfOf } from '../world/pattern-pdf.ts';
import type { WorldProduct } from '../world/world.ts';

/** What the buyers of digital products download, by the products' handles. */
export type Downloads = ReadonlyMap<string, { readonly assetId: AssetId; readonly name: string }>;

/** Writes and stores a PDF for each digital product; media keeps the same bytes once. */
export async function storeDownloads(deps: MediaDeps, products: readonly WorldProduct[]): Promise<Downloads> {
  const stored = new Map<string, { readonly assetId: AssetId; readonly name: string }>();
  for (const { handle, draft } of products.filter(({ draft }) => draft.kind === 'digital')) {
    const data = pdfOf(draft.title, pagesOf(draft.title));
    const { assetId } = expectOk(await storeFile(deps, { data, fileName: `${handle}.pdf` }));
    stored.set(handle, { assetId, name: `${draft.title}.pdf` });
  }
  return stored;
}

function pagesOf(title: string): string[][] {
  return [
    [
      title,
      'Larch & Lantern',
      '',
      'You need: 1.5 m of linen, 140 cm wide; matching thread; an afternoon.',
      'All seams: 1 cm. Print at 100 %, without fitting to the page.',
      '',
      '1. Front: cut 1 on the fold, 88 cm long, 64 cm wide at the hem, 28 cm at the bib.',
      '2. Straps: cut 2, each 8 cm wide and 92 cm long, along the grain.',
      '3. Pocket: cut 1, 34 cm wide and 22 cm deep.',
    ],
    [
      'Sewing',
      '',
      '4. Fold each strap lengthwise, sew the long side, turn it and press it flat.',
      '5. Hem the pocket at its upper edge and sew it to the front, 34 cm below the bib.',
      '6. Hem the front all around. Cross the straps at the back and sew them to the sides.',
      '',
      'Wash before the first use. For your own sewing; please do not sell the pattern on.',
    ],
  ];
}
