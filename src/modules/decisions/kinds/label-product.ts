import { demandOver } from '../../forecasting/index.ts';
import type { Found, ReadContext } from '../kind.ts';
import { demandWeeks } from './charts.ts';
import { CONFIDENCE } from './outlook.ts';
import { BACK_DAYS, type labellingBasis } from './realised/labelling.ts';
import type { Unavailable } from './unavailable-goods.ts';
import type { UnavailableProposal } from './unavailable-proposal.ts';

/**
 * Of those who would have come while it was away, how many more buy it when they are told about when it is back: nobody has
 * learned it yet, and it may be nobody.
 */
const COME_BACK = { least: 0, likely: 0.1, most: 0.2 } as const;
const LONGEST_DAYS = 365;

/** Has a product say about when it is back whose goods are on their way: `[]` where it says so already, or nobody would ask. */
export function labelFor(
  { today, now, currency }: ReadContext,
  { productId, title, goods, coming }: Unavailable,
): Found<UnavailableProposal>[] {
  const subject = { type: 'product', id: productId, label: title } as const;
  const [first] = coming;
  const telling = coming.filter(({ isTold }) => !isTold).map(({ variantId }) => variantId);
  if (first === undefined || telling.length === 0) return [];
  const days = Math.min(
    LONGEST_DAYS - BACK_DAYS,
    today.until(first.expectedOn, { largestUnit: 'days' }).days,
  );
  let [pieces, earned, sales] = [0, 0, 0];
  const basis: LabelledGoods[] = [];
  for (const { variantId, forecast, margin } of goods) {
    const { netMinor, costMinor } = margin;
    const away = demandOver(forecast, { from: today, days });
    if (away.mean > 0 && costMinor === undefined) return [{ unknown: 'cost', subject }];
    const marginMinor = Math.max(Number(netMinor - (costMinor ?? netMinor)), 0);
    const { mean, variance } = demandOver(forecast, { from: first.expectedOn, days: BACK_DAYS });
    basis.push({ variantId, marginMinor, mean, variance });
    pieces += away.mean;
    earned += away.mean * marginMinor;
    sales += away.mean * Number(netMinor);
  }
  const value = earned * COME_BACK.likely;
  if (value < 1) return [];
  const amount = (of: number) => BigInt(Math.round(of));
  const expectedOn = first.expectedOn.toString();
  return [
    {
      subject,
      proposal: { act: 'label', productId, variantIds: telling, expectedOn, salesMinor: amount(sales) },
      evidence: {
        figures: [
          { key: 'back_in', unit: 'days', value: String(days) },
          { key: 'demand', unit: 'count', value: String(Math.round(pieces)) },
          { key: 'come_back', unit: 'share', value: String(COME_BACK.likely) },
        ],
        chart: demandWeeks(
          goods.map(({ forecast }) => forecast),
          { from: today, weeks: Math.max(2, Math.ceil((days + BACK_DAYS) / 7)) },
        ),
        computed: 'label_product',
      },
      predicted: {
        ...{ valueMinor: amount(value), lowMinor: amount(earned * COME_BACK.least) },
        ...{ highMinor: amount(earned * COME_BACK.most), confidence: CONFIDENCE, currency },
        ...{ horizonDays: days + BACK_DAYS, counterfactual: 'not_told' },
      },
      basis: { act: 'label', goods: basis } satisfies LabelBasis,
      // Who comes today and is not told is lost today.
      waitCostMinorPerDay: amount(value / Math.max(1, days)),
      risk: { key: 'comes_later' },
      fingerprint: ['label', productId, expectedOn, telling.length].join(' '),
      expiresAt: now.add({ hours: 24 * Math.max(1, days) }),
    },
  ];
}

type LabelBasis = ReturnType<typeof labellingBasis.parse>;
type LabelledGoods = LabelBasis['goods'][number];
