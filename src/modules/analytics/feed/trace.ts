/** Usual events: a trace has a sign for each instead of its name. */
const USUAL = [
  ...['page_view', 'view_item', 'user_engagement', 'web_vital', 'view_item_list', 'select_item', 'search'],
  ...['add_to_cart', 'remove_from_cart', 'view_cart', 'begin_checkout', 'add_shipping_info'],
  ...['add_payment_info', 'purchase', 'add_to_wishlist', 'view_promotion', 'select_promotion'],
  ...['login', 'sign_up', 'share'],
];
// None of them can be in the name of an event, and none means anything to `like`.
const SIGNS = '!#$&()*+,-./:;=?@[]^';

/** SQL of an event's name: as it stands in a trace. Other names than the usual are in brackets: `<video_play>`. */
export function traced(name: string): string {
  const cases = USUAL.map((usual, place) => `when '${usual}' then '${SIGNS[place]}'`);
  return `case ${name} ${cases.join(' ')} else '<' || ${name} || '>' end`;
}

/** SQL: whether events of these names happened one after the other in a trace, whatever happened between them. */
export function hasInTurn(trace: string, names: readonly string[]): string {
  const steps = names.map((name) => {
    const place = USUAL.indexOf(name);
    return place < 0 ? `<${name.replaceAll('_', '\\_')}>` : SIGNS[place];
  });
  return `${trace} like '%${steps.join('%')}%' escape '\\'`;
}
