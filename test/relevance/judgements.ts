import type { WorldProduct } from '../../src/simulator/index.ts';

/** 3: what was meant · 2: a good alternative · 1: related, better than nothing · 0: not wanted. */
export type Judgement = {
  readonly query: string;
  readonly locale: 'en' | 'de';
  readonly grade: (product: WorldProduct) => 0 | 1 | 2 | 3;
};

type Is = (product: WorldProduct) => boolean;

const type =
  (...names: readonly string[]): Is =>
  ({ draft }) =>
    names.includes(draft.productType ?? '');
const made =
  (material: RegExp): Is =>
  ({ draft }) =>
    material.test(String(draft.attributes?.['material']));
const titled =
  (words: RegExp): Is =>
  ({ draft }) =>
    words.test(draft.title);
const colored =
  (...colors: readonly string[]): Is =>
  ({ draft }) => {
    const own = draft.attributes?.['color'];
    return Array.isArray(own) && colors.some((color) => own.includes(color));
  };
const comesIn =
  (option: string): Is =>
  ({ draft }) =>
    (draft.options ?? []).some(({ values }) => values.includes(option));
const tagged =
  (tag: string): Is =>
  ({ draft }) =>
    draft.tags?.includes(tag) === true;
const season =
  (name: string): Is =>
  ({ draft }) =>
    draft.attributes?.['season'] === name;
const brand =
  (name: string): Is =>
  ({ draft }) =>
    draft.brand === name;
const within =
  (name: string): Is =>
  ({ draft }) =>
    draft.categories?.some((path) => path.includes(name)) === true;
const both =
  (...all: readonly Is[]): Is =>
  (product) =>
    all.every((is) => is(product));
const either =
  (...any: readonly Is[]): Is =>
  (product) =>
    any.some((is) => is(product));
const none: Is = () => false;

function judge(
  query: string,
  best: Is,
  good: Is = none,
  related: Is = none,
  locale: 'en' | 'de' = 'en',
): Judgement {
  return { query, locale, grade: (one) => (best(one) ? 3 : good(one) ? 2 : related(one) ? 1 : 0) };
}

const german = (query: string, best: Is, good: Is = none, related: Is = none): Judgement =>
  judge(query, best, good, related, 'de');

const mugs = both(type('Mugs & cups'), titled(/mug/i));
const cups = type('Mugs & cups');
const jumpers = titled(/jumper/i);
const wool = made(/wool/i);
const gifts = either(type('Gift sets'), titled(/gift/i));

/** Judged by what products are, not by their handles, so that the catalogue may grow. */
export const JUDGEMENTS: readonly Judgement[] = [
  judge('vase', type('Vases')),
  judge('vases', type('Vases')),
  judge('glass vase', both(type('Vases'), made(/glass/)), type('Vases'), made(/glass/)),
  judge('lamp', type('Lamps')),
  judge(
    'desk lamp',
    both(type('Lamps'), titled(/desk/i)),
    both(type('Lamps'), titled(/table/i)),
    type('Lamps'),
  ),
  judge(
    'table lamp',
    both(type('Lamps'), titled(/table/i)),
    both(type('Lamps'), titled(/desk|lamp/i)),
    type('Lamps'),
  ),
  judge('floor lamp', both(type('Lamps'), titled(/floor/i)), type('Lamps')),
  judge('brass lamp', both(type('Lamps'), made(/Brass/)), type('Lamps')),
  judge('light', type('Lamps'), none, titled(/light/i)),
  judge('lantern', titled(/lantern/i), type('Lamps')),
  judge('candle', type('Candles')),
  judge('scented candles', both(type('Candles'), titled(/scented/i)), type('Candles')),
  judge('beeswax', made(/Beeswax/), type('Candles')),
  judge('planter', type('Planters')),
  judge('plant pot', type('Planters')),
  judge(
    'terracotta pot',
    both(type('Planters'), made(/Terracotta/)),
    type('Planters'),
    comesIn('Terracotta'),
  ),
  judge('mug', mugs, cups),
  judge('mugs', mugs, cups),
  judge('coffee cup', cups),
  judge('espresso cup', titled(/espresso/i), cups),
  judge('blue mug', both(mugs, colored('Blue')), both(cups, colored('Blue')), cups),
  judge('porcelain', made(/Porcelain/)),
  judge('bowl', type('Bowls'), titled(/bowl/i)),
  judge('soup bowl', titled(/soup bowl/i), titled(/ramen bowl/i), type('Bowls')),
  judge('plate', type('Plates')),
  judge('speckled', titled(/speckled/i)),
  judge('stoneware plates', both(type('Plates'), made(/Stoneware/)), type('Plates'), made(/Stoneware/)),
  judge('wine glass', titled(/wine glass/i), type('Glassware')),
  judge('carafe', titled(/carafe/i), titled(/jug/i), type('Glassware')),
  judge('chopping board', titled(/chopping board/i), type('Boards')),
  judge('oak board', both(type('Boards'), made(/Oak/)), type('Boards'), made(/Oak/)),
  judge('apron', type('Aprons'), titled(/apron/i)),
  judge('linen apron', both(type('Aprons'), made(/Linen/)), type('Aprons'), made(/Linen/)),
  judge('cushion', type('Cushions')),
  judge('pillow', type('Cushions')),
  judge('velvet cushion', titled(/velvet/i), type('Cushions')),
  judge('throw', type('Throws')),
  judge('wool blanket', both(type('Throws'), wool), type('Throws')),
  judge('rug', type('Rugs')),
  judge('round rug', both(type('Rugs'), titled(/round|moon/i)), type('Rugs')),
  judge('jute', made(/Jute/)),
  judge('shirt', type('Shirts'), titled(/shirt/i)),
  judge(
    'linen shirt',
    both(type('Shirts'), made(/Linen/)),
    both(type('T-shirts'), made(/Linen/)),
    type('Shirts'),
  ),
  judge('t-shirt', both(type('T-shirts'), titled(/t-shirt/i)), type('T-shirts')),
  judge('tshirt', both(type('T-shirts'), titled(/t-shirt/i)), type('T-shirts')),
  judge('striped shirt', both(type('Shirts'), titled(/striped/i)), titled(/breton/i), type('Shirts')),
  judge('jumper', jumpers, type('Knitwear')),
  judge('sweater', jumpers, type('Knitwear')),
  judge('merino', made(/Merino/)),
  judge('cardigan', titled(/cardigan/i), type('Knitwear')),
  judge('trousers', type('Trousers')),
  judge('pants', type('Trousers')),
  judge('scarf', type('Scarves')),
  judge('scarves', type('Scarves')),
  judge('hat', type('Beanies')),
  judge('wool socks', both(type('Socks'), wool), type('Socks'), wool),
  judge('tote bag', titled(/tote/i), type('Bags')),
  judge('notebook', type('Notebooks')),
  judge('gift', gifts, tagged('gift')),
  judge('stoneware mug', both(mugs, made(/Stoneware/)), cups, made(/Stoneware/)),
  judge('lumen nord', brand('Lumen Nord')),
  judge('fjell strikk beanie', both(brand('Fjell Strikk'), type('Beanies')), type('Beanies')),
  judge('winter hat', both(type('Beanies'), season('Winter')), type('Beanies')),
  judge('green vase', both(type('Vases'), colored('Green')), type('Vases')),
  judge('harbour blue', comesIn('Harbour Blue'), colored('Blue')),
  judge('kitchen', within('Kitchen')),
  judge('stonewear mug', both(mugs, made(/Stoneware/)), cups, made(/Stoneware/)),
  judge('chushion', type('Cushions')),
  judge('notbook', type('Notebooks')),
  judge('trowsers', type('Trousers')),
  judge('alpacca', made(/Alpaca/)),
  judge('cush', type('Cushions')),
  german('becher', mugs, cups),
  german('tasse', cups),
  german('leinenhemd', both(type('Shirts'), made(/Linen/)), type('Shirts')),
  german('hemd', type('Shirts')),
  german('vasen', type('Vases')),
  german('lampe', type('Lamps')),
  german(
    'tischlampe',
    both(type('Lamps'), titled(/table/i)),
    both(type('Lamps'), titled(/desk/i)),
    type('Lamps'),
  ),
  german('kissen', type('Cushions')),
  german('wolldecke', both(type('Throws'), wool), type('Throws')),
  german('teppich', type('Rugs')),
  german('schuerze', type('Aprons'), titled(/apron/i)),
  german('kerzen', type('Candles')),
  german('mütze', type('Beanies')),
  german('pullover', jumpers, type('Knitwear')),
  german('notizbuch', type('Notebooks')),
  german('geschenk', gifts, tagged('gift')),
];
