import { isInVatArea, isMemberState, type TaxPlace, taxPlace } from './eu.ts';
import { ratesAt } from './rates-at.ts';
import type { TaxRulebook } from './rulebook.ts';
import type { TaxSeller } from './seller.ts';
import type { ExemptReason, TaxContext, TaxInput } from './tax-context.ts';
import type { TaxRate } from './tax-rate.ts';
import { isUnionVatId, parseVatId } from './vat-id.ts';

/** Countries that tax sales by state only, and only those of sellers who are registered in that state. */
const TAXED_BY_STATE: ReadonlySet<string> = new Set(['US']);

/**
 * Which tax applies to goods sent to a destination.
 *
 * - A customer who is exempt, or a business in another member state with a VAT id (Directive 2006/112/EC, articles 138
 *   and 196), pays none; nor does who is in a country that the seller exports to (article 146).
 * - A consumer in another member state pays that state's rate (article 33) when the seller is registered there or for
 *   the one-stop shop or sells more than EUR 10,000 a year abroad; below that the seller's own (article 59c).
 * - At home, and wherever else the seller is registered: the destination's.
 *
 * @example
 * taxContextOf(rulebook, { destination: { country: 'FR' }, sellerCountry: 'DE', now }).rateFor('')
 * // with the one-stop shop [{ name: 'TVA', country: 'FR', rateMillionths: 200_000 }], else Germany's 190_000
 */
export function taxContextOf(rulebook: TaxRulebook, input: TaxInput): TaxContext {
  return explainTax(rulebook, input).context;
}

/** Why these rates apply: whose they are. Of an exempt sale its reason says it. */
export type TaxReason = 'home' | 'registered' | 'union' | 'below_threshold' | 'no_tax_there' | ExemptReason;

/** The same, with the reason. */
export function explainTax(
  rulebook: TaxRulebook,
  input: TaxInput,
): { readonly context: TaxContext; readonly why: TaxReason } {
  const destination = taxPlace(input.destination);
  const home = input.sellerCountry.toUpperCase();
  const { why, place } = verdictOf(rulebook.seller, { ...input, destination, home });
  const day = input.now.toZonedDateTimeISO(rulebook.seller.timeZone).toPlainDate();
  if (isExempt(why)) {
    const containedRateFor = rateLookup(rulebook, { country: home }, day);
    const about = { isExempt: true, exemptReason: why, rateFor: () => [], containedRateFor };
    return { why, context: { ...shown(destination), ...about } };
  }
  if (place === undefined) {
    return { why, context: { ...shown(destination), isExempt: false, rateFor: () => [] } };
  }
  const rateFor = rateLookup(rulebook, place, day);
  return { why, context: { ...shown(place), isExempt: false, rateFor } };
}

const EXEMPT: readonly TaxReason[] = [
  'reverse_charge',
  'export',
  'exempt_customer',
] satisfies readonly ExemptReason[];

function isExempt(why: TaxReason): why is ExemptReason {
  return EXEMPT.includes(why);
}

function rateLookup(
  rulebook: TaxRulebook,
  place: TaxPlace,
  day: Temporal.PlainDate,
): (taxClass: string) => readonly TaxRate[] {
  const known = new Map<string, readonly TaxRate[]>();
  return (taxClass) => {
    const rates = known.get(taxClass) ?? ratesAt(rulebook.rules, { place, taxClass, day });
    known.set(taxClass, rates);
    return rates;
  };
}

type Question = Pick<TaxInput, 'customer'> & { readonly destination: TaxPlace; readonly home: string };

/** Why, and the place whose rates apply; none where there is no tax. */
type Verdict = { readonly why: TaxReason; readonly place?: TaxPlace };

function verdictOf(seller: TaxSeller, question: Question): Verdict {
  const { customer, destination, home } = question;
  if (customer?.isExempt === true) return { why: 'exempt_customer' };
  if (isReverseCharge(seller, question)) return { why: 'reverse_charge' };
  if (TAXED_BY_STATE.has(destination.country)) {
    if (isRegisteredAt(seller, destination)) return { why: 'registered', place: destination };
    return { why: destination.country === home ? 'no_tax_there' : 'export' };
  }
  const isWithinUnion = isMemberState(home) && isInVatArea(destination);
  if (isMemberState(destination.country) && !isInVatArea(destination)) return { why: 'export' };
  if (destination.country === home) return { why: 'home', place: destination };
  if (isRegisteredAt(seller, destination)) return { why: 'registered', place: destination };
  if (isWithinUnion) {
    return seller.usesOss || seller.isAboveThreshold
      ? { why: 'union', place: destination }
      : { why: 'below_threshold', place: { country: home } };
  }
  return seller.usesOss && isInVatArea(destination)
    ? { why: 'union', place: destination }
    : { why: 'export' };
}

function isReverseCharge(seller: TaxSeller, { customer, destination, home }: Question): boolean {
  if (customer?.vatId === undefined || customer.isVatIdValid === false) return false;
  if (seller.vatIdProof === 'checked' && customer.isVatIdValid !== true) return false;
  if (!isMemberState(home) || !isInVatArea(destination) || destination.country === home) return false;
  const vatId = parseVatId(customer.vatId);
  return vatId.ok && isUnionVatId(vatId.value) && vatId.value.country !== home;
}

function isRegisteredAt({ registrations }: TaxSeller, { country, region }: TaxPlace): boolean {
  return registrations.includes(country) || registrations.includes(`${country}-${region}`);
}

function shown({ country, region }: TaxPlace): Pick<TaxContext, 'country' | 'region'> {
  return region === undefined ? { country } : { country, region };
}
