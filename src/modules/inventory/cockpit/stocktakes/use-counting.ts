import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem, callApi, refresh } from '../../../../platform/cockpit/api/index.ts';
import { useDraft } from '../../../../platform/cockpit/state/index.ts';

export type Entry = { readonly variantId: string; readonly quantity: number; readonly isAnew: boolean };
type Waiting = { readonly key: string; readonly entries: readonly Entry[] };

const GATHERED_MS = 500;
const AGAIN_MS = 4_000;
const ABOUT = ['inventory'] as const;

/**
 * Sends what is counted, gathered for half a second. What could not be sent (a warehouse has corners without a network)
 * waits in the browser under the key of its try, so that it counts once however often it is sent.
 */
export function useCounting(stocktakeId: string): {
  readonly count: (entry: Entry) => void;
  /** Pieces that the shop has not heard of yet. */
  readonly waiting: number;
  readonly problem: string | undefined;
} {
  const client = useQueryClient();
  const [kept, keep, drop] = useDraft<readonly Waiting[]>(`count ${stocktakeId}`);
  const queue = useRef<readonly Waiting[]>(kept ?? []);
  const fresh = useRef<readonly Entry[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isSending = useRef(false);
  const [waiting, setWaiting] = useState(queue.current.length);
  const [problem, setProblem] = useState<string>();
  const show = useCallback(() => {
    const all = [...queue.current.flatMap(({ entries }) => entries), ...fresh.current];
    setWaiting(all.length);
    if (queue.current.length === 0) drop();
    else keep(queue.current);
  }, [drop, keep]);
  const send = useCallback(async () => {
    if (fresh.current.length > 0) {
      queue.current = [...queue.current, { key: crypto.randomUUID(), entries: fresh.current }];
      fresh.current = [];
      show();
    }
    if (isSending.current) return;
    isSending.current = true;
    try {
      for (let next = queue.current[0]; next !== undefined; next = queue.current[0]) {
        await callApi(
          'countItems',
          { params: { id: stocktakeId }, body: { entries: [...next.entries] } },
          next,
        );
        queue.current = queue.current.slice(1);
        setProblem(undefined);
        show();
      }
      await refresh(client, ABOUT);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.message);
      // What the shop refuses it refuses again: only what passed by is tried again.
      if (error.isPassing) timer.current = setTimeout(() => void send(), AGAIN_MS);
      else queue.current = queue.current.slice(1);
      show();
    } finally {
      isSending.current = false;
    }
  }, [client, show, stocktakeId]);
  useEffect(() => {
    if (queue.current.length > 0) void send();
    return () => clearTimeout(timer.current);
  }, [send]);
  const count = useCallback(
    (entry: Entry) => {
      fresh.current = [...fresh.current, entry];
      show();
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void send(), GATHERED_MS);
    },
    [send, show],
  );
  return { count, waiting, problem };
}
