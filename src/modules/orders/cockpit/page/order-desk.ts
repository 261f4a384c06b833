import type { Told } from '../../../../platform/cockpit/api/index.ts';

/** An order and all that belongs to it, as the API tells it. */
export type OrderDesk = Told<'readOrderDesk'>;
export type DeskLine = OrderDesk['order']['lines'][number] & OrderDesk['lines'][number];

/** The lines as they were agreed, each with what may be done with it. */
export function linesOf({ order, lines }: OrderDesk): readonly DeskLine[] {
  return order.lines.flatMap((line) => {
    const more = lines.find(({ id }) => id === line.id);
    return more === undefined ? [] : [{ ...line, ...more }];
  });
}

export function optionsOf({ options }: Pick<DeskLine, 'options'>): string {
  return options.map(({ value }) => value).join(' / ');
}

export function mayBe(desk: OrderDesk, verb: string): boolean {
  return desk.order.verbs.includes(verb);
}
