import { useEffect } from 'react';

const asked = new EventTarget();

/** Opens the drawer of long work, where what was just begun is seen. */
export function showWork(): void {
  asked.dispatchEvent(new Event('show'));
}

/** For the frame, which has the drawer. */
export function useWorkShown(show: () => void): void {
  useEffect(() => {
    asked.addEventListener('show', show);
    return () => asked.removeEventListener('show', show);
  }, [show]);
}
