/** What stands on the shopper's statement: the shop's address, which they know it by. Letters, digits, `.-`, 24 at most. */
export function narrativeOf(returnUrl: string): string {
  return new URL(returnUrl).hostname.replace(/[^\w.-]|_/g, '').slice(0, 24);
}
