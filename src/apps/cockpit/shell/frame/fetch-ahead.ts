import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { DESKS } from '../desks.ts';

// The first screen's own data, menus and dialogs come before what may be wanted later.
const SETTLED_MS = 1_500;

/**
 * Once the first screen stands, the code of each desk's own is fetched while nothing else is to be done, so that a desk
 * opens with its data alone. Not where the browser is asked to save data.
 */
export function useFetchAhead(): void {
  const router = useRouter();
  const may = useMay();
  useEffect(() => {
    if ('connection' in navigator && savesData(navigator.connection)) return;
    const paths = DESKS.flatMap(({ navigation }) => navigation.slice(0, 1))
      .filter(({ permission }) => may(permission))
      .map(({ path }) => path);
    let isOver = false;
    const fetchNext = async () => {
      const path = paths.shift();
      if (isOver || path === undefined) return;
      await router.preloadRoute({ to: path });
      whenIdle(() => void fetchNext());
    };
    const start = setTimeout(() => whenIdle(() => void fetchNext()), SETTLED_MS);
    return () => {
      clearTimeout(start);
      isOver = true;
    };
  }, [router, may]);
}

function whenIdle(work: () => void): void {
  // Safari has no idle callback: there a moment later is the moment.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 5_000 });
  else setTimeout(work, 300);
}

function savesData(connection: unknown): boolean {
  return typeof connection === 'object' && connection !== null && 'saveData' in connection
    ? connection.saveData === true
    : false;
}
