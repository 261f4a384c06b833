import { both, type Text } from './text.ts';

/** A workshop that the demo shop buys from; its name is the brand of its products. */
export type Maker = {
  readonly key: string;
  readonly name: string;
  readonly country: string;
  readonly postalAddress: string;
  readonly electronicAddress: string;
  /** Paragraphs of the brand's page. */
  readonly story: readonly Text[];
  /** One sentence for the end of a product's description. */
  readonly line: Text;
};

export const MAKERS: readonly Maker[] = [
  {
    key: 'tidewater',
    name: 'Tidewater Pottery',
    country: 'PT',
    postalAddress: 'Rua da Olaria 14, 3830-292 Ílhavo, Portugal',
    electronicAddress: 'studio@tidewater.example',
    story: [
      both(`Tidewater is eleven potters in a former sardine cannery behind the dunes of Ílhavo. | Tidewater,
        das sind elf Töpferinnen und Töpfer in einer alten Sardinenfabrik hinter den Dünen von Ílhavo.`),
      both(`They mix their own clay body, throw or press every piece by hand and glaze with ash from the
        pine they heat with. Seconds are not thrown away: they are crushed and go back into the clay. | Sie
        mischen ihre Masse selbst, drehen oder pressen jedes Stück von Hand und glasieren mit der Asche des
        Kiefernholzes, mit dem sie heizen. Fehlstücke werden gemahlen und kommen zurück in den Ton.`),
    ],
    line: both(`Made by hand at Tidewater Pottery on the Portuguese coast. |
      Von Hand gefertigt bei Tidewater Pottery an der portugiesischen Küste.`),
  },
  {
    key: 'hollin',
    name: 'Hollin & Ash',
    country: 'DK',
    postalAddress: 'Savværksvej 3, 5700 Svendborg, Denmark',
    electronicAddress: 'hello@hollinash.example',
    story: [
      both(`Two boatbuilders from Svendborg who ran out of boats and started on boards, trays and small
        furniture. | Zwei Bootsbauer aus Svendborg, denen die Boote ausgingen und die dann Bretter, Tabletts
        und Kleinmöbel bauten.`),
      both(`Hollin & Ash buys whole logs from forests within a day's drive and dries them for three years. |
        Hollin & Ash kauft ganze Stämme aus Wäldern im Umkreis einer Tagesfahrt und trocknet sie drei Jahre
        lang.`),
    ],
    line: both(`Sawn, planed and oiled at Hollin & Ash in Svendborg. |
      Gesägt, gehobelt und geölt bei Hollin & Ash in Svendborg.`),
  },
  {
    key: 'lumen',
    name: 'Lumen Nord',
    country: 'SE',
    postalAddress: 'Glasbruksgatan 22, 361 31 Emmaboda, Sweden',
    electronicAddress: 'light@lumennord.example',
    story: [
      both(`Lumen Nord makes lamps for long winters: warm, dimmable, and easy to take apart and repair. |
        Lumen Nord macht Leuchten für lange Winter: warm, dimmbar, leicht zu zerlegen und zu reparieren.`),
      both(`Every part can be ordered for fifteen years. The shades are spun, folded or blown in Småland. |
        Jedes Teil lässt sich fünfzehn Jahre lang nachbestellen. Die Schirme entstehen in Småland.`),
    ],
    line: both(`Assembled at Lumen Nord in Småland, with spare parts for fifteen years. |
      Montiert bei Lumen Nord in Småland, mit Ersatzteilen für fünfzehn Jahre.`),
  },
  {
    key: 'brenna',
    name: 'Casa Brenna',
    country: 'IT',
    postalAddress: 'Via dei Tessitori 9, 13900 Biella, Italy',
    electronicAddress: 'ciao@casabrenna.example',
    story: [
      both(`A weaving mill in its fourth generation, on a river so soft that wool needs hardly any soap. |
        Eine Weberei in vierter Generation, an einem Fluss, so weich, dass Wolle kaum Seife braucht.`),
      both(`Casa Brenna weaves linen in spring and wool in autumn, on looms that are older than the weavers. |
        Casa Brenna webt im Frühjahr Leinen und im Herbst Wolle, auf Stühlen, die älter sind als die Weber.`),
    ],
    line: both(
      `Woven and finished at Casa Brenna in Biella. | Gewebt und veredelt bei Casa Brenna in Biella.`,
    ),
  },
  {
    key: 'fjell',
    name: 'Fjell Strikk',
    country: 'NO',
    postalAddress: 'Spinnerivegen 5, 6270 Brattvåg, Norway',
    electronicAddress: 'post@fjellstrikk.example',
    story: [
      both(`Fjell Strikk knits what fishermen asked for: warm when wet, mended rather than replaced. | Fjell
        Strikk strickt, was die Fischer verlangten: warm auch wenn es nass ist, geflickt statt ersetzt.`),
      both(`The wool comes from flocks that graze on the islands off Møre; the mill runs on its own
        waterfall. | Die Wolle kommt von Herden auf den Inseln vor Møre; die Spinnerei läuft mit eigener
        Wasserkraft.`),
    ],
    line: both(`Knitted at Fjell Strikk on the Norwegian coast; mending is free for life. |
      Gestrickt bei Fjell Strikk an der norwegischen Küste; Reparaturen sind ein Leben lang kostenlos.`),
  },
  {
    key: 'alba',
    name: 'Vidrio Alba',
    country: 'ES',
    postalAddress: 'Carrer del Vidre 31, 46870 Ontinyent, Spain',
    electronicAddress: 'hola@vidrioalba.example',
    story: [
      both(`Vidrio Alba melts bottles from the region's bars and blows them into glasses again. |
        Vidrio Alba schmilzt Flaschen aus den Bars der Umgebung ein und bläst daraus neue Gläser.`),
      both(`The faint green comes from the iron in the sand; the small bubbles come from the breath. |
        Das zarte Grün kommt vom Eisen im Sand, die kleinen Blasen kommen vom Atem.`),
    ],
    line: both(
      `Mouth-blown from old bottles at Vidrio Alba. | Mundgeblasen aus alten Flaschen bei Vidrio Alba.`,
    ),
  },
  {
    key: 'marsh',
    name: 'Marsh & Meadow',
    country: 'DE',
    postalAddress: 'Deichstraße 40, 25980 Keitum, Germany',
    electronicAddress: 'moin@marshmeadow.example',
    story: [
      both(`Marsh & Meadow pours candles in a thatched barn on Sylt and smells of it. |
        Marsh & Meadow gießt Kerzen in einer Reetdachscheune auf Sylt, und so riecht es dort auch.`),
      both(`Rapeseed wax and beeswax, cotton wicks, perfume oils without musk compounds: that is the whole
        list. | Rapswachs und Bienenwachs, Baumwolldochte, Duftöle ohne Moschusverbindungen: Das ist die
        ganze Liste.`),
    ],
    line: both(`Poured in small batches at Marsh & Meadow on Sylt. |
      In kleinen Mengen gegossen bei Marsh & Meadow auf Sylt.`),
  },
  {
    key: 'kontor',
    name: 'Kontor Papier',
    country: 'DE',
    postalAddress: 'Buchbindergasse 2, 04229 Leipzig, Germany',
    electronicAddress: 'post@kontorpapier.example',
    story: [
      both(`A bookbindery in Leipzig that still sews, because glued notebooks do not lie flat. |
        Eine Buchbinderei in Leipzig, die noch näht, weil geklebte Hefte nicht flach liegen.`),
      both(`The paper is made from cotton offcuts of shirt makers, the covers from flax. |
        Das Papier ist aus Baumwollresten von Hemdenmachern, die Deckel sind aus Flachs.`),
    ],
    line: both(
      `Sewn and bound at Kontor Papier in Leipzig. | Genäht und gebunden bei Kontor Papier in Leipzig.`,
    ),
  },
  {
    key: 'larch',
    name: 'Larch & Lantern',
    country: 'PT',
    postalAddress: 'Lotsenkai 7, 20457 Hamburg, Germany',
    electronicAddress: 'hello@larchandlantern.example',
    story: [
      both(`Our own label: the plain things we could not find, made in small runs by people we know by name. |
        Unsere eigene Linie: die schlichten Dinge, die wir nicht fanden, in kleinen Auflagen von Menschen
        gefertigt, die wir mit Namen kennen.`),
      both(`The cut and sew is done in Guimarães, the patterns are drawn in Hamburg, above the shop. |
        Zugeschnitten und genäht wird in Guimarães, die Schnitte entstehen in Hamburg, über dem Laden.`),
    ],
    line: both(`Our own design, cut and sewn in Guimarães. |
      Unser eigener Entwurf, zugeschnitten und genäht in Guimarães.`),
  },
];

export function makerOf(key: string): Maker {
  const maker = MAKERS.find((one) => one.key === key);
  if (maker === undefined) throw new RangeError(`there is no maker "${key}"`);
  return maker;
}
