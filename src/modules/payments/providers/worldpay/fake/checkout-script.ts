import { CARDS } from './cards.ts';

/**
 * Stands in for `access-checkout/v2/checkout.js`: the same call, and a session at the end. Its card field is a choice of
 * cards by name, so that no card number is typed anywhere in a test.
 */
export function checkoutScript(origin: string): string {
  const options = [...CARDS.keys()].map((card) => `<option>${card}</option>`).join('');
  return `(() => {
  const init = ({ id, fields }, done) => {
    const place = document.querySelector(fields.pan.selector);
    if (!place || !id) return done(new Error('no form'));
    const card = document.createElement('select');
    card.setAttribute('aria-label', 'Card');
    card.innerHTML = ${JSON.stringify(options)};
    place.append(card);
    const generateSessionState = (told) => {
      const body = JSON.stringify({ identity: id, card: card.value });
      fetch(${JSON.stringify(`${origin}/sessions/card`)}, { method: 'POST', body })
        .then((answer) => answer.json())
        .then(({ _links }) => told(null, _links['sessions:session'].href), told);
    };
    done(null, { generateSessionState, remove: () => card.remove() });
  };
  window.Worldpay = { checkout: { init } };
})();
`;
}
