/** Carriers whose parcels can be followed, with `{}` for the number. As their own sites answered in 2025. */
const PAGES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    dhl: 'https://www.dhl.de/de/privatkunden/pakete-empfangen/verfolgen.html?piececode={}',
    'dhl-express': 'https://www.dhl.com/global-en/home/tracking/tracking-express.html?tracking-id={}',
    dpd: 'https://tracking.dpd.de/status/en_US/parcel/{}',
    gls: 'https://gls-group.com/track/{}',
    hermes: 'https://www.myhermes.de/empfangen/sendungsverfolgung/sendungsinformation#{}',
    ups: 'https://www.ups.com/track?tracknum={}',
    fedex: 'https://www.fedex.com/fedextrack/?trknbr={}',
    'royal-mail': 'https://www.royalmail.com/track-your-item#/tracking-results/{}',
    postnl: 'https://postnl.nl/tracktrace/?B={}',
    'la-poste': 'https://www.laposte.fr/outils/suivre-vos-envois?code={}',
    'post-at': 'https://www.post.at/sv/sendungsdetails?snr={}',
    'swiss-post': 'https://service.post.ch/ekp-web/ui/entry/search/{}',
    usps: 'https://tools.usps.com/go/TrackConfirmAction?tLabels={}',
  }),
);

/** Carriers that `trackingUrl` knows. */
export const CARRIERS: readonly string[] = [...PAGES.keys()];

/**
 * Where the shopper can follow a parcel, or `undefined` for a carrier that is not known: the number alone is shown then.
 *
 * @example
 * trackingUrl('UPS', '1Z 999 AA1 0123456784') // 'https://www.ups.com/track?tracknum=1Z999AA10123456784'
 */
export function trackingUrl(carrier: string, number: string): string | undefined {
  const page = PAGES.get(
    carrier
      .trim()
      .toLowerCase()
      .replace(/[\s_]+/g, '-'),
  );
  const compact = number.replace(/\s/g, '');
  return page === undefined || compact === '' ? undefined : page.replace('{}', encodeURIComponent(compact));
}
