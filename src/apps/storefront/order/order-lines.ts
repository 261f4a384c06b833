import type { Picture } from '../../../modules/media/index.ts';
import type { Order } from '../../../modules/orders/index.ts';
import { pictureModel, reasonsOf } from '../cart/line-models.ts';
import type { LineModel } from '../model/index.ts';
import { moneyText } from '../money-text.ts';
import type { Site } from '../site.ts';

/** An order's lines with the prices that were agreed. */
export function orderLines(
  order: Order,
  pictures: ReadonlyMap<string, Picture>,
  site: Pick<Site, 'to'>,
): readonly LineModel[] {
  const { currency, locale } = order;
  const names = new Map(
    order.verdicts.flatMap((one) => (one.isApplied ? [[one.promotionId, one.name] as const] : [])),
  );
  return order.lines.map((line) => {
    const picture = line.assetId === undefined ? undefined : pictures.get(line.assetId);
    const amount = (minor: bigint) => moneyText(minor, currency, locale);
    return {
      id: line.id,
      title: line.title,
      href: site.to(`/products/${line.handle}`),
      options: line.options.map(({ value }) => value),
      picture: picture && pictureModel(picture),
      quantity: line.quantity,
      unitPrice: amount(line.unitMinor),
      total: amount(line.subtotalMinor - line.discountMinor),
      before: line.discountMinor > 0n ? amount(line.subtotalMinor) : undefined,
      reasons: reasonsOf(line, names, { currency, locale }),
    };
  });
}
