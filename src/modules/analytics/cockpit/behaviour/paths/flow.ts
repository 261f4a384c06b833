import { type Row, sizeOf } from '../../report.ts';

/** A page at a place of the way, or `other`, or '' where the visit had ended or not begun. In percent of the height. */
export type FlowNode = {
  readonly place: number;
  readonly name: string;
  readonly visits: number;
  readonly top: number;
  readonly height: number;
};

/** What went from one node to another: a band between a part of either's height. */
export type FlowLink = {
  readonly from: FlowNode;
  readonly to: FlowNode;
  readonly visits: number;
  readonly fromTop: number;
  readonly fromHeight: number;
  readonly toTop: number;
  readonly toHeight: number;
};

export type Flow = {
  readonly places: number;
  readonly nodes: readonly FlowNode[];
  readonly links: readonly FlowLink[];
};

const PLACES = [1, 2, 3, 4, 5];
const GAP = 2;
/** So high is a node at least that its name can be read. */
const LEAST = 7;

type Way = { readonly pages: ReadonlyMap<number, string>; readonly visits: number };

/** Places of a report of paths as columns of nodes, the largest on top, and the bands between them. */
export function flowOf(rows: readonly Row[], isTo: boolean): Flow {
  const ways = rows.map((row) => wayOf(row, isTo));
  const total = ways.reduce((sum, { visits }) => sum + visits, 0);
  const columns = PLACES.map((place) => columnOf(ways, place, total));
  const links = PLACES.slice(1).flatMap((_, index) => {
    const [from = [], to = []] = [columns[index], columns[index + 1]];
    return linksOf(ways, from, to);
  });
  const nodes = columns.flat();
  return { places: PLACES.length, nodes, links };
}

/** The pages by their place; that a visit ended, or had not begun, is one place and not all that follow. */
function wayOf({ of, values }: Row, isTo: boolean): Way {
  const names = PLACES.map((place) => of[`page_${place}`] ?? '');
  const pages = names.map((name, index): [number, string] => [index + 1, name]);
  const isShown = ([place, name]: [number, string]) => {
    if (name !== '') return true;
    return (isTo ? names[place] : names[place - 2]) || false;
  };
  return { pages: new Map(pages.filter(isShown)), visits: sizeOf(values['sessions']) };
}

function columnOf(ways: readonly Way[], place: number, total: number): FlowNode[] {
  const sums = new Map<string, number>();
  for (const { pages, visits } of ways) {
    const name = pages.get(place);
    if (name !== undefined) sums.set(name, (sums.get(name) ?? 0) + visits);
  }
  const rank = (name: string) => (name === '' ? 2 : name === 'other' ? 1 : 0);
  const sorted = [...sums].toSorted(([a, m], [b, n]) => rank(a) - rank(b) || n - m || (a < b ? -1 : 1));
  const room = 100 - GAP * Math.max(0, sorted.length - 1);
  const wanted = sorted.map(([, visits]) => Math.max(LEAST, (visits / Math.max(1, total)) * room));
  const scale = Math.min(1, room / wanted.reduce((sum, height) => sum + height, 0));
  let top = 0;
  return sorted.map(([name, visits], index) => {
    const height = (wanted[index] ?? LEAST) * scale;
    const node = { place, name, visits, top, height };
    top += height + GAP;
    return node;
  });
}

function linksOf(ways: readonly Way[], from: readonly FlowNode[], to: readonly FlowNode[]): FlowLink[] {
  const used = new Map<FlowNode, number>();
  const take = (node: FlowNode, visits: number) => {
    const before = used.get(node) ?? 0;
    used.set(node, before + visits);
    const part = (some: number) => (some / node.visits) * node.height;
    return { top: node.top + part(before), height: part(visits) };
  };
  return from.flatMap((a) =>
    to.flatMap((b) => {
      const both = ways.filter(({ pages }) => pages.get(a.place) === a.name && pages.get(b.place) === b.name);
      const visits = both.reduce((sum, way) => sum + way.visits, 0);
      if (visits === 0) return [];
      const [out, into] = [take(a, visits), take(b, visits)];
      const bands = { fromTop: out.top, fromHeight: out.height, toTop: into.top, toHeight: into.height };
      return [{ from: a, to: b, visits, ...bands }];
    }),
  );
}
