import { parseId } from '../../../kernel/index.ts';
import { type Download, type Order, takeDownload } from '../../../modules/orders/index.ts';
import { transactOrRefuse } from '../../../platform/database/index.ts';
import { message } from '../messages/index.ts';
import type { DownloadModel } from '../model/index.ts';
import type { ShopperDesk } from '../personal/shopper-desk.ts';
import type { PersonalRoute, Reaction, Visit } from '../personal/visit.ts';
import type { Site } from '../site.ts';
import { findOrder, signInFirst } from './find-order.ts';
import { dayText } from './steps.ts';

/** Files that were bought, for who may see the order. A form, because taking one is counted: nothing fetches it ahead. */
export function downloadRoutes(desk: ShopperDesk): readonly PersonalRoute[] {
  if (!desk.openFile) return [];
  return [{ pattern: '/orders/:number/downloads/:line/:file', post: (visit) => download(desk, visit) }];
}

async function download(desk: ShopperDesk, visit: Visit): Promise<Reaction> {
  const { params, now } = visit;
  const order = await findOrder(desk, visit);
  if (!order) return signInFirst(visit);
  const lineId = parseId<'order_line'>(params['line'] ?? '');
  const assetId = parseId<'asset'>(params['file'] ?? '');
  if (lineId === undefined || assetId === undefined) return { kind: 'missing' };
  const asked = { orderId: order.id, lineId, assetId, now };
  const taken = await transactOrRefuse(desk.orders.db, (tx) => takeDownload(tx, asked));
  if (!taken.ok) {
    // The order's page says why: none left, or the time is over.
    return taken.refusal.code === 'unknown_download'
      ? { kind: 'missing' }
      : { kind: 'moved', to: `${visit.site.to(`/orders/${order.number}`)}#downloads` };
  }
  const file = await desk.openFile?.(assetId);
  if (!file) throw new Error(`the file ${assetId} that was bought is not there`);
  return { kind: 'stream', name: taken.value.name, bytes: file.bytes, stream: file.stream };
}

export function downloadModel(
  { lineId, assetId, name, left, endsAt }: Download,
  { order, site, now }: { readonly order: Order; readonly site: Site; readonly now: Temporal.Instant },
): DownloadModel {
  const { locale, number } = order;
  const isOver = endsAt !== undefined && Temporal.Instant.compare(now, endsAt) >= 0;
  const until = endsAt && dayText(endsAt, locale, site.shop.timeZone);
  return {
    name,
    action: left === 0 || isOver ? undefined : site.to(`/orders/${number}/downloads/${lineId}/${assetId}`),
    text: [
      ...(left === undefined ? [] : [message(locale, 'download.left', { count: left })]),
      ...(until === undefined
        ? []
        : [message(locale, isOver ? 'download.over' : 'download.until', { date: until })]),
    ].join(' · '),
  };
}
