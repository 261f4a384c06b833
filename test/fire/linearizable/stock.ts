import type { VariantId } from '../../../src/modules/catalog/index.ts';
import {
  type LocationId,
  moveStock,
  type OwnerId,
  readAvailability,
  release,
  releaseExpired,
  reserve,
} from '../../../src/modules/inventory/index.ts';
import { type Db, type Tx, transact, transactOrRefuse } from '../../../src/platform/database/index.ts';
import { newId } from '../../../src/platform/id.ts';
import type { Model } from './linearize.ts';
import type { Subject } from './play.ts';

const now = Temporal.Instant.from('2026-11-27T08:00:00Z');
const ENDED = now.subtract({ minutes: 1 });

type Pair = readonly [number, number];

export type StockAsked =
  | { readonly verb: 'reserve'; readonly owner: OwnerId; readonly wanted: Pair; readonly isOver: boolean }
  | { readonly verb: 'release'; readonly owner: OwnerId }
  | { readonly verb: 'move'; readonly pieces: Pair }
  | { readonly verb: 'expire' | 'read' };

export type StockAnswered =
  | { readonly kind: 'done' }
  /** What there was of those that were short. */
  | { readonly kind: 'short'; readonly left: readonly (number | undefined)[] }
  | { readonly kind: 'below_zero' }
  | { readonly kind: 'expired'; readonly owners: readonly OwnerId[] }
  | { readonly kind: 'available'; readonly pieces: Pair };

type Hold = { readonly owner: OwnerId; readonly wanted: Pair; readonly isOver: boolean };
type State = { readonly available: Pair; readonly holds: readonly Hold[] };
export type StockSubject = Subject<State, StockAsked, StockAnswered>;

export type StockVerbs = {
  readonly reserve: typeof reserve;
  readonly read: typeof readAvailability;
};

const VERBS: StockVerbs = { reserve, read: readAvailability };

/** Two variants in one place that are held together, given back, counted in and out, and looked at. */
export function stockSubject(
  db: Db,
  goods: {
    readonly variants: readonly [VariantId, VariantId];
    readonly place: LocationId;
    readonly pieces: number;
  },
  verbs: StockVerbs = VERBS,
): StockSubject {
  const { variants, place, pieces } = goods;
  const quantities = (pair: Pair) =>
    variants.flatMap((variantId, at) =>
      (pair[at] ?? 0) === 0 ? [] : [{ variantId, quantity: pair[at] ?? 0 }],
    );
  const hold = async (tx: Tx, { owner, wanted, isOver }: Hold) => {
    const ends = isOver ? { expiresAt: ENDED } : {};
    return verbs.reserve(tx, { owner, demand: quantities(wanted), ...ends, now });
  };
  return {
    model: {
      initial: { available: [pieces, pieces], holds: [] },
      step,
      keyOf: (state) => JSON.stringify(state),
    },
    draw: (chance, answered) => {
      const pair = (least: number, most: number): Pair => [
        chance.whole(least, most),
        chance.whole(least, most),
      ];
      const owners = answered.flatMap(({ input }) => (input.verb === 'reserve' ? [input.owner] : []));
      const verb = chance.oneOf([
        'reserve',
        'reserve',
        'reserve',
        'release',
        'release',
        'move',
        'expire',
        'read',
      ]);
      const owner = chance.anyOf(owners);
      if (verb === 'release' && owner !== undefined) return { verb, owner };
      if (verb === 'move') return { verb, pieces: pair(-2, 2) };
      if (verb === 'expire' || verb === 'read') return { verb };
      return { verb: 'reserve', owner: newId(), wanted: pair(0, 3), isOver: chance.whole(0, 3) === 0 };
    },
    act: async (asked) => {
      if (asked.verb === 'reserve') {
        const held = await transactOrRefuse(db, (tx) => hold(tx, asked));
        if (held.ok) return { kind: 'done' };
        const { shortages } = held.refusal;
        return {
          kind: 'short',
          left: variants.map((id) => shortages.find(({ variantId }) => variantId === id)?.available),
        };
      }
      if (asked.verb === 'release') {
        await transact(db, (tx) => release(tx, { owner: asked.owner, now }));
        return { kind: 'done' };
      }
      if (asked.verb === 'move') {
        const moves = quantities(asked.pieces).map((one) => ({ ...one, locationId: place }));
        const about = { moves, now, reason: 'correction', reference: 'fire' } as const;
        const moved = await transactOrRefuse(db, (tx) => moveStock(tx, about));
        return { kind: moved.ok ? 'done' : 'below_zero' };
      }
      if (asked.verb === 'expire') {
        return {
          kind: 'expired',
          owners: await transact(db, (tx) => releaseExpired(tx, { now, limit: 100 })),
        };
      }
      const found = await verbs.read(db, variants, { mayBeBundles: false });
      const [cup = -1, pot = -1] = variants.map((id) => found.get(id)?.available);
      return { kind: 'available', pieces: [cup, pot] };
    },
  };
}

const plus = ([a, b]: Pair, [c, d]: Pair): Pair => [a + c, b + d];
const minus = ([a, b]: Pair, [c, d]: Pair): Pair => [a - c, b - d];
const isThere = ([a, b]: Pair) => a >= 0 && b >= 0;

const step: Model<State, StockAsked, StockAnswered>['step'] = (state, asked, answer) => {
  switch (asked.verb) {
    case 'reserve':
      return reserved(state, asked, answer);
    case 'release':
      return withoutHolds(state, ({ owner }) => owner === asked.owner);
    case 'move': {
      const available = plus(state.available, asked.pieces);
      if (answer?.kind === 'below_zero') return isThere(available) ? undefined : state;
      return isThere(available) ? { ...state, available } : undefined;
    }
    case 'expire': {
      if (answer?.kind !== 'expired') return state;
      const { owners } = answer;
      const isHeld = (owner: OwnerId) => state.holds.some((hold) => hold.owner === owner && hold.isOver);
      return owners.every(isHeld) ? withoutHolds(state, ({ owner }) => owners.includes(owner)) : undefined;
    }
    case 'read': {
      if (answer?.kind !== 'available') return state;
      return minus(state.available, answer.pieces).every((one) => one === 0) ? state : undefined;
    }
  }
};

function reserved(state: State, hold: Hold, answer: StockAnswered | undefined): State | undefined {
  const left = minus(state.available, hold.wanted);
  if (answer?.kind === 'short') {
    const isSo = state.available.every((available, at) => {
      return answer.left[at] === ((left[at] ?? 0) < 0 ? available : undefined);
    });
    return isSo && !isThere(left) ? state : undefined;
  }
  if (!isThere(left)) return undefined;
  const { owner, wanted, isOver } = hold;
  if (wanted.every((one) => one === 0)) return state;
  const holds = [...state.holds, { owner, wanted, isOver }].toSorted((a, b) => (a.owner < b.owner ? -1 : 1));
  return { available: left, holds };
}

function withoutHolds(state: State, isGone: (hold: Hold) => boolean): State {
  const gone = state.holds.filter(isGone);
  const available = gone.reduce((sum, { wanted }) => plus(sum, wanted), state.available);
  return { available, holds: state.holds.filter((hold) => !isGone(hold)) };
}
