import { useLayoutEffect, useMemo, useRef } from 'react';
import type { RowHandlers } from './decision-row.tsx';

/** Handlers that stay the same from one drawing to the next, and call what was given last: rows that did not change are left alone. */
export function useRowHandlers(given: RowHandlers): RowHandlers {
  const latest = useRef(given);
  useLayoutEffect(() => {
    latest.current = given;
  });
  return useMemo(
    () => ({
      onPoint: (decision) => latest.current.onPoint(decision),
      onChoose: (decision) => latest.current.onChoose(decision),
      onApprove: (decision) => latest.current.onApprove(decision),
      onReject: (decision) => latest.current.onReject(decision),
      onEdited: () => latest.current.onEdited(),
    }),
    [],
  );
}
