import { fallbacksOf, type Locale, localeOf } from '../../kernel/index.ts';
import type { Market } from '../markets/index.ts';

/**
 * What the button says that orders with an obligation to pay. The law names the words, so nobody's theme changes them:
 * Directive 2011/83/EU, article 8 (2), and its national forms (Germany: BGB § 312j (3); Court of Justice, C-249/21: the
 * words on the button alone count). Where no such law holds, the plain words of the trade.
 */
export function orderButton(locale: Locale, market: Pick<Market, 'countries'>): string {
  const isUnion = market.countries.length === 0 || market.countries.some((country) => PLACES.has(country));
  const words = isUnion ? OBLIGATION : PLAIN;
  const found = fallbacksOf(locale).find((one) => words.has(one));
  return words.get(found ?? ENGLISH) ?? '';
}

const ENGLISH = localeOf('en');

// The European Union and the countries that took its words over: EEA, and the United Kingdom (SI 2013/3134, 14 (4)).
const PLACES: ReadonlySet<string> = new Set(
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO GB'.split(' '),
);

const OBLIGATION: ReadonlyMap<string, string> = new Map([
  ['bg', 'Поръчка със задължение за плащане'],
  ['cs', 'Objednávka zavazující k platbě'],
  ['da', 'Ordre med betalingsforpligtelse'],
  ['de', 'Zahlungspflichtig bestellen'],
  ['el', 'Παραγγελία με υποχρέωση πληρωμής'],
  ['en', 'Order with obligation to pay'],
  ['es', 'Pedido con obligación de pago'],
  ['et', 'Maksekohustusega tellimus'],
  ['fi', 'Tilaus ja maksuvelvoite'],
  ['fr', 'Commande avec obligation de paiement'],
  ['ga', 'Ordú a bhfuil oibleagáid íocaíochta ag gabháil leis'],
  ['hr', 'Narudžba s obvezom plaćanja'],
  ['hu', 'Fizetési kötelezettséggel járó megrendelés'],
  ['it', 'Ordine con obbligo di pagare'],
  ['lt', 'Užsakymas su įsipareigojimu sumokėti'],
  ['lv', 'Pasūtījums ar pienākumu maksāt'],
  ['nl', 'Bestelling met betalingsverplichting'],
  ['nb', 'Bestilling med betalingsforpliktelse'],
  ['pl', 'Zamówienie z obowiązkiem zapłaty'],
  ['pt', 'Encomenda com obrigação de pagamento'],
  ['ro', 'Comandă cu obligație de plată'],
  ['sk', 'Objednávka s povinnosťou platby'],
  ['sl', 'Naročilo z obveznostjo plačila'],
  ['sv', 'Beställning med betalningsskyldighet'],
]);

const PLAIN: ReadonlyMap<string, string> = new Map([
  ['de', 'Jetzt kaufen'],
  ['en', 'Place order and pay'],
  ['es', 'Realizar pedido y pagar'],
  ['fr', 'Commander et payer'],
]);
