type Hours = { readonly day: number; readonly opens: string; readonly closes: string };

export type WorldPickupPoint = {
  readonly code: string;
  readonly name: string;
  readonly line1: string;
  readonly postalCode: string;
  readonly city: string;
  readonly openingHours: readonly Hours[];
};

const ALWAYS = days(1, 7, '00:00', '24:00');
const SHOP_HOURS = [...days(1, 5, '09:00', '18:30'), ...days(6, 6, '09:00', '14:00')];

/** Made-up lockers and counters in German cities: [number, name, street, postal code, city]. */
export const PICKUP_POINTS: readonly WorldPickupPoint[] = [
  ...lockers(
    ['101', 'Am Sandtorkai 30', '20457', 'Hamburg'],
    ['102', 'Neuer Steinweg 11', '20459', 'Hamburg'],
    ['103', 'Große Bergstraße 160', '22767', 'Hamburg'],
    ['104', 'Fuhlsbüttler Straße 401', '22309', 'Hamburg'],
    ['105', 'Invalidenstraße 50', '10557', 'Berlin'],
    ['106', 'Kottbusser Damm 72', '10967', 'Berlin'],
    ['107', 'Prenzlauer Allee 215', '10405', 'Berlin'],
    ['108', 'Leopoldstraße 82', '80802', 'München'],
    ['109', 'Venloer Straße 310', '50823', 'Köln'],
    ['110', 'Berger Straße 175', '60385', 'Frankfurt am Main'],
    ['111', 'Karl-Liebknecht-Straße 60', '04275', 'Leipzig'],
  ),
  ...counters(
    ['501', 'Kiosk am Großneumarkt', 'Großneumarkt 24', '20459', 'Hamburg'],
    ['502', 'Papeterie Ottensen', 'Bahrenfelder Straße 98', '22765', 'Hamburg'],
    ['503', 'Spätkauf Oderberger', 'Oderberger Straße 21', '10435', 'Berlin'],
    ['504', 'Schreibwaren Haidhausen', 'Weißenburger Straße 14', '81667', 'München'],
    ['505', 'Buchladen Südvorstadt', 'Münchner Platz 3', '01187', 'Dresden'],
  ),
];

function lockers(...rows: readonly (readonly [string, string, string, string])[]): WorldPickupPoint[] {
  return rows.map(([code, line1, postalCode, city]) => ({
    ...{ code, name: `Packstation ${code}`, line1, postalCode, city },
    openingHours: ALWAYS,
  }));
}

function counters(
  ...rows: readonly (readonly [string, string, string, string, string])[]
): WorldPickupPoint[] {
  return rows.map(([code, name, line1, postalCode, city]) => ({
    ...{ code, name, line1, postalCode, city },
    openingHours: SHOP_HOURS,
  }));
}

function days(first: number, last: number, opens: string, closes: string): Hours[] {
  return Array.from({ length: last - first + 1 }, (_, index) => ({ day: first + index, opens, closes }));
}
