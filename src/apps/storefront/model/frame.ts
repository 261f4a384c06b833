import type { CurrencyCode, Locale } from '../../../kernel/index.ts';
import type { Link, MenuItem, PictureModel, TemplateName } from './basics.ts';

/** What stands around every page. */
export type Frame = {
  readonly shopName: string;
  /** In place of the name in the head of every page. */
  readonly logo: PictureModel | undefined;
  readonly tagline: string;
  readonly legalName: string;
  readonly email: string;
  readonly phone: string;
  readonly postalAddress: string;
  readonly template: TemplateName;
  readonly locale: Locale;
  readonly currency: CurrencyCode;
  /** The market's code. */
  readonly market: string;
  /** '' or '/de': before every path of this storefront. */
  readonly prefix: string;
  readonly path: string;
  readonly mainMenu: readonly MenuItem[];
  readonly footerMenus: readonly MenuItem[];
  readonly notice: string | undefined;
  /** The other storefronts' address of this page, for the language and currency choice. */
  readonly storefronts: readonly (Link & {
    readonly locale: Locale;
    readonly currency: CurrencyCode;
    readonly isCurrent: boolean;
  })[];
  readonly assets: {
    readonly styles: readonly string[];
    readonly scripts: readonly string[];
    readonly fonts: readonly string[];
  };
  readonly searchText: string;
  /** Consumers here may withdraw from a contract made at a distance: the way to do so is on every page. */
  readonly hasWithdrawal: boolean;
  /** Where the banner's choice goes, in a shop that asks visitors whether they may be known again. */
  readonly consentAction: string | undefined;
  /** In place of the built-in words of the question. */
  readonly consentWords: { readonly title: string; readonly text: string } | undefined;
};

export type Head = {
  readonly title: string;
  readonly description: string;
  readonly canonical: string;
  readonly alternates: readonly { readonly locale: string; readonly href: string }[];
  readonly robots: string | undefined;
  readonly openGraph: Readonly<Record<string, string>>;
  /** Serialised into script elements of type application/ld+json with `<` escaped. */
  readonly jsonLd: readonly unknown[];
  /** The picture that is the page's largest paint: preloaded. */
  /** Where the page's policy names its scripts one by one (checkout): these instead of the frame's. */
  readonly scripts?:
    | {
        readonly nonce: string;
        readonly files: readonly { readonly src: string; readonly isModule: boolean }[];
      }
    | undefined;
  readonly preloadPicture: { readonly picture: PictureModel; readonly sizes: string } | undefined;
};
