import { z } from 'zod';
import {
  endpoint,
  fileOutput,
  id,
  instant,
  pageOf,
  pageQuery,
  text,
  uuid,
} from '../../../../platform/api/index.ts';
import { token } from './carts.ts';

const download = z
  .object({
    lineId: uuid(),
    fileId: uuid(),
    name: z.string(),
    taken: z.int(),
    left: z.int().optional().describe('How often it can still be taken; left out: as often as you like.'),
    endsAt: instant().optional().describe('From then on it cannot be taken; left out: never.'),
  })
  .meta({ id: 'Download' });

const params = z.strictObject({ order: text(100, 1), token: token() });
const shared = { group: 'Order', audience: 'order_token' } as const;

export const downloadEndpoints = {
  listDownloads: endpoint({
    ...{ ...shared, method: 'GET', path: '/orders/{order}/{token}/downloads', rate: 'read', params },
    ...{ summary: 'Files that were bought', query: z.strictObject(pageQuery), output: pageOf(download) },
    refusals: { unknown_order: 404, invalid_cursor: 422 },
  }),
  takeDownload: endpoint({
    ...{ ...shared, method: 'POST', path: '/orders/{order}/{token}/downloads/{lineId}/{fileId}' },
    summary: 'Take a file that was bought',
    description: 'Counted each time, so that nothing fetches it ahead: the answer is the file itself.',
    params: params.extend({ lineId: id<'order_line'>(), fileId: id<'asset'>() }),
    ...{ rate: 'write', output: fileOutput, file: 'application/octet-stream', idempotency: 'none' },
    refusals: { unknown_order: 404, unknown_download: 404, download_used_up: 409, download_over: 410 },
  }),
};
