import { both, type Text } from './text.ts';

/** An entry of a menu; `scene` names the picture that stands beside its column. */
export type WorldMenuItem = {
  readonly title: Text;
  readonly path: string;
  readonly scene?: string;
  readonly children: readonly WorldMenuItem[];
};

export const MENUS: Readonly<Record<string, readonly WorldMenuItem[]>> = {
  main: [
    item('New | Neu', '/collections/new-arrivals'),
    item('Living | Wohnen', '/collections/living', 'room', [
      item('Decoration | Dekoration', '/categories/living/decoration', undefined, [
        item('Vases | Vasen', '/categories/living/decoration/vases'),
        item('Candles | Kerzen', '/categories/living/decoration/candles'),
        item('Planters | Übertöpfe', '/categories/living/garden/planters'),
      ]),
      item('Textiles | Heimtextilien', '/categories/living/textiles', undefined, [
        item('Cushions | Kissen', '/categories/living/textiles/cushions'),
        item('Throws | Decken', '/categories/living/textiles/throws'),
        item('Rugs | Teppiche', '/categories/living/textiles/rugs'),
      ]),
      item('Light | Licht', '/collections/light', undefined, [
        item('Lamps | Leuchten', '/categories/living/lighting/lamps'),
      ]),
    ]),
    item('Kitchen | Küche', '/collections/kitchen-and-table', 'table', [
      item('To eat | Zum Essen', '/categories/living/kitchen', undefined, [
        item('Plates | Teller', '/categories/living/kitchen/plates'),
        item('Bowls | Schalen', '/categories/living/kitchen/bowls'),
        item('Boards | Bretter', '/categories/living/kitchen/boards'),
      ]),
      item('To drink | Zum Trinken', '/categories/living/kitchen/mugs-cups', undefined, [
        item('Mugs & cups | Becher & Tassen', '/categories/living/kitchen/mugs-cups'),
        item('Glassware | Gläser', '/categories/living/kitchen/glassware'),
      ]),
      item('To cook | Zum Kochen', '/categories/living/kitchen/aprons', undefined, [
        item('Aprons | Schürzen', '/categories/living/kitchen/aprons'),
      ]),
    ]),
    item('Clothing | Kleidung', '/collections/clothing', 'wardrobe', [
      item('Tops | Oberteile', '/categories/clothing/tops', undefined, [
        item('Shirts | Hemden', '/categories/clothing/tops/shirts'),
        item('T-shirts | T-Shirts', '/categories/clothing/tops/t-shirts'),
        item('Knitwear | Strick', '/categories/clothing/tops/knitwear'),
      ]),
      item('Trousers | Hosen', '/categories/clothing/trousers'),
      item('Accessories | Accessoires', '/categories/clothing/accessories', undefined, [
        item('Scarves | Schals', '/categories/clothing/accessories/scarves'),
        item('Beanies | Mützen', '/categories/clothing/accessories/beanies'),
        item('Socks | Socken', '/categories/clothing/accessories/socks'),
        item('Bags | Taschen', '/categories/clothing/accessories/bags'),
      ]),
    ]),
    item('Gifts | Geschenke', '/collections/gifts-under-50', 'gifts'),
    item('Sale | Sale', '/collections/sale'),
  ],
  footer: [
    item('Shop | Shop', '/collections', undefined, [
      item('New arrivals | Neu eingetroffen', '/collections/new-arrivals'),
      item('Gifts under 50 | Geschenke unter 50', '/collections/gifts-under-50'),
      item('All collections | Alle Kollektionen', '/collections'),
    ]),
    item('Help | Hilfe', '/pages/delivery-and-returns', undefined, [
      item('Delivery & returns | Versand & Rückgabe', '/pages/delivery-and-returns'),
      item('Contact | Kontakt', '/pages/contact'),
    ]),
    item('About us | Über uns', '/pages/about', undefined, [
      item('Our story | Unsere Geschichte', '/pages/about'),
      item('Privacy | Datenschutz', '/pages/privacy'),
      item('Terms | AGB', '/pages/terms'),
      item('Imprint | Impressum', '/pages/imprint'),
    ]),
  ],
};

function item(
  title: string,
  path: string,
  scene?: string,
  children: readonly WorldMenuItem[] = [],
): WorldMenuItem {
  return { title: both(title), path, ...(scene === undefined ? {} : { scene }), children };
}
