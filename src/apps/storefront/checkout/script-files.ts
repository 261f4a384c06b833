import type { Head } from '../model/index.ts';
import type { ShopperDesk } from '../personal/shopper-desk.ts';
import type { OfferedMethod } from './payment-choices.ts';
import { scriptsFor } from './script-inventory.ts';

type Files = NonNullable<Head['scripts']>['files'];

/** The script elements of a checkout that offers these ways to pay, from the inventory and from nowhere else. */
export function scriptFiles(
  offered: readonly Pick<OfferedMethod, 'method'>[],
  ours: ShopperDesk['checkoutScripts'],
): Files {
  return scriptsFor(offered).map(({ source }) =>
    'url' in source ? { src: source.url, isModule: false } : { src: ours[source.ours], isModule: true },
  );
}
