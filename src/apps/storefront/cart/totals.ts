import type { PricedCart } from '../../../modules/carts/index.ts';
import type { Quote } from '../../../modules/pricing/index.ts';
import { message } from '../messages/index.ts';
import type { TotalRow, Totals } from '../model/index.ts';
import { moneyText } from '../money-text.ts';
import type { Site } from '../site.ts';
import { taxName } from './tax-name.ts';

type Words = Pick<Site, 'currency' | 'locale'>;

/** The sum of a cart: goods, what was taken off and why, delivery, tax, and what cards and credit pay of it. */
export function cartTotals(priced: PricedCart, site: Words): Totals {
  const { quote, delivery, destination, credits } = priced;
  const isDelivered = priced.lines.some(
    ({ requiresShipping, soldQuantity }) => requiresShipping && soldQuantity > 0,
  );
  const isEstimate = destination.isEstimate || priced.missing.includes('delivery');
  const notes = isDelivered && delivery === undefined ? [message(site.locale, 'totals.delivery_later')] : [];
  return totalsOf(quote, {
    site,
    isDeliveryEstimated: isEstimate,
    credits: credits.map((credit) => ({
      label: creditLabel(credit.kind === 'gift_card' ? credit.card.last4 : undefined, site),
      amountMinor: credit.amountMinor,
    })),
    dueMinor: priced.dueMinor,
    notes,
  });
}

export function creditLabel(last4: string | undefined, { locale }: Words): string {
  if (last4 === undefined) return message(locale, 'totals.store_credit');
  return `${message(locale, 'totals.gift_card')} …${last4}`;
}

/** What a quote adds up to, for carts and orders alike. */
export function totalsOf(
  quote: Pick<Quote, 'pricesIncludeTax' | 'exemptReason' | 'delivery' | 'verdicts' | 'taxes' | 'totals'>,
  about: {
    readonly site: Words;
    readonly isDeliveryEstimated: boolean;
    readonly credits: readonly { readonly label: string; readonly amountMinor: bigint }[];
    /** Taken off an order before it was paid. */
    readonly reducedMinor?: bigint;
    readonly dueMinor: bigint;
    readonly notes: readonly string[];
  },
): Totals {
  const { site, credits, reducedMinor = 0n } = about;
  const { locale } = site;
  const amount = (minor: bigint) => moneyText(minor, site.currency, locale);
  const row = (label: string, minor: bigint, kind: TotalRow['kind']): TotalRow => ({
    label,
    amount: amount(minor),
    kind,
  });
  const rows = [
    row(message(locale, 'totals.subtotal'), quote.totals.subtotalMinor, 'plain'),
    ...discountRows(quote, row),
    ...deliveryRows(quote, about.isDeliveryEstimated, site),
    ...(quote.pricesIncludeTax ? [] : quote.taxes.map((tax) => row(taxName(tax, site), tax.taxMinor, 'tax'))),
    ...(reducedMinor > 0n ? [row(message(locale, 'totals.reduced'), -reducedMinor, 'discount')] : []),
    ...credits.map(({ label, amountMinor }) => row(label, -amountMinor, 'payment')),
  ];
  const label = message(locale, credits.length > 0 ? 'totals.due' : 'totals.total');
  return {
    rows,
    total: { label, amount: amount(about.dueMinor) },
    notes: [...taxNotes(quote, site), ...about.notes],
  };
}

type Row = (label: string, minor: bigint, kind: TotalRow['kind']) => TotalRow;

function discountRows({ verdicts }: Pick<Quote, 'verdicts'>, row: Row): TotalRow[] {
  return verdicts.flatMap((verdict) => {
    if (!verdict.isApplied || verdict.amountMinor === 0n) return [];
    const label = verdict.code === undefined ? verdict.name : `${verdict.name} (${verdict.code})`;
    return [row(label, -verdict.amountMinor, 'discount')];
  });
}

function deliveryRows(
  { delivery }: Pick<Quote, 'delivery'>,
  isEstimate: boolean,
  { currency, locale }: Words,
): TotalRow[] {
  if (delivery === undefined) return [];
  const label = message(locale, isEstimate ? 'totals.delivery_estimate' : 'totals.delivery');
  const amount = moneyText(delivery.priceMinor, currency, locale);
  const text = delivery.priceMinor === 0n ? message(locale, 'totals.free') : amount.text;
  return [{ label, amount: { ...amount, text }, kind: 'plain' }];
}

function taxNotes(quote: Pick<Quote, 'pricesIncludeTax' | 'exemptReason' | 'taxes'>, site: Words): string[] {
  const { locale } = site;
  if (quote.exemptReason !== undefined) {
    const reason = EXEMPT.get(quote.exemptReason);
    return reason === undefined
      ? []
      : [message(locale, 'totals.no_tax', { reason: message(locale, reason) })];
  }
  if (!quote.pricesIncludeTax) return [];
  return quote.taxes.map((tax) =>
    message(locale, 'totals.tax_included', {
      amount: moneyText(tax.taxMinor, site.currency, locale).text,
      name: taxName(tax, site),
    }),
  );
}

type ExemptKey = 'totals.reverse_charge' | 'totals.export' | 'totals.exempt_customer';

const EXEMPT: ReadonlyMap<string, ExemptKey> = new Map<string, ExemptKey>([
  ['reverse_charge', 'totals.reverse_charge'],
  ['export', 'totals.export'],
  ['exempt_customer', 'totals.exempt_customer'],
]);
