import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import { localeOf } from '../../../kernel/index.ts';
import { orderButton } from '../../../modules/orders/index.ts';
import { sellsInUnion } from '../consumer-law.ts';
import { ADA, aCheckout, checkoutOf, filled, viewOf } from '../testing/a-checkout.ts';
import { drawnView, viewAt } from '../testing/a-server.ts';
import { idIn } from '../testing/a-shop.ts';
import { renderView } from '../view/index.ts';

const connection = await testDatabase();
let till: Awaited<ReturnType<typeof aCheckout>>;

before(async () => {
  till = await aCheckout(connection);
});

after(() => till.server.close());

test('in every language of the Union the button says that it costs, in the law’s words and no others', () => {
  const words = LANGUAGES.map((language) => orderButton(localeOf(language), { countries: ['DE'] }));
  assert.deepEqual(words, BUTTONS);
  assert.equal(new Set(words).size, LANGUAGES.length);
});

test('what is bought and what it costs in all stand directly above the button, and nothing is ticked already', async () => {
  for (const [prefix, button] of [
    ['', 'Order with obligation to pay'],
    ['/de', 'Zahlungspflichtig bestellen'],
  ]) {
    const visitor = await till.withMug();
    const view = await viewOf(visitor, `${prefix}/checkout`);
    const html = renderView(view);
    const total = checkoutOf(view).summary.totals.total.amount.text;
    const [before = '', rest = ''] = html.split(/<button[^>]*order-button[^>]*>/);
    assert.ok(rest.startsWith(`${button}</button>`), rest.slice(0, 100));
    // The last amount that is read before the button is the total, and no field or link stands between.
    const between = before.slice(before.lastIndexOf(total) + total.length);
    assert.ok(before.includes(total));
    assert.doesNotMatch(between, /<(?:input|a|select|button|details)\b|\d/);
    assert.ok(before.lastIndexOf('Blue mug') > before.indexOf('id="summary"'));
    const ticked = html.match(/<input[^>]*type="checkbox"[^>]*>/g)?.filter((box) => /\bchecked\b/.test(box));
    assert.deepEqual(ticked, []);
    assert.ok((html.match(/type="checkbox"/g)?.length ?? 0) >= 2);
  }
});

test('the price in the list is the price at the button, but for what the shopper chose', async () => {
  const visitor = await till.withMug();
  const { view: product } = await viewAt(till.server, '/products/blue-mug');
  assert.ok(product.page.kind === 'product');
  const listed = Number(product.page.chosen.price.text.replace(/\D/g, ''));
  // The cart shows delivery before anybody says who they are, and its total is the sum.
  const { page: cart } = await viewOf(visitor, '/cart');
  assert.ok(cart.kind === 'cart' && cart.totals);
  const amounts = cart.totals.rows.map(({ amount }) => Number(amount.text.replace(/\D/g, '')));
  const sum = Number(cart.totals.total.amount.text.replace(/\D/g, ''));
  assert.equal(amounts[0], listed);
  assert.equal(amounts.length, 2, 'goods, delivery, and no fee beside them');
  assert.equal(
    amounts.reduce((total, amount) => total + amount, 0),
    sum,
  );
  const first = checkoutOf(await viewOf(visitor));
  const answer = await visitor.post('/checkout', filled(first, { ...ADA, do: 'update' }));
  assert.equal(checkoutOf(drawnView(answer.body)).expectedTotal, String(sum));
});

test('goods come with the notice of the legal guarantee, in the page’s language; what is no goods does not', async () => {
  const visitor = await till.withMug();
  for (const [prefix, title] of [
    ['', 'Legal guarantee of conformity: at least 2 years'],
    ['/de', 'Gesetzliche Gewährleistung: mindestens 2 Jahre'],
  ]) {
    for (const path of [`${prefix}/checkout`, `${prefix}/products/blue-mug`]) {
      assert.ok(renderView(await viewOf(visitor, path)).includes(`<strong>${title}`), path);
    }
  }
  const mug = idIn(till.shop.variants, 'MUG');
  await sql`update catalog.variant set requires_shipping = false where id = ${mug}`.execute(connection.db);
  const digital = await viewOf(visitor);
  assert.equal(checkoutOf(digital).hasLegalGuarantee, false);
  assert.doesNotMatch(renderView(digital), /class="guarantee"/);
});

test('only where the Union’s consumers buy', () => {
  const markets = [['DE'], ['US', 'IE'], [], ['US'], ['CH', 'GB', 'NO']];
  assert.deepEqual(
    markets.map((countries) => sellsInUnion({ countries })),
    [true, true, true, false, false],
  );
});

const LANGUAGES = 'bg cs da de el en es et fi fr ga hr hu it lt lv nl pl pt ro sk sl sv'.split(' ');
const BUTTONS = [
  'Поръчка със задължение за плащане',
  'Objednávka zavazující k platbě',
  'Ordre med betalingsforpligtelse',
  'Zahlungspflichtig bestellen',
  'Παραγγελία με υποχρέωση πληρωμής',
  'Order with obligation to pay',
  'Pedido con obligación de pago',
  'Maksekohustusega tellimus',
  'Tilaus ja maksuvelvoite',
  'Commande avec obligation de paiement',
  'Ordú a bhfuil oibleagáid íocaíochta ag gabháil leis',
  'Narudžba s obvezom plaćanja',
  'Fizetési kötelezettséggel járó megrendelés',
  'Ordine con obbligo di pagare',
  'Užsakymas su įsipareigojimu sumokėti',
  'Pasūtījums ar pienākumu maksāt',
  'Bestelling met betalingsverplichting',
  'Zamówienie z obowiązkiem zapłaty',
  'Encomenda com obrigação de pagamento',
  'Comandă cu obligație de plată',
  'Objednávka s povinnosťou platby',
  'Naročilo z obveznostjo plačila',
  'Beställning med betalningsskyldighet',
];
