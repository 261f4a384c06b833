import { both, type Text } from './text.ts';

/** What a product is made of, with what a description says about it. */
export type Material = {
  readonly key: string;
  readonly name: Text;
  readonly about: Text;
  readonly care: Text;
  /** Left out where the question makes no sense (a scarf). */
  readonly isDishwasherSafe?: boolean;
};

const MATERIALS: readonly Material[] = [
  {
    key: 'stoneware',
    name: both('Stoneware | Steinzeug'),
    about: both(`Stoneware is fired at over 1,200 °C: it rings when you tap it and shrugs off daily use. The
        glaze pools and breaks a little differently on every piece. | Steinzeug brennt bei über 1.200 °C: Es
        klingt, wenn man dagegen tippt, und nimmt den Alltag gelassen. Die Glasur läuft und bricht bei jedem
        Stück ein wenig anders.`),
    care: both('Dishwasher and microwave safe | Spülmaschinen- und mikrowellenfest'),
    isDishwasherSafe: true,
  },
  {
    key: 'porcelain',
    name: both('Porcelain | Porzellan'),
    about:
      both(`The porcelain is thin enough to let the light through and hard enough for the dishwasher. Inside
        it is glazed, outside it is polished until it feels like an eggshell. | Das Porzellan ist dünn
        genug, um Licht durchzulassen, und hart genug für die Spülmaschine. Innen ist es glasiert, außen
        poliert, bis es sich wie eine Eierschale anfühlt.`),
    care: both('Dishwasher safe | Spülmaschinenfest'),
    isDishwasherSafe: true,
  },
  {
    key: 'terracotta',
    name: both('Terracotta | Terrakotta'),
    about:
      both(`Unglazed terracotta breathes. It darkens when it is wet, pales as it dries, and grows a patina
        that belongs to your house and to no other. | Unglasierte Terrakotta atmet. Feucht wird sie dunkler,
        trocken heller, und mit der Zeit bekommt sie eine Patina, die nur zu Ihrem Zuhause gehört.`),
    care: both('Wipe with a damp brush; bring in before frost | Feucht abbürsten; vor Frost hereinholen'),
    isDishwasherSafe: false,
  },
  {
    key: 'glass',
    name: both('Recycled glass | Recyceltes Glas'),
    about:
      both(`It is blown from old bottles, so the colour is never quite the same twice and a tiny bubble here
        and there is part of it. The rim is melted, not cut, and soft on the lip. | Es ist aus alten
        Flaschen geblasen: Die Farbe gerät nie zweimal gleich, und hier und da gehört eine winzige Blase
        dazu. Der Rand ist verschmolzen, nicht geschnitten, und weich an der Lippe.`),
    care: both('Dishwasher safe up to 55 °C | Spülmaschinenfest bis 55 °C'),
    isDishwasherSafe: true,
  },
  {
    key: 'oak',
    name: both('Oak | Eiche'),
    about: both(`Slow-grown oak, dried for three years and finished with linseed oil. It smells faintly of the
        workshop for the first week and takes knocks without complaint. | Langsam gewachsene Eiche, drei
        Jahre getrocknet und mit Leinöl behandelt. In der ersten Woche riecht sie leicht nach Werkstatt, und
        Stöße nimmt sie nicht übel.`),
    care: both('Wipe clean and oil twice a year | Feucht abwischen, zweimal im Jahr ölen'),
    isDishwasherSafe: false,
  },
  {
    key: 'walnut',
    name: both('Walnut | Walnuss'),
    about:
      both(`European walnut with its dark heart and lighter edge left as they grew. The grain runs through
        the whole piece, because it is cut from one board. | Europäischer Nussbaum mit dunklem Kern und
        hellerem Rand, so wie er gewachsen ist. Die Maserung läuft durch, weil jedes Stück aus einem
        einzigen Brett geschnitten ist.`),
    care: both('Wipe clean and oil twice a year | Feucht abwischen, zweimal im Jahr ölen'),
    isDishwasherSafe: false,
  },
  {
    key: 'olivewood',
    name: both('Olive wood | Olivenholz'),
    about: both(`The wood comes from old trees that no longer bear. It is dense, smells sweet when you cut it,
        and no two boards share a drawing. | Das Holz stammt von alten Bäumen, die nicht mehr tragen. Es ist
        dicht, duftet beim Schneiden süß, und kein Brett ist gezeichnet wie das andere.`),
    care: both('Rinse by hand, dry upright | Von Hand abspülen, stehend trocknen'),
    isDishwasherSafe: false,
  },
  {
    key: 'brass',
    name: both('Brass | Messing'),
    about:
      both(`Solid brass, brushed and left without lacquer. It will darken where you touch it least and shine
        where you touch it most. | Massives Messing, gebürstet und nicht lackiert. Es dunkelt nach, wo Sie
        es selten berühren, und glänzt, wo Sie es oft tun.`),
    care: both('Dust with a dry cloth | Trocken abstauben'),
  },
  {
    key: 'steel',
    name: both('Powder-coated steel | Pulverbeschichteter Stahl'),
    about:
      both(`Thin steel, bent rather than welded where it could be, with a fine matt powder coat that hides
        fingerprints. | Dünner Stahl, wo es ging gebogen statt geschweißt, mit einer feinen matten
        Pulverschicht, auf der man keine Fingerabdrücke sieht.`),
    care: both('Wipe with a soft cloth | Mit weichem Tuch abwischen'),
  },
  {
    key: 'paper',
    name: both('Paper | Papier'),
    about: both(`Long-fibred paper with the weave of the sieve still in it. It softens light and ink alike. |
      Langfaseriges Papier, in dem man das Sieb noch sieht. Es macht Licht und Tinte gleichermaßen weich.`),
    care: both('Keep dry | Trocken halten'),
  },
  {
    key: 'linen',
    name: both('Linen | Leinen'),
    about:
      both(`European flax, spun wet and washed with stones until it falls softly. It is cool in summer, warm
        in winter, and looks better unironed. | Europäischer Flachs, nass gesponnen und mit Steinen
        gewaschen, bis er weich fällt. Kühl im Sommer, warm im Winter und ungebügelt am schönsten.`),
    care: both('Wash at 40 °C, line dry | Bei 40 °C waschen, auf der Leine trocknen'),
  },
  {
    key: 'cotton',
    name: both('Organic cotton | Bio-Baumwolle'),
    about:
      both(`Long-staple organic cotton from Izmir, spun tight so that it pills little and keeps its shape.
        It is washed before it is sewn and will not shrink on you. | Langstapelige Bio-Baumwolle aus Izmir,
        fest gesponnen, damit sie kaum fusselt und ihre Form behält. Sie wird vor dem Nähen gewaschen und
        läuft nicht mehr ein.`),
    care: both('Wash at 40 °C with similar colours | Bei 40 °C mit ähnlichen Farben waschen'),
  },
  {
    key: 'wool',
    name: both('Wool | Wolle'),
    about: both(`Pure new wool from sheep that live outdoors all year. It sheds water, holds warmth and airs
      clean overnight. | Reine Schurwolle von Schafen, die das ganze Jahr draußen leben. Sie weist Wasser
      ab, hält warm und ist nach einer Nacht an der Luft wieder frisch.`),
    care: both('Air often, wash cold by hand | Oft lüften, kalt von Hand waschen'),
  },
  {
    key: 'merino',
    name: both('Merino wool | Merinowolle'),
    about: both(`Fine merino of 19 microns, soft enough to wear on the skin. Spun from non-mulesed flocks and
        dyed in the yarn. | Feine Merinowolle mit 19 Mikron, weich genug für die Haut. Von Herden ohne
        Mulesing und im Garn gefärbt.`),
    care: both('Wool cycle at 30 °C, dry flat | Wollprogramm bei 30 °C, liegend trocknen'),
  },
  {
    key: 'alpaca',
    name: both('Alpaca | Alpaka'),
    about: both(`Baby alpaca, brushed once: lighter than wool, warmer than it looks, and without any itch. |
      Baby-Alpaka, einmal gebürstet: leichter als Wolle, wärmer, als es aussieht, und ganz ohne Kratzen.`),
    care: both('Air often, wash cold by hand | Oft lüften, kalt von Hand waschen'),
  },
  {
    key: 'jute',
    name: both('Jute | Jute'),
    about: both(`Jute is the golden fibre that sacks used to be made of. Braided tight, it is sturdy underfoot
        and quiet in the room. | Jute ist die goldene Faser, aus der früher Säcke waren. Fest geflochten
        trägt sie jeden Schritt und macht den Raum leiser.`),
    care: both('Vacuum; blot spills at once | Absaugen; Flecken sofort abtupfen'),
  },
  {
    key: 'wax',
    name: both('Rapeseed wax | Rapswachs'),
    about: both(`Rapeseed wax burns slowly and without soot, and its pool stays cool enough to carry the
      scent gently. Trim the wick to half a centimetre and let the first burn reach the edge. | Rapswachs
      brennt langsam und rußt nicht, und sein Wachsspiegel bleibt kühl genug, um den Duft sanft zu tragen.
      Den Docht auf einen halben Zentimeter kürzen und beim ersten Mal bis zum Rand brennen lassen.`),
    care: both('Never leave burning unattended | Nie unbeaufsichtigt brennen lassen'),
  },
  {
    key: 'beeswax',
    name: both('Beeswax | Bienenwachs'),
    about: both(`Pure beeswax from German apiaries, filtered but not bleached. It smells of honey before you
        light it and burns with a golden flame. | Reines Bienenwachs von deutschen Imkern, gefiltert, aber
        nicht gebleicht. Es duftet schon vor dem Anzünden nach Honig und brennt mit goldener Flamme.`),
    care: both('Never leave burning unattended | Nie unbeaufsichtigt brennen lassen'),
  },
  {
    key: 'file',
    name: both('PDF file | PDF-Datei'),
    about:
      both(`You download it after payment, print it at home on A4 or have it printed on A0, and may sew from
        it as often as you like for yourself and your friends. | Nach der Zahlung laden Sie die Datei
        herunter, drucken sie zu Hause auf A4 oder im Copyshop auf A0 und nähen danach, so oft Sie mögen,
        für sich und Ihre Freunde.`),
    care: both('Print at 100 %, without scaling | Mit 100 % und ohne Skalierung drucken'),
  },
];

const BY_KEY = new Map(MATERIALS.map((material) => [material.key, material]));

export function materialOf(key: string): Material {
  const material = BY_KEY.get(key);
  if (material === undefined) throw new RangeError(`there is no material "${key}"`);
  return material;
}

export function allMaterials(): readonly Material[] {
  return MATERIALS;
}
