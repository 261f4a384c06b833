import { Alert } from '@mantine/core';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { useMay, useSession } from '../../../../platform/cockpit/state/index.ts';
import { type ApiMoney, moneyOf, writtenIn } from '../../../../platform/cockpit/text/index.ts';
import { isZero, moneyFrom } from '../money.ts';
import { orderWords } from '../words.ts';

/** Why the person may not give so much back, in words; undefined: they may. The API says the same of what is sent. */
export function useBeyond(amount: ApiMoney | undefined): string | undefined {
  const may = useMay();
  const limit = useSession().limits['orders:refund'];
  const { acts, dealings } = orderWords();
  if (amount === undefined || isZero(amount)) return undefined;
  if (!may('orders:refund')) return dealings.mayNot;
  if (limit === undefined) return undefined;
  if (limit.currency !== amount.currency) return dealings.foreign(limit.currency);
  return moneyFrom(amount).minor > moneyFrom(limit).minor ? acts.overLimit(moneyOf(limit)) : undefined;
}

/** Says that somebody may not, and who of the team may. */
export function Beyond({ why, amount }: { readonly why: string; readonly amount: ApiMoney }) {
  const { dealings } = orderWords();
  const { currency } = useSession().shop;
  const asked = amount.currency === currency ? { amount: amount.amount } : {};
  const query = { permission: 'orders:refund' as const, ...asked };
  const found = useRead('listWhoMay', { query }, { about: ['staff'] });
  const names = (found.data?.items ?? []).slice(0, 4).map(({ name }) => name);
  const list = new Intl.ListFormat(writtenIn().language, { type: 'disjunction' });
  return (
    <Alert color="red" mt="md">
      {why} {found.data && (names.length === 0 ? dealings.nobodyMay : dealings.whoMay(list.format(names)))}
    </Alert>
  );
}
