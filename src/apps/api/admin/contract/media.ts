import { z } from 'zod';
import { recipe } from '../../../../modules/media/index.ts';
import { endpoint, fileOutput, id, queryInteger, text, uuid } from '../../../../platform/api/index.ts';
import { thumbnail } from './product-table.ts';

const read = { group: 'Media', audience: 'products:read', rate: 'read' } as const;
const write = { group: 'Media', audience: 'products:write', rate: 'write' } as const;
const params = z.strictObject({ id: id<'asset'>() });
const EDIT = {
  ...({ not_found: 404, background_not_plain: 422, too_large: 422, too_many_pixels: 422 } as const),
  ...({ too_many_frames: 422, not_an_image: 422, damaged: 422, unsafe: 422 } as const),
} as const;

export const mediaEndpoints = {
  uploadPicture: endpoint({
    ...{ ...write, method: 'POST', path: '/media', summary: 'Take a picture in', idempotency: 'none' },
    description:
      'The body is the file: PNG, JPEG, GIF, WebP, AVIF or SVG, up to 40 MB and 60 million pixels. The same file again ' +
      'is the same picture.',
    ...{ query: z.strictObject({ fileName: text(255, 1) }), upload: { mostBytes: 40_000_000 }, status: 201 },
    output: thumbnail,
    refusals: {
      ...({ too_large: 422, too_many_pixels: 422, too_many_frames: 422, not_an_image: 422 } as const),
      ...({ damaged: 422, unsafe: 422 } as const),
    },
    changes: { kind: 'picture', id: 'assetId' },
  }),
  readPicture: endpoint({
    ...{
      ...read,
      method: 'GET',
      path: '/media/{id}',
      summary: 'A picture, and how it was made of which',
      params,
    },
    output: thumbnail.extend({ originalId: uuid().optional(), recipe: z.unknown().optional() }),
    refusals: { not_found: 404 },
  }),
  previewEdit: endpoint({
    ...{
      ...read,
      method: 'POST',
      path: '/media/{id}/preview',
      summary: 'What a recipe would make of a picture',
    },
    ...{ params, body: recipe, idempotency: 'none', file: 'image/png', output: fileOutput },
    query: z.strictObject({ longest: queryInteger(100, 1_600).default(900) }),
    refusals: EDIT,
    changes: { nothing: 'a preview is kept nowhere' },
  }),
  editPicture: endpoint({
    ...{
      ...write,
      method: 'POST',
      path: '/media/{id}/edits',
      summary: 'Make a picture of another by a recipe',
    },
    description:
      'The original stays; what is made of it is another picture. An empty recipe gives the original back.',
    ...{ params, body: recipe, idempotency: 'two_phase', output: thumbnail, refusals: EDIT },
    changes: { kind: 'picture', id: 'id' },
  }),
};
