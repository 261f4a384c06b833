import { serveThread } from '../index.ts';

serveThread((more: number) => (value: number) => {
  if (Number.isNaN(value)) throw new Error('nothing to add to');
  return value + more;
});
