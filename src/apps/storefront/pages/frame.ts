import { addressOf } from '../address.ts';
import { isInEuropeanUnion } from '../consumer-law.ts';
import type { Frame } from '../model/index.ts';
import type { Site } from '../site.ts';
import { themeHref } from '../theme/theme-css.ts';

/**
 * What stands around the page at `path` (without the storefront's prefix).
 *
 * @param query of the page where the other storefronts have the same page with it: `?q=mug`
 */
export function frameOf(
  site: Site,
  assets: Frame['assets'],
  page: { readonly path: string; readonly query?: string; readonly searchText?: string },
): Frame {
  const { shop } = site;
  return {
    shopName: shop.name,
    tagline: shop.tagline,
    legalName: shop.legalName,
    email: shop.email,
    phone: shop.phone,
    postalAddress: shop.postalAddress,
    template: site.template,
    locale: site.locale,
    currency: site.currency,
    market: site.market.code,
    prefix: site.prefix === '' ? '' : `/${site.prefix}`,
    path: page.path,
    mainMenu: site.mainMenu,
    footerMenus: site.footerMenus,
    notice: site.notice,
    storefronts: site.storefronts.map(({ prefix, title, locale, currency }) => ({
      title,
      href: addressOf(prefix, page.path) + (page.query ?? ''),
      locale,
      currency,
      isCurrent: prefix === site.prefix,
    })),
    assets: inColour(site, assets),
    logo: site.logo,
    searchText: page.searchText ?? '',
    hasWithdrawal: site.canWithdraw && site.market.countries.some(isInEuropeanUnion),
    consentWords: site.consentWords && { title: site.consentWords.title, text: site.consentWords.text },
    consentAction: site.analytics === 'ask' ? site.to('/privacy-choices') : undefined,
  };
}

/** The template's style, then what is the shop's own of it. */
function inColour({ template, accent }: Site, assets: Frame['assets']): Frame['assets'] {
  return accent === '' ? assets : { ...assets, styles: [...assets.styles, themeHref(template, accent)] };
}
