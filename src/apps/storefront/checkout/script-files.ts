import type { Head } from '../model/index.ts';
import type { ShopperDesk } from '../personal/shopper-desk.ts';
import { type PaymentPlace, SCRIPT_INVENTORY } from './script-inventory.ts';

type Files = NonNullable<Head['scripts']>['files'];

/** The script elements of a page where money is paid, from the inventory and from nowhere else. */
export function scriptFiles(place: PaymentPlace, ours: ShopperDesk['checkoutScripts']): Files {
  return SCRIPT_INVENTORY.filter(({ isOn }) => isOn(place)).map(({ source }) =>
    'url' in source ? { src: source.url, isModule: false } : { src: ours[source.ours], isModule: true },
  );
}
