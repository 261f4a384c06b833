import { money } from '../../../../kernel/index.ts';
import {
  calibrationOf,
  countUnscored,
  isHeld,
  type Kinds,
  readScores,
} from '../../../../modules/decisions/index.ts';
import { readShop } from '../../../../modules/markets/index.ts';
import { moneyOf } from '../../../../platform/api/index.ts';
import type { Db } from '../../../../platform/database/index.ts';

const SHOWN = 200;

/** How well what each kind says agrees with what comes of it. */
export async function decisionScore(db: Db, kinds: Kinds) {
  const [{ defaultCurrency }, unscored] = await Promise.all([readShop(db), countUnscored(db)]);
  const amount = (minor: number) => moneyOf(money(BigInt(Math.round(minor)), defaultCurrency));
  return Promise.all(
    [...kinds.keys()].map(async (kind) => {
      const scores = await readScores(db, { kind });
      const { scored, held, stated, coverage, bias, ...sums } = calibrationOf(scores);
      const { notEnough = 0, waiting = 0 } = unscored.get(kind) ?? {};
      return {
        ...{ kind, scored, held, stated, coverage, bias, notEnough, waiting },
        ...{ predicted: amount(sums.predictedMinor), realised: amount(sums.realisedMinor) },
        ...{ realisedLow: amount(sums.realisedLowMinor), realisedHigh: amount(sums.realisedHighMinor) },
        ...{ earned: amount(sums.earnedMinor), lost: amount(sums.lostMinor) },
        scores: scores.slice(0, SHOWN).map((one) => ({
          ...{
            id: one.id,
            label: one.label,
            isByMandate: one.isByMandate,
            scoredAt: one.scoredAt.toString(),
          },
          ...{
            predicted: amount(one.predictedMinor),
            low: amount(one.lowMinor),
            high: amount(one.highMinor),
          },
          realised: amount(one.realisedMinor),
          ...{ realisedLow: amount(one.realisedLowMinor), realisedHigh: amount(one.realisedHighMinor) },
          isHeld: isHeld(one),
        })),
      };
    }),
  );
}
