import { buffer } from 'node:stream/consumers';
import { ok, refuse } from '../../../../kernel/index.ts';
import {
  editPicture,
  type Picture,
  previewEdit,
  readEdits,
  readPictures,
  storeAsset,
} from '../../../../modules/media/index.ts';
import type { Handlers } from '../../../../platform/api/index.ts';
import type { mediaEndpoints } from '../contract/media.ts';
import type { AdminDeps } from '../deps.ts';
import { thumbnailOf } from './product-table.ts';

export function mediaHandlers({
  db,
  reads,
  files,
}: Pick<AdminDeps, 'db' | 'reads' | 'files'>): Handlers<typeof mediaEndpoints> {
  const deps = { db, files };
  return {
    uploadPicture: async ({ query: { fileName }, upload }) => {
      const stored = await storeAsset(deps, { data: await buffer(upload), fileName });
      return stored.ok ? ok(pictureAnswer(stored.value)) : stored;
    },
    readPicture: async ({ params: { id } }) => {
      const thumbnail = thumbnailOf(await readPictures(reads, [id]), id);
      if (thumbnail === undefined) return refuse('not_found', 'there is no such picture', 'id');
      const edit = (await readEdits(reads, [id])).get(id);
      return ok({ ...thumbnail, originalId: edit?.originalId, recipe: edit?.recipe });
    },
    previewEdit: async ({ params: { id }, query: { longest }, body }) => {
      const cooked = await previewEdit(deps, { assetId: id, recipe: body, longest });
      if (!cooked.ok) return cooked;
      return { ok: true, file: { name: `preview.${cooked.value.type}`, content: cooked.value.data } };
    },
    editPicture: async ({ params: { id }, body, now }) => {
      const edited = await editPicture(deps, { assetId: id, recipe: body, now });
      return edited.ok ? ok(pictureAnswer(edited.value)) : edited;
    },
  };
}

function pictureAnswer({ assetId, width, height, placeholderColor }: Picture) {
  return { assetId, width, height, placeholderColor };
}
