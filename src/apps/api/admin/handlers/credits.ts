import { money, ok, refuse, toDecimal } from '../../../../kernel/index.ts';
import {
  type GiftCardMovement,
  type GiftCardRow,
  issueGiftCard,
  listGiftCards,
  readGiftCardMovements,
  readGiftCards,
  setGiftCardDisabled,
} from '../../../../modules/credits/index.ts';
import { type Handlers, sentFields } from '../../../../platform/api/index.ts';
import { transact } from '../../../../platform/database/index.ts';
import { pageById } from '../../page.ts';
import { amountsIn } from '../../store/answers/cart.ts';
import type { creditEndpoints } from '../contract/credits.ts';
import type { AdminDeps } from '../deps.ts';

export function creditHandlers({ db, reads, giftCardKey: key }: AdminDeps): Handlers<typeof creditEndpoints> {
  return {
    ...giftCardListHandlers({ reads }),
    listGiftCardMovements: ({ params, query }) => {
      const read = (asked: Omit<Parameters<typeof readGiftCardMovements>[1], 'id'>) =>
        readGiftCardMovements(reads, { ...asked, ...params });
      return pageById('movement', query, read, movementAnswer);
    },
    readGiftCard: async ({ params: { id }, now }) => {
      const card = (await readGiftCards(reads, [id], now)).get(id);
      if (card === undefined) return refuse('not_found', 'no card with this id can be used', 'id');
      const { last4, currency, balanceMinor, expiresAt } = card;
      return ok({ id, last4, balance: amountsIn(currency)(balanceMinor), expiresAt: expiresAt?.toString() });
    },
    issueGiftCard: async ({ body: { amount, ...body }, now, tx }) => {
      if (amount.minor === 0n) return refuse('not_an_amount', 'an amount above zero', 'amount.amount');
      if (body.expiresAt !== undefined && Temporal.Instant.compare(body.expiresAt, now) <= 0) {
        return refuse('expires_in_past', 'a card expires in the future', 'expiresAt');
      }
      const { minor: amountMinor, currency } = amount;
      return ok(await issueGiftCard(tx, { key, amountMinor, currency, ...sentFields(body), now }));
    },
    disableGiftCard: async ({ params: { id }, body: { isDisabled }, now }) => {
      const isKnown = await transact(db, (tx) => setGiftCardDisabled(tx, { id, isDisabled, now }));
      return isKnown ? ok({ isDisabled }) : refuse('not_found', 'no card has this id', 'id');
    },
  };
}

export function giftCardListHandlers({
  reads,
}: Pick<AdminDeps, 'reads'>): Pick<Handlers<typeof creditEndpoints>, 'listGiftCards'> {
  return {
    listGiftCards: ({ query: { last4, ...page } }) => {
      const read = (asked: Parameters<typeof listGiftCards>[1]) =>
        listGiftCards(reads, { ...asked, ...sentFields({ last4 }) });
      return pageById('gift_card', page, read, rowAnswer);
    },
  };
}

function rowAnswer({ currency, balanceMinor, expiresAt, issuedAt, disabledAt, ...card }: GiftCardRow) {
  return {
    ...card,
    balance: amountsIn(currency)(balanceMinor),
    expiresAt: expiresAt?.toString(),
    issuedAt: issuedAt.toString(),
    disabledAt: disabledAt?.toString(),
  };
}

function movementAnswer({ amountMinor, currency, movedAt, ...movement }: GiftCardMovement) {
  const amount = toDecimal(money(amountMinor, currency));
  return { ...movement, amount, currency, movedAt: movedAt.toString() };
}
