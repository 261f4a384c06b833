import { useState } from 'react';
import type { Asking } from '../../../../platform/cockpit/api/index.ts';
import { parseAmount } from '../../../../platform/cockpit/form/index.ts';
import { linesOf, type OrderDesk } from '../page/order-desk.ts';
import { chosenOf, useQuantities } from './quantities.tsx';

type Body = Asking<'previewRefund'>['body'];

/** What somebody chose to give back, and how the API is asked for it. */
export function useRefund(desk: OrderDesk, returned: OrderDesk['returns'][number] | undefined) {
  const { currency } = desk.order;
  const came = (id: string) => {
    const line = returned?.lines.find(({ lineId }) => lineId === id);
    return line === undefined ? 0 : line.sellableQuantity + line.damagedQuantity;
  };
  const most = ({ id, refundableQuantity }: { readonly id: string; readonly refundableQuantity: number }) =>
    returned === undefined ? refundableQuantity : Math.min(refundableQuantity, came(id));
  const lines = linesOf(desk).filter((line) => most(line) > 0);
  const [quantities, setQuantity] = useQuantities(lines, most, returned !== undefined);
  const [withDelivery, setWithDelivery] = useState(false);
  const [goodwill, setGoodwill] = useState('');
  const [means, setMeans] = useState<'original' | 'store_credit'>('original');
  const [kept, setKept] = useState<Readonly<Record<string, string>>>({});
  const [keptWhy, setKeptWhy] = useState('');
  const keptOf = (lineId: string) => amountOf(kept[lineId] ?? '', currency);
  const given = amountOf(goodwill, currency);
  const chosen = chosenOf(quantities).map((line) => {
    const deduction = keptOf(line.lineId);
    return deduction === undefined ? line : { ...line, deduction: { amount: deduction, currency } };
  });
  const isKeeping = chosen.some((line) => 'deduction' in line);
  const body = {
    ...{ lines: chosen, withDelivery, means },
    ...(given === undefined ? {} : { goodwill: { amount: given, currency } }),
    ...(isKeeping && keptWhy.trim() !== '' ? { deductionReason: keptWhy.trim() } : {}),
  } satisfies Body;
  const isEmpty = chosen.length === 0 && !withDelivery && given === undefined;
  return {
    ...{ lines, most, quantities, setQuantity, withDelivery, setWithDelivery, goodwill, setGoodwill },
    ...{ means, setMeans, kept, keptWhy, setKeptWhy, isKeeping, body, isEmpty, chosen },
    setKept: (lineId: string, amount: string) => setKept({ ...kept, [lineId]: amount }),
  };
}

/** An amount above zero, or nothing. */
function amountOf(typed: string, currency: string): string | undefined {
  const amount = parseAmount(typed, currency);
  return amount === undefined || /^-|^0(\.0*)?$/.test(amount) ? undefined : amount;
}
