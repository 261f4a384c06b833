import {
  coverageOf,
  PROBABILITIES,
  readAdjustments,
  readClassAccuracy,
  readFailed,
  readLastRun,
  readMethodAccuracy,
} from '../../../../modules/forecasting/index.ts';
import { readItems } from '../../../../modules/inventory/index.ts';
import type { Db } from '../../../../platform/database/index.ts';
import { wilsonInterval } from '../../../../statistics/index.ts';
import { itemAnswers } from './stock-items.ts';

const FAILED = 20;
const CONFIDENCE = 0.95;
const CHOSEN = 'chosen';

/** How good the shop's forecasts would have been, and how good people's changes were. */
export async function readAccuracyAnswer(db: Db) {
  const [run, methods, classes, failed, adjustments] = await Promise.all([
    readLastRun(db),
    readMethodAccuracy(db),
    readClassAccuracy(db),
    readFailed(db, FAILED),
    readAdjustments(db, {}),
  ]);
  const items = await readItems(
    db,
    failed.map(({ variantId }) => variantId),
  );
  const answer = await itemAnswers(db, [...items.values()]);
  const chosen = methods.find(({ method }) => method === CHOSEN);
  return {
    ...{ firstDay: run?.firstDay.toString(), madeAt: run?.endedAt.toString() },
    ...{ items: run?.items ?? 0, made: run?.made ?? 0 },
    methods: methods.map(({ hits, ...method }) => ({
      ...method,
      coverage: coverageOf({ hits, weeks: method.weeks }),
    })),
    classes: classes.map((one) => ({ ...one })),
    calibration: chosen === undefined ? [] : calibrationOf(chosen),
    adjustments: adjustmentsScore(adjustments),
    failed: failed.flatMap(({ variantId, ...one }) => {
      const item = items.get(variantId);
      return item ? { ...one, item: answer(item) } : [];
    }),
  };
}

function calibrationOf({
  hits,
  weeks,
}: {
  readonly hits: Readonly<Record<string, number>>;
  readonly weeks: number;
}) {
  return PROBABILITIES.map((probability) => {
    const count = hits[String(probability)] ?? 0;
    const { estimate, low, high } = wilsonInterval(count, weeks, CONFIDENCE);
    return { probability, actual: estimate, low, high, weeks };
  });
}

type Adjustments = Awaited<ReturnType<typeof readAdjustments>>;

function adjustmentsScore(adjustments: Adjustments) {
  let [judged, helped, missedWith, missedWithout, came] = [0, 0, 0, 0, 0];
  for (const { score, undone } of adjustments) {
    if (score.actual === undefined || undone !== undefined) continue;
    const [withIt, without] = [score.expectedWith, score.expectedWithout].map((pieces) =>
      Math.abs(pieces - (score.actual ?? 0)),
    );
    judged += 1;
    helped += Number((withIt ?? 0) < (without ?? 0));
    missedWith += withIt ?? 0;
    missedWithout += without ?? 0;
    came += score.actual;
  }
  const shares = came > 0 ? { errorWith: missedWith / came, errorWithout: missedWithout / came } : {};
  return { judged, helped, ...shares };
}
