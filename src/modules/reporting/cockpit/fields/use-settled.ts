import { useEffect, useState } from 'react';

/** The value as it was when it last stood still for so long: what is typed is not asked about with each letter. */
export function useSettled<Value>(value: Value, ms = 600): Value {
  const [settled, settle] = useState(value);
  // What is drawn anew with the same content has not changed.
  const text = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), ms);
    return () => clearTimeout(timer);
  }, [text, ms]);
  return settled;
}
