import type { Head } from '../model/index.ts';
import type { ShopperDesk } from '../personal/shopper-desk.ts';
import { type PaymentPlace, SCRIPT_INVENTORY } from './script-inventory.ts';

type Files = NonNullable<Head['scripts']>['files'];

/** The script elements of a page where money is paid, from the inventory and from nowhere else. */
export function scriptFiles(place: PaymentPlace, ours: ShopperDesk['checkoutScripts']): Files {
  return SCRIPT_INVENTORY.filter(({ isOn }) => isOn(place)).map(({ source }) =>
    'url' in source
      ? { src: addressOf(source.url, place), isModule: false }
      : { src: ours[source.ours], isModule: true },
  );
}

/** The same script from the provider's place for trying things out, where the shop's account is one there. */
function addressOf(url: string, place: PaymentPlace): string {
  const origin = place === 'checkout' ? undefined : place.scriptOrigin;
  return origin === undefined ? url : new URL(new URL(url).pathname, origin).href;
}
