/**
 * How a country writes addresses. From the address metadata of Google's libaddressinput (Apache-2.0, commit e20690c of
 * 12 June 2025), which follows the Universal Postal Union's "Postal addressing systems" and standard S42; where that is
 * behind, changed after: AE emirates, IE Eircode, KR and TZ five digits, IN states and CN provinces as ISO 3166-2 has
 * them, postal code required all over the European Union.
 */
export type CountryFormat = {
  /**
   * A label's lines with `|` between them: %N name, %O organisation, %A the street's lines, %C city, %S region, %Z
   * postal code, anything else as it stands.
   */
  readonly lines: string;
  /** The same for an address in Latin letters, where the country has a script of its own. */
  readonly latinLines?: string;
  /** Letters of what must be given besides the name; `AC` where nothing is said. */
  readonly required?: string;
  /** A postal code in its usual form; without it the country has none. */
  readonly code?: RegExp;
  readonly example?: string;
  /** Where the usual form has a mark: after so many characters, or before the last ones when negative. */
  readonly split?: { readonly at: number; readonly mark: string };
  /** What the field is called there, when it is not a province, a postal code, a city. */
  readonly region?: RegionWord;
  readonly postalCode?: PostalCodeWord;
  readonly city?: CityWord;
  /** The city of a country that is one. */
  readonly cityIfNone?: string;
};

export type RegionWord =
  | 'province'
  | 'state'
  | 'county'
  | 'area'
  | 'department'
  | 'district'
  | 'do_si'
  | 'emirate'
  | 'island'
  | 'parish'
  | 'prefecture';
export type PostalCodeWord = 'postal_code' | 'zip' | 'pin' | 'eircode';
export type CityWord = 'city' | 'post_town' | 'suburb' | 'district';
