/**
 * The countries of ISO 3166-1 and XK (Kosovo), which carriers use, by where one thinks of them when one sells: the
 * European Union apart, since one law and one customs border hold there.
 */
export const COUNTRY_GROUPS = {
  union: 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
  europe: 'AD AL AX BA BY CH FO GB GG GI IM IS JE LI MC MD ME MK NO RS RU SJ SM TR UA VA XK'.split(' '),
  americas: (
    'AG AI AR AW BB BL BM BO BQ BR BS BZ CA CL CO CR CU CW DM DO EC FK GD GF GL GP GT GY HN HT JM KN KY LC MF MQ MS ' +
    'MX NI PA PE PM PR PY SR SV SX TC TT US UY VC VE VG VI'
  ).split(' '),
  asia: (
    'AE AF AM AZ BD BH BN BT CN GE HK ID IL IN IO IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN MO MV MY NP OM PH PK ' +
    'PS QA SA SG SY TH TJ TL TM TW UZ VN YE'
  ).split(' '),
  africa: (
    'AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU MW MZ NA NE ' +
    'NG RE RW SC SD SH SL SN SO SS ST SZ TD TG TN TZ UG YT ZA ZM ZW'
  ).split(' '),
  oceania:
    'AQ AS AU BV CC CK CX FJ FM GS GU HM KI MH MP NC NF NR NU NZ PF PG PN PW SB TF TK TO TV UM VU WF WS'.split(
      ' ',
    ),
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type CountryGroup = keyof typeof COUNTRY_GROUPS;

export const ALL_COUNTRIES: readonly string[] = Object.values(COUNTRY_GROUPS).flat();
