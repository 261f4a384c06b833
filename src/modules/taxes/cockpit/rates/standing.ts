/** Whether a rate applies on a day: it begins on its first day, and ends before `validUntil`. */
export function standingOf(
  {
    validFrom = '',
    validUntil,
  }: { readonly validFrom?: string | undefined; readonly validUntil?: string | undefined },
  day: string,
): 'now' | 'to_come' | 'past' {
  if (validFrom > day) return 'to_come';
  return validUntil !== undefined && validUntil <= day ? 'past' : 'now';
}
