import './events.ts';

export type { PostalAddress } from './address/postal-address.ts';
export type { Market, MarketsRefusal, Shop, Storefront, TemplateName } from './market.ts';
export { NEW_SHOP } from './market.ts';
export { removeMarket, removeStorefront, saveMarket, saveShop, saveStorefront } from './save.ts';
export { readMarkets, readShop, readStorefronts } from './store.ts';
