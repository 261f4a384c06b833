/** How long a code must be out of sight before the same one counts as another piece. */
const GONE_MS = 900;

export type Sightings = { readonly code: string; readonly seenAt: number } | undefined;

/**
 * Whether a code that the camera sees is a new piece: another code than before, or the same after it was gone. A code
 * that is held before the camera counts once.
 */
export function sight(
  before: Sightings,
  code: string | undefined,
  now: number,
): { readonly sightings: Sightings; readonly isNew: boolean } {
  if (code === undefined) return { sightings: before, isNew: false };
  const isHeld = before?.code === code && now - before.seenAt < GONE_MS;
  return { sightings: { code, seenAt: now }, isNew: !isHeld };
}
