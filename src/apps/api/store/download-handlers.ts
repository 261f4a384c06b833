import { refuse } from '../../../kernel/index.ts';
import {
  type Download,
  type OrderDeps,
  readDownloads,
  readOrderByAccess,
  takeDownload,
} from '../../../modules/orders/index.ts';
import type { Handlers } from '../../../platform/api/index.ts';
import { transactOrRefuse } from '../../../platform/database/index.ts';
import type { OpenFile } from '../deps.ts';
import { pageOfAll } from '../page.ts';
import type { downloadEndpoints } from './contract/downloads.ts';
import { storedFile } from './stored-file.ts';

const UNKNOWN_ORDER = refuse('unknown_order', 'no order is opened by this', 'token');

type DownloadDeps = Pick<OrderDeps, 'db' | 'reads'> & { readonly openFile: OpenFile };

/** Digital goods, for who holds the order's token. */
export function downloadHandlers({ db, reads, openFile }: DownloadDeps): Handlers<typeof downloadEndpoints> {
  return {
    listDownloads: async ({ params, query, now }) => {
      const order = await readOrderByAccess(db, { ...params, now });
      if (order === undefined) return UNKNOWN_ORDER;
      return pageOfAll('downloads', query, await readDownloads(reads, order), {
        keyOf: ({ lineId, assetId }) => `${lineId} ${assetId}`,
        itemOf: downloadAnswer,
      });
    },
    takeDownload: async ({ params: { lineId, fileId: assetId, ...params }, now }) => {
      const order = await readOrderByAccess(db, { ...params, now });
      if (order === undefined) return UNKNOWN_ORDER;
      const asked = { orderId: order.id, lineId, assetId, now };
      const taken = await transactOrRefuse(db, (tx) => takeDownload(tx, asked));
      return taken.ok ? storedFile(openFile, assetId, taken.value.name) : taken;
    },
  };
}

function downloadAnswer({ lineId, assetId: fileId, name, taken, left, endsAt }: Download) {
  return { lineId, fileId, name, taken, left, endsAt: endsAt?.toString() };
}
