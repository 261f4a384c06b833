import { currencyOf } from '../../../kernel/index.ts';
import { aVisit } from './a-warehouse.ts';
import { aLine, anEntry, anOrder, aSpend, type Planted } from './planted.ts';

const STEPS = ['page_view', 'view_item', 'add_to_cart', 'begin_checkout', 'purchase'];
export const ODD_SOURCE = "o'neill; drop table sale; --";

/** Two months of trade in two currencies: 80 orders, some credited, and 240 visits; the same each time. */
export async function aTrade(planted: Planted): Promise<void> {
  const random = randomness(7);
  const visits = Array.from({ length: 240 }, (_, number) => {
    const day = Temporal.PlainDate.from('2026-03-01').add({ days: random.below(61) });
    const at = `${day}T${String(random.below(24)).padStart(2, '0')}:${10 + random.below(40)}:00Z`;
    const [market = 'eu', currency = 'EUR'] = random.pick([
      ['eu', 'EUR'],
      ['us', 'USD'],
    ]);
    const [isBought, orderId] = [number % 3 === 0, `order-${String(number).padStart(3, '0')}`];
    if (isBought) plantOrder(planted, { orderId, at, market, currency, random });
    // One order in ten is of somebody who could not be followed.
    const steps = isBought && number % 10 !== 0 ? STEPS : STEPS.slice(0, 1 + random.below(4));
    return aVisit(`visitor-${number}`, at, steps, {
      ...{ device: random.pick(['desktop', 'mobile']), country: random.pick(['DE', 'FR', 'US']) },
      ...{ source: random.pick(['ads', 'letter', ODD_SOURCE]), path: random.pick(['/', '/sale']) },
      ...{ market, currency, order_id: orderId },
    });
  });
  for (const on of ['2026-03-05', '2026-03-06', '2026-04-02']) {
    planted.spend.push(aSpend({ on, source: 'ads', amountMillionths: 12_340_000n }));
  }
  await planted.logPart('trade', visits.flat());
}

type Random = ReturnType<typeof randomness>;
type TradeOrder = {
  readonly orderId: string;
  readonly at: string;
  readonly market: string;
  readonly currency: string;
  readonly random: Random;
};

function plantOrder({ orders, entries }: Planted, order: TradeOrder): void {
  const { orderId, at, random } = order;
  const currency = currencyOf(order.currency);
  const lines = Array.from({ length: 1 + random.below(3) }, (_, place) =>
    aLine(orderId, place + 1, random.pick(['cup', 'hat', 'lamp', 'chair'])),
  );
  orders.set(
    orderId,
    anOrder({
      ...{ orderId, lines, currency, market: order.market, country: random.pick(['DE', 'FR', 'US']) },
      customerKey: random.pick(['anna', 'ben', 'cleo', 'dora', 'emil', undefined]),
    }),
  );
  for (const { lineId } of lines) {
    const quantity = 1 + random.below(3);
    const grossMinor = BigInt(quantity * (500 + random.below(9_000)));
    const discountMinor = random.below(3) === 0 ? grossMinor / BigInt(2 + random.below(9)) : 0n;
    const about = { orderId, lineId, currency };
    entries.push(anEntry({ ...about, at, quantity, grossMinor, discountMinor, taxMinor: grossMinor / 5n }));
    entries.push(anEntry({ ...about, at, kind: 'cost', costMinor: grossMinor / 2n }));
    if (random.below(6) > 0) continue;
    const later = Temporal.Instant.from(at)
      .add({ hours: 24 * random.below(9) })
      .toString();
    const returnsMinor = grossMinor - discountMinor;
    entries.push(anEntry({ ...about, at: later, kind: 'credit', quantity: -quantity, returnsMinor }));
  }
  const delivery = { lineId: undefined, shippingMinor: 500n, taxMinor: 100n };
  entries.push(anEntry({ orderId, at, currency, ...delivery }));
}

/** Numbers of a linear congruential generator: small, and the same everywhere (Numerical Recipes, 3rd edition, 7.1). */
function randomness(seed: number) {
  let state = seed;
  const below = (most: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
  const pick = <One>(from: readonly [One, ...One[]]): One => from[below(from.length)] ?? from[0];
  return { below, pick };
}
