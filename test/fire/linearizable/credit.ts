import type { Id } from '../../../src/kernel/index.ts';
import {
  type CreditSource,
  grantStoreCredit,
  readGiftCards,
  readStoreCredit,
  redeem,
  restore,
} from '../../../src/modules/credits/index.ts';
import { type Db, transact, transactOrRefuse } from '../../../src/platform/database/index.ts';
import { newId } from '../../../src/platform/id.ts';
import { EUR } from '../../selling/open-shop.ts';
import type { Model } from './linearize.ts';
import type { Subject } from './play.ts';

const now = Temporal.Instant.from('2026-11-27T08:00:00Z');

export type CreditAsked =
  | { readonly verb: 'redeem'; readonly orderId: Id<'order'>; readonly amountMinor: number }
  | { readonly verb: 'restore'; readonly orderId: Id<'order'> }
  | { readonly verb: 'grant'; readonly reference: string; readonly amountMinor: number }
  | { readonly verb: 'read' };

export type CreditAnswered =
  | { readonly kind: 'done' | 'too_little' }
  | { readonly kind: 'restored' | 'balance'; readonly amountMinor: number };

type State = {
  readonly balance: number;
  readonly taken: Readonly<Record<string, number>>;
  readonly granted: readonly string[];
};
export type CreditSubject = Subject<State, CreditAsked, CreditAnswered>;

export type CreditVerbs = { readonly redeem: typeof redeem };

const VERBS: CreditVerbs = { redeem };

/** A balance that many orders take from and get back; store credit is granted as well, by references that repeat. */
export function creditSubject(
  db: Db,
  { source, balanceMinor }: { readonly source: CreditSource; readonly balanceMinor: number },
  verbs: CreditVerbs = VERBS,
): CreditSubject {
  const customerId = 'customerId' in source ? source.customerId : undefined;
  const read = async () => {
    if ('customerId' in source) return readStoreCredit(db, source.customerId, EUR);
    return (await readGiftCards(db, [source.giftCardId], now)).get(source.giftCardId)?.balanceMinor ?? -1n;
  };
  return {
    model: { initial: { balance: balanceMinor, taken: {}, granted: [] }, step, keyOf },
    draw: (chance, answered) => {
      const orders = answered.flatMap(({ input }) => (input.verb === 'redeem' ? [input.orderId] : []));
      const verb = chance.oneOf(['redeem', 'redeem', 'redeem', 'restore', 'restore', 'grant', 'read']);
      const orderId = chance.anyOf(orders);
      if (verb === 'restore' && orderId !== undefined) return { verb, orderId };
      if (verb === 'grant' && customerId !== undefined) {
        // The same reference is always of the same amount.
        const turn = chance.whole(1, 6);
        return { verb, reference: `refund ${turn} of ${customerId}`, amountMinor: turn * 50 };
      }
      if (verb === 'read') return { verb };
      return { verb: 'redeem', orderId: newId(), amountMinor: chance.whole(1, 4) * 100 };
    },
    act: async (asked) => {
      if (asked.verb === 'read') return { kind: 'balance', amountMinor: Number(await read()) };
      if (asked.verb === 'redeem') {
        const { orderId, amountMinor } = asked;
        const about = { source, amountMinor: BigInt(amountMinor), orderId, now };
        const taken = await transactOrRefuse(db, (tx) => verbs.redeem(tx, about));
        return { kind: taken.ok ? 'done' : 'too_little' };
      }
      if (asked.verb === 'restore') {
        const back = await transact(db, (tx) => restore(tx, { orderId: asked.orderId, now }));
        const sum = back.reduce((total, { amountMinor }) => total + amountMinor, 0n);
        return { kind: 'restored', amountMinor: Number(sum) };
      }
      if (customerId === undefined) throw new RangeError('nobody grants to a gift card');
      const grant = {
        customerId,
        currency: EUR,
        amountMinor: BigInt(asked.amountMinor),
        reason: 'refund',
      } as const;
      await transact(db, (tx) => grantStoreCredit(tx, { ...grant, reference: asked.reference, now }));
      return { kind: 'done' };
    },
  };
}

const step: Model<State, CreditAsked, CreditAnswered>['step'] = (state, asked, answer) => {
  const { balance, taken } = state;
  switch (asked.verb) {
    case 'read':
      return answer?.kind !== 'balance' || answer.amountMinor === balance ? state : undefined;
    case 'redeem': {
      const left = balance - asked.amountMinor;
      if (answer?.kind === 'too_little') return left < 0 ? state : undefined;
      return left < 0
        ? undefined
        : { ...state, balance: left, taken: { ...taken, [asked.orderId]: asked.amountMinor } };
    }
    case 'restore': {
      const back = taken[asked.orderId] ?? 0;
      if (answer?.kind === 'restored' && answer.amountMinor !== back) return undefined;
      return { ...state, balance: balance + back, taken: { ...taken, [asked.orderId]: 0 } };
    }
    case 'grant': {
      if (state.granted.includes(asked.reference)) return state;
      const granted = [...state.granted, asked.reference].toSorted();
      return { ...state, balance: balance + asked.amountMinor, granted };
    }
  }
};

function keyOf({ balance, taken, granted }: State): string {
  const open = Object.entries(taken).filter(([, amount]) => amount > 0);
  return `${balance} ${open.toSorted().join()} ${granted.join()}`;
}
