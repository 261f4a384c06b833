import { idFrom, parseId } from '../../../kernel/index.ts';
import type { Quote, QuotedLine } from '../../pricing/index.ts';
import type { CartLine, CartLineId } from '../cart.ts';
import type { PricedLine } from '../priced-cart.ts';
import type { CartFacts } from './cart-facts.ts';
import type { CheckedLine } from './cart-lines.ts';

/** The cart's lines with what they cost, and after them the gifts that promotions give. */
export function pricedLines(checked: readonly CheckedLine[], quoted: Quote, facts: CartFacts): PricedLine[] {
  const byId = new Map(quoted.lines.map((line) => [line.id, line]));
  const own = checked.map((line) => pricedLine(line, byId.get(line.line.id), facts));
  const gifts = quoted.lines.filter(({ isGift }) => isGift).map((line) => giftLine(line, facts));
  return [...own, ...gifts];
}

function pricedLine(
  { line, sellable, available, soldQuantity, notices }: CheckedLine,
  quoted: QuotedLine | undefined,
  facts: CartFacts,
): PricedLine {
  return {
    ...line,
    title: sellable?.title ?? '',
    handle: sellable?.handle ?? '',
    sku: sellable?.sku,
    options: sellable?.options ?? [],
    assetId: sellable?.assetId,
    picture: undefined,
    kind: sellable?.kind ?? 'physical',
    components: sellable?.components ?? [],
    weightGrams: sellable?.weightGrams ?? 0,
    requiresShipping: sellable?.requiresShipping ?? false,
    available,
    soldQuantity,
    quoted,
    isGift: false,
    reduction: quoted === undefined ? undefined : facts.reductions.get(line.variantId),
    notices,
  };
}

function giftLine(quoted: QuotedLine, facts: CartFacts): PricedLine {
  const { variantId, productId, quantity } = quoted;
  const line: CartLine = {
    id: giftId(variantId),
    variantId,
    productId,
    quantity,
    giftMessage: '',
    addedUnitMinor: quoted.unitMinor,
  };
  const sellable = facts.sellables.get(variantId);
  const checked = { line, sellable, available: quantity, soldQuantity: quantity, notices: [] };
  return { ...pricedLine(checked, quoted, facts), isGift: true };
}

/** A gift has no line of its own in the cart: it goes by its variant, of which there is one gift at most. */
function giftId(variantId: string): CartLineId {
  return parseId<'cart_line'>(variantId) ?? idFrom(0, new Uint8Array(10));
}
