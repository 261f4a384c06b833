import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { refresh, type Subject } from './queries.ts';

/**
 * Makes reads about these anew every so often while somebody looks: for what changes without being told, such as a
 * machine. `undefined` stops it.
 */
export function useRefreshEvery(subject: Subject, ms: number | undefined): void {
  const client = useQueryClient();
  useEffect(() => {
    if (ms === undefined) return undefined;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void refresh(client, [subject]);
    }, ms);
    return () => clearInterval(timer);
  }, [client, subject, ms]);
}
