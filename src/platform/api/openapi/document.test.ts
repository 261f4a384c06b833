import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { testDatabase } from '../../../../test/database.ts';
import { makeClient } from '../index.ts';
import { aShelf, makeEffects, SHELF } from '../testing/a-shelf-api.ts';
import { openApiDocument } from './document.ts';

const { db } = await testDatabase();
await makeEffects(db);
const app = await aShelf(db);
const PREFIX = '/api/shelf/v1';

test('the document is OpenAPI 3.1 and says what the server does', async () => {
  const served = (await app.inject(`${PREFIX}/openapi.json`)).json();
  const { valid, errors } = await new Validator().validate(structuredClone(served));
  assert.ok(valid, JSON.stringify(errors));
  assert.deepEqual(served, JSON.parse(JSON.stringify(openApiDocument(SHELF))));
  const add = served.paths['/books'].post;
  assert.deepEqual(add.security, [{ apiKey: ['books:write'] }, { staff: ['books:write'] }]);
  assert.deepEqual(served.components.securitySchemes.staff.in, 'cookie');
  const { delete: burn } = served.paths['/books/{id}'];
  assert.equal(burn['x-step-up'], true);
  assert.match(burn.responses['403'].description, /step_up_required/);
  assert.doesNotMatch(add.responses['403'].description, /step_up_required/);
  assert.deepEqual(Object.keys(add.responses), [
    '201',
    '400',
    '401',
    '403',
    '409',
    '413',
    '415',
    '422',
    '429',
    '500',
    '503',
  ]);
  assert.ok(add.parameters.some(({ name }: { name: string }) => name === 'Idempotency-Key'));
  const { schema } = add.requestBody.content['application/json'];
  assert.equal(add.requestBody.content['application/json'].example.title, 'Kim');
  const file = served.paths['/books/{id}/text'].get.responses['200'].content;
  assert.deepEqual(Object.keys(file), ['text/plain; charset=utf-8']);
  assert.equal(schema.additionalProperties, false);
  assert.deepEqual(schema.properties.pages, { type: 'integer', minimum: 1, maximum: 10000 });
  const [list] = served.paths['/books'].get.parameters.filter(
    ({ name }: { name: string }) => name === 'limit',
  );
  assert.deepEqual([list.required, list.schema.type, list.schema.maximum], [false, 'integer', 100]);
  assert.deepEqual(served.components.schemas.Book.properties.price, { $ref: '#/components/schemas/Money' });
});

test('the validator would see a document that is none', async () => {
  const { valid } = await new Validator().validate({ openapi: '3.1.1', info: { title: 'x' }, paths: {} });
  assert.equal(valid, false);
});

test('the reference is a page without scripts, and escapes what it shows', async () => {
  const { body, headers } = await app.inject('/api/docs');
  assert.match(String(headers['content-type']), /text\/html/);
  for (const { summary, path } of Object.values(SHELF.endpoints))
    assert.ok(body.includes(summary) && body.includes(path));
  assert.match(body, /id="problem-invalid_input"/);
  assert.match(body, /authors\[\]\.name/);
  assert.ok(!/<script|style=|https?:\/\//.test(body));
  assert.equal((await app.inject('/api/docs/style.css')).statusCode, 200);
});

test('the client is typed by the contract and tells answers from refusals', async () => {
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  try {
    const anyone = makeClient(SHELF, { origin: address });
    const found = await anyone.readBook({ params: { id: '0198f5b2-7c1d-7aaa-8bbb-0123456789ab' } });
    assert.equal(found.ok ? found.value.title : found.problem.code, 'Kim');
    const text = await anyone.printBook({ params: { id: '0198f5b2-7c1d-7aaa-8bbb-0123456789ab' } });
    assert.equal(text.ok && (await text.value.text()), 'Kim by Rudyard Kipling');
    const refused = await anyone.listBooks({ query: { limit: '10' } });
    assert.equal(refused.ok ? 'answered' : refused.problem.code, 'unauthorized');
    const writer = makeClient(SHELF, { origin: address, token: 'writer' });
    const made = await writer.addBook({
      body: { title: 'Ulysses', price: { amount: '20.00', currency: 'EUR' }, pages: 730 },
      idempotencyKey: 'a-key-of-sixteen-or-more',
    });
    assert.equal(made.ok && made.value.price.amount, '20.00');
  } finally {
    await app.close();
  }
});
