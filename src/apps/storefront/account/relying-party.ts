import type { RelyingParty } from '../../../modules/customers/index.ts';
import type { Visit } from '../personal/visit.ts';

/** Whose passkeys these are: the shop's, at the address it is reached at. */
export function relyingParty({ origin, site }: Visit): RelyingParty {
  return { id: new URL(origin).hostname, name: site.shop.name, origin };
}
