import type { Item } from '../../../../modules/inventory/index.ts';
import { readPictures } from '../../../../modules/media/index.ts';
import type { Db } from '../../../../platform/database/index.ts';

/** Items as the API tells them, with what their pictures are shown by. */
export async function itemAnswers(db: Db, items: readonly Item[]) {
  const assetIds = [...new Set(items.flatMap(({ assetId }) => assetId ?? []))];
  const pictures = await readPictures(db, assetIds);
  return (item: Item) => {
    const { brandId: _, assetId, ...told } = item;
    const picture = assetId && pictures.get(assetId);
    if (picture === undefined) return told;
    const { width, height, placeholderColor } = picture;
    return { ...told, thumbnail: { assetId: picture.assetId, width, height, placeholderColor } };
  };
}
