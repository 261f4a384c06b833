import { both } from './text.ts';
import type { WorldCategory } from './world.ts';

const ROWS: readonly (readonly [path: string, german: string, description: string])[] = [
  ['Living', 'Wohnen', 'Things for rooms that are lived in. | Dinge für Räume, in denen gelebt wird.'],
  [
    'Living/Decoration',
    'Dekoration',
    'For windowsills, mantels and tables. | Für Fensterbank, Kaminsims und Tisch.',
  ],
  [
    'Living/Decoration/Vases',
    'Vasen',
    'For one stem or a whole garden. | Für einen Stiel oder einen ganzen Garten.',
  ],
  ['Living/Decoration/Candles', 'Kerzen', 'Rapeseed wax and beeswax. | Rapswachs und Bienenwachs.'],
  ['Living/Lighting', 'Licht', 'Warm, dimmable, repairable. | Warm, dimmbar, reparierbar.'],
  ['Living/Lighting/Lamps', 'Leuchten', 'For tables, floors and ceilings. | Für Tisch, Boden und Decke.'],
  ['Living/Garden', 'Garten', 'For balconies and beyond. | Für den Balkon und weiter.'],
  ['Living/Garden/Planters', 'Übertöpfe', 'Pots that suit the plant. | Töpfe, die zur Pflanze passen.'],
  ['Living/Kitchen', 'Küche', 'For cooking, setting, pouring. | Zum Kochen, Decken, Einschenken.'],
  ['Living/Kitchen/Mugs & Cups', 'Becher & Tassen', 'From espresso to soup. | Von Espresso bis Suppe.'],
  ['Living/Kitchen/Bowls', 'Schalen', 'From salt to salad. | Von Salz bis Salat.'],
  ['Living/Kitchen/Plates', 'Teller', 'For toast and for Sunday. | Für Toast und für Sonntag.'],
  ['Living/Kitchen/Glassware', 'Gläser', 'Blown from old bottles. | Aus alten Flaschen geblasen.'],
  ['Living/Kitchen/Boards', 'Bretter', 'Oak, walnut, olive. | Eiche, Nussbaum, Olive.'],
  ['Living/Kitchen/Aprons', 'Schürzen', 'Linen and canvas. | Leinen und Canvas.'],
  ['Living/Textiles', 'Heimtextilien', 'Wool, linen, jute. | Wolle, Leinen, Jute.'],
  ['Living/Textiles/Cushions', 'Kissen', 'For sofas and window seats. | Für Sofa und Fensterplatz.'],
  ['Living/Textiles/Throws', 'Decken', 'Warm without weight. | Warm ohne Gewicht.'],
  ['Living/Textiles/Rugs', 'Teppiche', 'Woven, knotted, braided. | Gewebt, geknüpft, geflochten.'],
  ['Clothing', 'Kleidung', 'Plain things, well cut. | Schlichtes, gut geschnitten.'],
  ['Clothing/Tops', 'Oberteile', 'From T-shirt to jumper. | Vom T-Shirt bis zum Pullover.'],
  ['Clothing/Tops/Shirts', 'Hemden', 'Cotton and linen. | Baumwolle und Leinen.'],
  ['Clothing/Tops/T-Shirts', 'T-Shirts', 'The ones you buy three of. | Die, von denen man drei kauft.'],
  ['Clothing/Tops/Knitwear', 'Strick', 'Wool from the coast. | Wolle von der Küste.'],
  ['Clothing/Trousers', 'Hosen', 'Deep pockets, honest cloth. | Tiefe Taschen, ehrlicher Stoff.'],
  ['Clothing/Accessories', 'Accessoires', 'For necks, heads and feet. | Für Hals, Kopf und Füße.'],
  ['Clothing/Accessories/Scarves', 'Schals', 'Long enough to wrap twice. | Lang genug für zwei Runden.'],
  ['Clothing/Accessories/Beanies', 'Mützen', 'Stay on in the wind. | Bleiben im Wind, wo sie sind.'],
  ['Clothing/Accessories/Socks', 'Socken', 'Merino for every day. | Merino für jeden Tag.'],
  ['Clothing/Accessories/Bags', 'Taschen', 'Canvas and cord. | Canvas und Kordel.'],
  ['Paper', 'Papier', 'For notes, plans and patterns. | Für Notizen, Pläne und Schnitte.'],
  ['Paper/Notebooks', 'Notizbücher', 'Sewn, so that they lie flat. | Genäht, damit sie flach liegen.'],
  ['Paper/Patterns', 'Schnittmuster', 'To sew yourself. | Zum Selbernähen.'],
  ['Gifts', 'Geschenke', 'In our grey box, with a card. | In unserer grauen Schachtel, mit Karte.'],
  [
    'Gifts/Sets',
    'Geschenksets',
    'Two or three things that belong together. | Zwei, drei Dinge, die zusammengehören.',
  ],
];

/** The tree, parents before children. */
export const CATEGORIES: readonly WorldCategory[] = ROWS.map(([path, german, description]) => ({
  path: path.split('/'),
  german,
  description: both(description),
}));
