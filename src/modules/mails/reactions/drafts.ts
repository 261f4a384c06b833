import { currencyOf, fromDecimal, localeOf } from '../../../kernel/index.ts';
import type { Reaction, Told } from '../../../platform/outbox/index.ts';
import type { MailModels } from '../model.ts';
import { queueMail } from '../queue-mail.ts';
import { type LinkDeps, linksTo } from './links.ts';

/** Who an order was put together for gets its pay link. */
export function draftReactions(deps: LinkDeps): readonly Reaction[] {
  return [
    {
      name: 'mails.order_drafted',
      topic: 'orders.drafted',
      run: async (tx, { payload: { draftId, mailModel }, toldAt: now }) => {
        const { email: to, market, payToken } = mailModel;
        const locale = localeOf(mailModel.locale);
        const linkTo = await linksTo(tx, deps, { market, locale });
        const model = draftModel(mailModel, linkTo(`/pay?key=${encodeURIComponent(payToken)}`));
        await queueMail(tx, {
          kind: 'draft_order',
          model,
          to,
          locale,
          dedupeKey: `draft_order:${draftId}`,
          now,
        });
      },
    },
  ];
}

function draftModel(
  { name, currency: code, pricesIncludeTax, lines, totals }: Told<'orders.drafted'>['payload']['mailModel'],
  payUrl: string,
): MailModels['draft_order'] {
  const currency = currencyOf(code);
  const minor = (decimal: string): bigint => {
    const amount = fromDecimal(decimal, currency);
    if (!amount) throw new TypeError(`"${decimal}" is no amount in ${currency}`);
    return amount.minor;
  };
  return {
    ...{ name, currency, payUrl, message: '', payUntil: undefined },
    lines: lines.map(({ total, ...line }) => ({ ...line, totalMinor: minor(total) })),
    totals: {
      pricesIncludeTax,
      subtotalMinor: minor(totals.subtotal),
      discountMinor: minor(totals.discount),
      deliveryMinor: minor(totals.delivery),
      taxMinor: minor(totals.tax),
      totalMinor: minor(totals.total),
      creditMinor: 0n,
      exchangedMinor: 0n,
    },
  };
}
