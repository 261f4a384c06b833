import { ok, type Result, refuse } from '../../kernel/index.ts';
import { type PostalAddress, parsePostalAddress } from '../markets/index.ts';
import { CART_LIMITS, type Cart, type CartDetails, type CartRefusal, type DetailsRefusal } from './cart.ts';
import { completedCart, unknownCart } from './change-cart.ts';
import type { CartDeps } from './deps.ts';
import { selectCart, writeDetails } from './store/carts.ts';
import { isEmail, textRefusal } from './texts.ts';
import { tokenHash } from './token.ts';

/** What a shopper says, as a form or an API sends it; what is left out stays, '' and `null` take it back. */
export type DetailsInput = {
  readonly email?: string;
  readonly phone?: string;
  /** Fields of a `PostalAddress`, not yet checked. */
  readonly shippingAddress?: unknown;
  /** `null`: the same as the shipping address. */
  readonly billingAddress?: unknown;
  readonly deliveryOptionId?: string;
  readonly note?: string;
  readonly giftMessage?: string;
  readonly vatId?: string;
  /** All of them: a code that is not named is taken off. Whether they apply is in the priced cart. */
  readonly codes?: readonly string[];
  readonly usesStoreCredit?: boolean;
  readonly acceptsMarketing?: boolean;
};

/**
 * Keeps what the shopper said: all of it, or, when something is wrong, nothing, with every problem by its field. One
 * statement, where no store credit is asked for.
 */
export async function setDetails(
  { db, reads }: CartDeps,
  input: { readonly token: string; readonly details: DetailsInput; readonly now: Temporal.Instant },
): Promise<Result<Cart, CartRefusal | DetailsRefusal>> {
  const hash = tokenHash(input.token);
  if (hash === undefined) return unknownCart();
  const { details, problems: parsed } = parseDetails(input.details);
  const problems = [...parsed];
  if (details.usesStoreCredit === true) {
    const cart = await selectCart(reads, hash);
    if (cart !== undefined && cart.customerId === undefined) problems.push(signInFirst());
  }
  const [first] = problems;
  if (first !== undefined) return { ok: false, refusal: { ...first, problems } };
  const written = await writeDetails(db, hash, details, input.now);
  if (written !== undefined) return ok(written);
  return (await selectCart(reads, hash)) === undefined ? unknownCart() : completedCart();
}

type Parsed = { readonly details: Partial<CartDetails>; readonly problems: readonly CartRefusal[] };

function parseDetails(input: DetailsInput): Parsed {
  const { usesStoreCredit, acceptsMarketing } = input;
  const parts: readonly Parsed[] = [
    textsOf(input),
    addressOf('shippingAddress', input.shippingAddress),
    addressOf('billingAddress', input.billingAddress),
    codesOf(input.codes),
    {
      details: {
        ...(usesStoreCredit === undefined ? {} : { usesStoreCredit }),
        ...(acceptsMarketing === undefined ? {} : { acceptsMarketing }),
      },
      problems: [],
    },
  ];
  return {
    details: Object.assign({}, ...parts.map((part) => part.details)),
    problems: parts.flatMap((part) => part.problems),
  };
}

const TEXTS = {
  email: CART_LIMITS.emailLength,
  phone: CART_LIMITS.phoneLength,
  deliveryOptionId: 100,
  note: CART_LIMITS.noteLength,
  giftMessage: CART_LIMITS.giftMessageLength,
  vatId: CART_LIMITS.vatIdLength,
} as const;

function textsOf(input: DetailsInput): Parsed {
  const details: Record<string, string> = {};
  const problems: CartRefusal[] = [];
  for (const field of ['email', 'phone', 'deliveryOptionId', 'note', 'giftMessage', 'vatId'] as const) {
    const text = input[field]?.trim();
    if (text === undefined) continue;
    const refusal = textRefusal(field, text, TEXTS[field]);
    if (refusal !== undefined) problems.push(refusal);
    else if (field === 'email' && text !== '' && !isEmail(text)) {
      problems.push(refuse('invalid', 'an e-mail address such as ada@example.org', field).refusal);
    } else details[field] = text;
  }
  return { details, problems };
}

function addressOf(field: 'shippingAddress' | 'billingAddress', input: unknown): Parsed {
  if (input === undefined) return { details: {}, problems: [] };
  const details: { [Field in typeof field]?: PostalAddress | undefined } = {};
  if (input === null) {
    details[field] = undefined;
    return { details, problems: [] };
  }
  const parsed = parsePostalAddress(input, { field });
  if (!parsed.ok) return { details, problems: parsed.refusal.problems };
  details[field] = parsed.value;
  return { details, problems: [] };
}

function codesOf(input: readonly string[] | undefined): Parsed {
  if (input === undefined) return { details: {}, problems: [] };
  const problems = input.flatMap(
    (code, index) => textRefusal(`codes[${index}]`, code, CART_LIMITS.codeLength) ?? [],
  );
  // As people type them: case, spaces and hyphens do not matter, and twice is once.
  const codes = new Set(
    input.map((code) => code.toUpperCase().replace(/[\s-]/g, '')).filter((code) => code !== ''),
  );
  if (codes.size > CART_LIMITS.codes) {
    problems.push(refuse('too_many_codes', `at most ${CART_LIMITS.codes} codes`, 'codes').refusal);
  }
  return { details: { codes: [...codes] }, problems };
}

function signInFirst(): CartRefusal {
  return refuse('sign_in_first', 'store credit belongs to an account', 'usesStoreCredit').refusal;
}
