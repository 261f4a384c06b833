import './events.ts';

export {
  type AddressField,
  type AddressFieldFormat,
  type AddressFormat,
  type AddressLabel,
  addressFormat,
} from './address/address-format.ts';
export { COUNTRIES, isCountry } from './address/countries.ts';
export { countriesBy, countryName } from './address/country-name.ts';
export { formatAddress } from './address/format-address.ts';
export {
  type AddressProblem,
  type AddressRefusal,
  parsePostalAddress,
} from './address/parse-postal-address.ts';
export type { PostalAddress } from './address/postal-address.ts';
export { normalPostalCode } from './address/postal-code.ts';
export { findRegion, type Region, regionsOf } from './address/region.ts';
export { ADDRESS_CHECK_PATH, answerAddress, askAddress } from './address-check.ts';
export { ANALYTICS_MODES, type AnalyticsMode, readAnalyticsMode, saveAnalyticsMode } from './analytics.ts';
export { type BannerText, bannerTextFor, readBannerTexts, saveBannerText } from './banner-texts.ts';
export { changeShop, type ShopRefusal } from './change-shop.ts';
export { type ShopDraft, TEMPLATE_NAMES } from './check.ts';
export { accentIn, type DrawnAccent } from './look/accent.ts';
export { type Look, openLookPreview, sealLookPreview } from './look/preview.ts';
export { NO_THEME, parseAccent, readTheme, saveTheme, type Theme } from './look/theme.ts';
export type { Market, MarketsRefusal, Shop, Storefront, TemplateName } from './market.ts';
export { NEW_SHOP } from './market.ts';
export { type Reached, reachedAt } from './reached-at.ts';
export {
  keepFirstMarket,
  removeMarket,
  removeStorefront,
  saveMarket,
  saveShop,
  saveStorefront,
} from './save.ts';
export { type KeptShop, readKeptShop, readMarkets, readShop, readStorefronts } from './store.ts';
