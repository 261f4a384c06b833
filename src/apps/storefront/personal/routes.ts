import { cartRoutes } from '../cart/routes.ts';
import type { ShopperDesk } from './shopper-desk.ts';
import type { PersonalRoute } from './visit.ts';

/** Every page that belongs to one shopper, under each storefront's prefix. */
export function personalRoutes(desk: ShopperDesk): readonly PersonalRoute[] {
  return [...cartRoutes(desk)];
}
