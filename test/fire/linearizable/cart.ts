import {
  addLine,
  type Cart,
  type CartDeps,
  type CartLineId,
  changeLine,
  readCart,
} from '../../../src/modules/carts/index.ts';
import type { VariantId } from '../../../src/modules/catalog/index.ts';
import type { Model } from './linearize.ts';
import type { Subject } from './play.ts';

const now = Temporal.Instant.from('2026-11-27T08:00:00Z');

type Line = { readonly id: CartLineId; readonly variantId: VariantId; readonly quantity: number };

export type CartAsked =
  | { readonly verb: 'add'; readonly variantId: VariantId; readonly quantity: number }
  | { readonly verb: 'set'; readonly lineId: CartLineId; readonly quantity: number }
  | { readonly verb: 'read' };

/** All that is in the cart then, or the name of the refusal. */
export type CartAnswered = readonly Line[] | string;

type State = readonly Line[];
export type CartSubject = Subject<State, CartAsked, CartAnswered>;

export type CartVerbs = { readonly addLine: typeof addLine };

const VERBS: CartVerbs = { addLine };

/** One cart in many tabs: everything a tab is answered shows the whole of it. */
export function cartSubject(
  deps: CartDeps,
  { token, variants }: { readonly token: string; readonly variants: readonly [VariantId, ...VariantId[]] },
  verbs: CartVerbs = VERBS,
): CartSubject {
  return {
    model: { initial: [], step, keyOf: (state) => JSON.stringify(state) },
    draw: (chance, answered) => {
      const verb = chance.oneOf(['add', 'add', 'set', 'read']);
      const known = answered.flatMap(({ output }) => (typeof output === 'object' ? output : []));
      const line = chance.anyOf(known.slice(-12));
      if (verb === 'set' && line !== undefined)
        return { verb, lineId: line.id, quantity: chance.whole(0, 4) };
      if (verb === 'read') return { verb };
      return { verb: 'add', variantId: chance.oneOf(variants), quantity: chance.whole(1, 3) };
    },
    act: async (asked) => {
      if (asked.verb === 'read') return linesOf(await readCart(deps, token));
      if (asked.verb === 'add') {
        const { variantId, quantity } = asked;
        const added = await verbs.addLine(deps, { token, variantId, quantity, now });
        return added.ok ? linesOf(added.value) : added.refusal.code;
      }
      const { lineId, quantity } = asked;
      const changed = await changeLine(deps, { token, lineId, quantity, now });
      return changed.ok ? linesOf(changed.value) : changed.refusal.code;
    },
  };
}

function linesOf(cart: Cart | undefined): Line[] {
  return (cart?.lines ?? []).map(({ id, variantId, quantity }) => ({ id, variantId, quantity }));
}

const step: Model<State, CartAsked, CartAnswered>['step'] = (state, asked, answer) => {
  if (typeof answer === 'string') {
    const isGone = asked.verb === 'set' && !state.some(({ id }) => id === asked.lineId);
    return answer === 'unknown_line' && isGone ? state : undefined;
  }
  if (answer === undefined) throw new RangeError('a cart always answers');
  const after = afterwards(state, asked, answer);
  return after !== undefined && JSON.stringify(after) === JSON.stringify(answer) ? after : undefined;
};

function afterwards(state: State, asked: CartAsked, answer: readonly Line[]): State | undefined {
  if (asked.verb === 'read') return state;
  if (asked.verb === 'set') {
    if (!state.some(({ id }) => id === asked.lineId)) return undefined;
    const set = state.map((line) =>
      line.id === asked.lineId ? { ...line, quantity: asked.quantity } : line,
    );
    return set.filter(({ quantity }) => quantity > 0);
  }
  const { variantId, quantity } = asked;
  if (state.some((line) => line.variantId === variantId)) {
    return state.map((line) =>
      line.variantId === variantId ? { ...line, quantity: line.quantity + quantity } : line,
    );
  }
  // A new line has the name that the shop gave it.
  const id = answer.at(-1)?.id;
  return id === undefined || state.some((line) => line.id === id)
    ? undefined
    : [...state, { id, variantId, quantity }];
}
