import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { figuresOf, halfOf, NAMES, scoresOf } from './forecast/held-out.ts';
import { readOnlineRetail } from './forecast/online-retail.ts';
import type { Scenario } from './harness/scenario.ts';

const PATH = join(import.meta.dirname, '../../../shared/data/uci-online-retail.parquet');

/**
 * How well each method would have forecast Online Retail (UCI), weekly by stock code, four weeks ahead from seven origins: on the half
 * of the articles that settings are chosen by (`set`), and on the other (`held`), which is what docs/forecasting.md reports. What is
 * learned of forecasts that are over is learned within each half. Errors in pieces; quantile loss of the four weeks' sum.
 */
export const scenario: Scenario = {
  name: 'forecast-accuracy',
  run: async () => {
    if (!existsSync(PATH)) throw new RangeError(`${PATH} is not there`);
    const items = await readOnlineRetail(PATH);
    const figures: Record<string, number> = {};
    for (const [half, about] of [
      [0, 'set'],
      [1, 'held'],
    ] as const) {
      const some = items.filter((item) => halfOf(item) === half);
      const scores = scoresOf(some);
      figures[`${about} items`] = some.length;
      figures[`${about} forecasts`] = scores.length;
      for (const name of NAMES) {
        const own = scores.map((one) => one[name]);
        Object.assign(figures, figuresOf(`${about} ${name}`, own));
      }
    }
    return figures;
  },
};
