import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { refresh } from '../api/queries.ts';

const GATHERED_MS = 250;

/** Hears what others change, and makes the reads about it anew. After a lost connection, all of them. */
export function useLiveUpdates(address: string): void {
  const client = useQueryClient();
  useEffect(() => {
    const source = new EventSource(address);
    const changed = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wasOpen = false;
    source.addEventListener('open', () => {
      if (wasOpen) void client.invalidateQueries();
      wasOpen = true;
    });
    source.addEventListener('message', ({ data }: MessageEvent<string>) => {
      for (const topic of data.split(' ')) changed.add(topic.split('.')[0] ?? topic);
      timer ??= setTimeout(() => {
        void refresh(client, [...changed]);
        changed.clear();
        timer = undefined;
      }, GATHERED_MS);
    });
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, [address, client]);
}
