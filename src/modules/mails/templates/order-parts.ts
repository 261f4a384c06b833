import type { AmountRow, Block, Fact } from '../compose/blocks.ts';
import type { AboutOrder, AgreedOrder, MailLine } from '../model.ts';
import type { Pen } from './template.ts';

/** `2 × Mug`, with what it cost where that is the subject. */
export function items(
  lines: readonly MailLine[],
  { money }: Pen,
  currency?: AboutOrder['currency'],
): readonly Block[] {
  if (lines.length === 0) return [];
  return [
    {
      kind: 'items',
      items: lines.map(({ title, options, quantity, totalMinor }) => ({
        title: `${quantity} × ${title}`,
        detail: options,
        amount: totalMinor === undefined || currency === undefined ? '' : money(totalMinor, currency),
      })),
    },
  ];
}

export function amounts(
  { totals, currency }: Pick<AgreedOrder, 'totals' | 'currency'>,
  { words, money }: Pen,
): Block {
  const text = (minor: bigint) => money(minor, currency);
  const rows: (AmountRow & { readonly isShown: boolean })[] = [
    { label: words.subtotal, amount: text(totals.subtotalMinor), isShown: true },
    { label: words.discount, amount: text(-totals.discountMinor), isShown: totals.discountMinor > 0n },
    {
      label: words.delivery,
      amount: totals.deliveryMinor === 0n ? words.free : text(totals.deliveryMinor),
      isShown: true,
    },
    { label: words.tax, amount: text(totals.taxMinor), isShown: !totals.pricesIncludeTax },
    { label: words.total, amount: text(totals.totalMinor), isTotal: true, isShown: true },
    { label: words.taxIncluded, amount: text(totals.taxMinor), isShown: totals.pricesIncludeTax },
    { label: words.credit, amount: text(-totals.creditMinor), isShown: totals.creditMinor > 0n },
    {
      label: words.exchanged,
      amount: text(-totals.exchangedMinor),
      isShown: totals.exchangedMinor > 0n,
    },
  ];
  return { kind: 'amounts', rows: rows.filter(({ isShown }) => isShown) };
}

export function orderButton({ orderUrl }: AboutOrder, { words }: Pen): Block {
  return { kind: 'button', label: words.viewOrder, href: orderUrl };
}

/** Facts that are known; the others are left out. */
export function facts(given: readonly Fact[]): readonly Block[] {
  const known = given.filter(({ lines }) => lines.some((line) => line !== ''));
  return known.length === 0 ? [] : [{ kind: 'facts', facts: known }];
}

/** A person's own words, when there are any. */
export function quote(label: string, text: string): readonly Block[] {
  return text.trim() === '' ? [] : [{ kind: 'quote', label, text }];
}

export function text(said: string): Block {
  return { kind: 'text', text: said };
}

export function title(said: string): Block {
  return { kind: 'title', text: said };
}
