import { currencyOf, localeOf, money, ok, refuse, toDecimal } from '../../../../kernel/index.ts';
import { readMarkets, readShop } from '../../../../modules/markets/index.ts';
import {
  describePromotion,
  type KeptPromotion,
  listPromotions,
  readPromotionsGiven,
} from '../../../../modules/pricing/index.ts';
import { type Handlers, moneyOf } from '../../../../platform/api/index.ts';
import type { Db } from '../../../../platform/database/index.ts';
import { pageOfAll } from '../../page.ts';
import type { promotionDeskEndpoints } from '../contract/promotion-desk.ts';
import type { AdminDeps } from '../deps.ts';
import { promotionNames } from './promotion-names.ts';
import { testPromotion } from './test-promotion.ts';

export function promotionDeskHandlers({ reads }: AdminDeps): Handlers<typeof promotionDeskEndpoints> {
  return {
    listPromotionRows: async ({ query: { locale, state, q, ...page }, now }) => {
      const kept = await listPromotions(reads);
      const rows = await rowsOf(reads, kept, { locale, now });
      const wanted = q?.trim().toLocaleLowerCase() ?? '';
      const found = rows.filter(
        (row) =>
          (state === undefined || row.state === state) &&
          [row.name, row.sentence, ...row.codes].some((text) => text.toLocaleLowerCase().includes(wanted)),
      );
      return pageOfAll('promotion_rows', page, found, {
        ...{ keyOf: ({ id }) => id, itemOf: (row) => row, isDescending: true },
      });
    },
    readPromotion: async ({ params: { id }, query: { locale }, now }) => {
      const kept = await listPromotions(reads, id);
      const [row] = await rowsOf(reads, kept, { locale, now });
      const [promotion] = kept;
      if (row === undefined || promotion === undefined) {
        return refuse('not_found', `no promotion has the id ${id}`, 'id');
      }
      return ok({ ...row, promotion: sentAgain(promotion) });
    },
    listPromotionMarkets: async () => {
      const markets = await readMarkets(reads);
      return ok({ items: markets.map(({ code, name, currency }) => ({ code, name, currency })) });
    },
    testPromotion: async ({ body, now }) => testPromotion(reads, body, now),
  };
}

async function rowsOf(
  db: Db,
  kept: readonly KeptPromotion[],
  { locale: language, now }: { readonly locale: string; readonly now: Temporal.Instant },
) {
  const promotions = kept.map(({ promotion }) => promotion);
  const [nameOf, given, { timeZone }] = await Promise.all([
    promotionNames(db, promotions),
    readPromotionsGiven(
      db,
      promotions.map(({ id }) => id),
    ),
    readShop(db),
  ]);
  const locale = localeOf(language);
  const local = now.toZonedDateTimeISO(timeZone).toPlainDateTime();
  return kept.map(({ promotion, isActive, codes, codeCount }) => {
    const { id, name, trigger, lane, priority, isExclusive } = promotion;
    const used = given.get(id);
    const { startsAt, endsAt } = promotion.conditions.schedule ?? {};
    return {
      ...{ id, name, trigger, lane, priority, isExclusive, isActive, codes, codeCount },
      sentence: describePromotion(promotion, {
        locale,
        nameOf,
        codes: codeCount === codes.length ? codes : [],
      }),
      state: stateOf({ promotion, isActive }, used?.orders ?? 0, local),
      ...{ orders: used?.orders ?? 0, lastUsedAt: used?.lastUsedAt?.toString() },
      given: (used?.given ?? []).map(({ currency, amountMinor }) => moneyOf(money(amountMinor, currency))),
      ...{ startsAt: startsAt?.toString(), endsAt: endsAt?.toString() },
    };
  });
}

function stateOf(
  { promotion, isActive }: Pick<KeptPromotion, 'promotion' | 'isActive'>,
  orders: number,
  local: Temporal.PlainDateTime,
) {
  const { conditions, limits } = promotion;
  const { startsAt, endsAt } = conditions.schedule ?? {};
  const compare = Temporal.PlainDateTime.compare;
  if (!isActive) return 'paused' as const;
  if (endsAt !== undefined && compare(local, endsAt) >= 0) return 'ended' as const;
  if (startsAt !== undefined && compare(local, startsAt) < 0) return 'scheduled' as const;
  return limits.uses !== undefined && orders >= limits.uses ? ('used_up' as const) : ('in_force' as const);
}

/** What `createPromotion` would take to make the same again. */
function sentAgain({ promotion, isActive, sent }: KeptPromotion): unknown {
  const { name, trigger, lane, priority, isExclusive, limits } = promotion;
  const { uses, usesPerCustomer, budget } = limits;
  const amounts = Object.entries(budget ?? {}).map(([currency, minor = 0n]) => {
    return [currency, toDecimal(money(minor, currencyOf(currency)))] as const;
  });
  return {
    ...{ name, trigger, lane, priority, isExclusive, isActive, ...sent },
    limits: {
      uses,
      usesPerCustomer,
      ...(budget === undefined ? {} : { budget: Object.fromEntries(amounts) }),
    },
  };
}
