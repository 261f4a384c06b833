/**
 * Jobs and reactions that reach the outside, and that a restored shop must not do by itself: what they had to do at the
 * moment of the backup may have been done since. Payments are not among them: their calls carry a key by which a provider
 * knows them, and what became of a payment is asked, never assumed.
 */
const HELD = [
  /^mails\.(?!prune$)/,
  /^webhooks\.(?!prune$)/,
  /^staff\.(?:send_mail|mail_written)$/,
  /^reporting\.send$/,
] as const;

/** Whether the job or reaction of this name is put aside when a restored shop opens. */
export function isHeldAfterRestore(name: string): boolean {
  return HELD.some((pattern) => pattern.test(name));
}
