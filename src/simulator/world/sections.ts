import { both, type Text } from './text.ts';

type Action = { readonly title: Text; readonly path: string };

/** What stands on the home page, in the words of content's section kinds. */
export type WorldSection =
  | {
      readonly kind: 'hero';
      readonly eyebrow: Text;
      readonly title: Text;
      readonly text: Text;
      readonly action: Action;
      readonly scene: string;
      readonly secondScene: string;
    }
  | {
      readonly kind: 'products';
      readonly title: Text;
      readonly text: Text;
      readonly collection: string;
      readonly count: number;
    }
  | { readonly kind: 'collections'; readonly title: Text; readonly handles: readonly string[] }
  | {
      readonly kind: 'editorial';
      readonly title: Text;
      readonly html: Text;
      readonly action: Action;
      readonly scene: string;
    }
  | {
      readonly kind: 'promises';
      readonly items: readonly {
        readonly icon: 'delivery' | 'returns' | 'secure' | 'craft' | 'support';
        readonly title: Text;
        readonly text: Text;
      }[];
    }
  | { readonly kind: 'brands'; readonly title: Text };

export const HOME: readonly WorldSection[] = [
  {
    kind: 'hero',
    eyebrow: both('The new shelf | Das neue Regal'),
    title: both('Made slowly, used daily | Langsam gemacht, täglich benutzt'),
    text: both(`Stoneware from the Portuguese coast, lamps from Småland, wool from islands where it rains
      sideways. | Steinzeug von der portugiesischen Küste, Leuchten aus Småland, Wolle von Inseln, auf denen
      es waagrecht regnet.`),
    action: { title: both('See what is new | Neues ansehen'), path: '/collections/new-arrivals' },
    scene: 'morning',
    secondScene: 'shelf',
  },
  {
    kind: 'products',
    title: both('New arrivals | Neu eingetroffen'),
    text: both('Unpacked in the last few weeks. | In den letzten Wochen ausgepackt.'),
    collection: 'new-arrivals',
    count: 8,
  },
  {
    kind: 'collections',
    title: both('Room by room | Raum für Raum'),
    handles: ['kitchen-and-table', 'light', 'living', 'clothing', 'garden', 'wool-and-knits'],
  },
  {
    kind: 'editorial',
    title: both('Eleven potters and a sardine cannery | Elf Töpfer und eine Sardinenfabrik'),
    html: both(`<p>Tidewater Pottery mixes its own clay, throws every piece by hand and glazes with the ash
      of the pine it heats with. We visited in March, when the kiln was the warmest place in town.</p> |
      <p>Tidewater Pottery mischt den Ton selbst, dreht jedes Stück von Hand und glasiert mit der Asche des
      Kiefernholzes, mit dem geheizt wird. Wir waren im März dort, als der Ofen der wärmste Ort der Stadt
      war.</p>`),
    action: {
      title: both('Meet the makers | Die Werkstatt kennenlernen'),
      path: '/brands/tidewater-pottery',
    },
    scene: 'shelf',
  },
  {
    kind: 'products',
    title: both('Light for long evenings | Licht für lange Abende'),
    text: both('Warm, dimmable, repairable. | Warm, dimmbar, reparierbar.'),
    collection: 'light',
    count: 4,
  },
  {
    kind: 'promises',
    items: [
      {
        icon: 'delivery',
        title: both('Free from 80 | Kostenlos ab 80'),
        text: both('Two to four days in the EU. | Zwei bis vier Tage in der EU.'),
      },
      {
        icon: 'returns',
        title: both('60 days to decide | 60 Tage Zeit'),
        text: both('Send it back, we pay. | Zurückschicken, wir zahlen.'),
      },
      {
        icon: 'craft',
        title: both('Made by people we know | Von Menschen, die wir kennen'),
        text: both('Eight workshops, all visited. | Acht Werkstätten, alle besucht.'),
      },
      {
        icon: 'support',
        title: both('Repairs for life | Reparatur ein Leben lang'),
        text: both('Lamps, knitwear and boards. | Leuchten, Strick und Bretter.'),
      },
    ],
  },
  { kind: 'brands', title: both('Our workshops | Unsere Werkstätten') },
];
