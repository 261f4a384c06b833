import { z } from 'zod';
import { type CurrencyCode, money, ok } from '../../../../kernel/index.ts';
import { readItems } from '../../../../modules/inventory/index.ts';
import { readShop } from '../../../../modules/markets/index.ts';
import {
  type HealthPosition,
  type KeptHealth,
  listHealth,
  summariseHealth,
} from '../../../../modules/replenishment/index.ts';
import { type Handlers, moneyOf, readCursor, writeCursor } from '../../../../platform/api/index.ts';
import type { Db } from '../../../../platform/database/index.ts';
import type { stockHealthEndpoints } from '../contract/stock-health.ts';
import type { AdminDeps } from '../deps.ts';
import { itemAnswers } from './stock-items.ts';

const BY_AMOUNT: z.ZodType<HealthPosition> = z.tuple([
  z.string().regex(/^-?\d{1,18}$/),
  z.custom<HealthPosition[1]>((value) => z.uuid().safeParse(value).success),
]);

/** Which stock sells, which lies, which is missing. */
export function stockHealthHandlers({
  reads,
}: Pick<AdminDeps, 'reads'>): Handlers<typeof stockHealthEndpoints> {
  return {
    listStockHealth: async ({ query: { cursor, limit, state, sort } }) => {
      const list = `stock_health_${sort}`;
      const after = readCursor(list, BY_AMOUNT, cursor);
      if (!after.ok) return after;
      const [found, { defaultCurrency: currency }] = await Promise.all([
        listHealth(reads, { state, sort, after: after.value, limit: limit + 1 }),
        readShop(reads),
      ]);
      const shown = found.slice(0, limit);
      const last = found.length > limit ? shown.at(-1) : undefined;
      return ok({
        items: await healthAnswers(
          reads,
          shown.map(({ health }) => health),
          currency,
        ),
        nextCursor: last && writeCursor(list, last.position),
        ...(cursor === undefined ? await summaryAnswer(reads, currency) : {}),
      });
    },
  };
}

async function healthAnswers(db: Db, rows: readonly KeptHealth[], currency: CurrencyCode) {
  const items = await readItems(
    db,
    rows.map(({ variantId }) => variantId),
  );
  const answer = await itemAnswers(db, [...items.values()]);
  const told = (minor: bigint) => moneyOf(money(minor, currency));
  return rows.flatMap((row) => {
    const item = items.get(row.variantId);
    if (item === undefined) return [];
    const { state, onHand, sold90, coverDays, sellThrough, turnover, gmroi } = row;
    const { overPieces, unsoldDays, expiringPieces, daysOut } = row;
    return [
      {
        ...{ item: answer(item), state, onHand, abc: classOf(ABC, row.abc), xyz: classOf(XYZ, row.xyz) },
        ...{
          sold90,
          coverDays,
          sellThrough,
          turnover,
          gmroi,
          overPieces,
          unsoldDays,
          expiringPieces,
          daysOut,
        },
        value: row.valueMinor === undefined ? undefined : told(row.valueMinor),
        overValue: told(row.overMinor),
        lost: {
          ...{ pieces: row.lostPieces, margin: told(row.lostMinor) },
          ...{ low: told(row.lostLowMinor), high: told(row.lostHighMinor) },
        },
      },
    ];
  });
}

async function summaryAnswer(db: Db, currency: CurrencyCode) {
  const { states, lost, reviewedAt } = await summariseHealth(db);
  const told = (minor: bigint) => moneyOf(money(minor, currency));
  return {
    reviewedAt: reviewedAt?.toString(),
    states: states.map(({ state, variants, valueMinor, overMinor }) => ({
      ...{ state, variants, value: told(valueMinor), over: told(overMinor) },
    })),
    lost: { margin: told(lost.marginMinor), low: told(lost.lowMinor), high: told(lost.highMinor) },
  };
}

const ABC = ['A', 'B', 'C', '-'] as const;
const XYZ = ['X', 'Y', 'Z', '-'] as const;

function classOf<Class extends string>(classes: readonly Class[], text: string): Class | '-' {
  return classes.find((one) => one === text) ?? '-';
}
