import { z } from 'zod';
import { money, parseId, toDecimal } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { readDecision } from '../../decisions/index.ts';

const ABOUT = z.object({ decisionId: z.string() });

/** What is proposed or was done, and what it is expected to bring; `decision` is null where it is not known any more. */
export async function readToldDecision(db: Db, given: unknown): Promise<unknown> {
  const about = ABOUT.parse(given);
  const id = parseId<'decision'>(about.decisionId);
  const found = id && (await readDecision(db, id));
  if (found === undefined) return { ...about, decision: null };
  const { kind, state, subject, predicted, mandate, expiresAt, appliedAt } = found;
  const { currency, horizonDays, confidence, counterfactual } = predicted;
  const amount = (minor: bigint) => ({ amount: toDecimal(money(minor, currency)), currency });
  return {
    ...about,
    decision: {
      ...{ kind, state, subject, mandate, expiresAt: expiresAt.toString(), appliedAt: appliedAt?.toString() },
      predicted: {
        ...{
          value: amount(predicted.valueMinor),
          low: amount(predicted.lowMinor),
          high: amount(predicted.highMinor),
        },
        ...{ confidence, horizonDays, counterfactual },
      },
    },
  };
}
