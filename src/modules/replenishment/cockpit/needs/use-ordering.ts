import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { callApi, refresh } from '../../../../platform/cockpit/api/index.ts';
import { sayDone, sayFailed } from '../../../../platform/cockpit/overlay/index.ts';
import { useGo } from '../../../../platform/cockpit/state/index.ts';
import { useChoice } from '../../../../platform/cockpit/table/index.ts';
import { replenishmentWords } from '../words.ts';
import type { NeedRow } from './need-row.ts';
import { type ChosenLine, orderInParts, type PartKeys, type PartsOrdered } from './order-in-parts.ts';

/** What is chosen, how many of each, and putting it on orders: all of it at once, or in parts with what is done so far. */
export function useOrdering(rows: readonly NeedRow[]) {
  const t = replenishmentWords();
  const go = useGo();
  const client = useQueryClient();
  const choice = useChoice();
  const [quantities, setQuantities] = useState<Readonly<Record<string, number>>>({});
  const [progress, setProgress] = useState<{ readonly done: number; readonly all: number }>();
  const keys = useRef<PartKeys>(new Map());
  const lines = rows
    .filter(({ item }) => choice.has(item.variantId))
    .map(({ item: { variantId }, quantity, onOrder }) => ({
      ...{ variantId, quantity: quantities[variantId] ?? quantity, onOrder },
    }))
    .filter(({ quantity }) => quantity > 0);
  const tell = ({ orders, ordered, problem }: PartsOrdered) => {
    const gone = new Set(ordered);
    // What is not ordered stays chosen.
    choice.set(problem === undefined ? [] : [...choice.ids].filter((id) => !gone.has(id)));
    const names = orders.map(({ number, supplier }) => `${number} ${supplier}`).join(', ');
    if (problem !== undefined) {
      const text = ordered.length === 0 ? '' : `${t.needs.orderedSome(ordered.length, names)} `;
      return sayFailed(new Error(`${text}${problem.message}`));
    }
    sayDone(t.needs.ordered(names));
    const [only] = orders;
    if (only !== undefined && orders.length === 1) go(`/purchasing/${only.id}`);
  };
  const order = async (all: readonly ChosenLine[]) => {
    setProgress({ done: 0, all: all.length });
    try {
      const told = await orderInParts(all, {
        send: (part, key) => callApi('orderNeeds', { body: { lines: [...part] } }, { key }),
        ...{ keys: keys.current, newKey: () => crypto.randomUUID() },
        onProgress: (done) => setProgress({ done, all: all.length }),
      });
      tell(told);
    } finally {
      setProgress(undefined);
      await refresh(client, ['purchasing', 'replenishment']);
    }
  };
  return {
    ...{ choice, quantities, progress },
    setQuantity: (id: string, quantity: number) => setQuantities({ ...quantities, [id]: quantity }),
    run: () => {
      if (lines.length > 0 && progress === undefined) void order(lines);
    },
  };
}
