import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { saveTheme } from '../../../modules/markets/index.ts';
import { noSearch } from '../testing/a-search.ts';
import { aServer, viewAt } from '../testing/a-server.ts';
import { aShop } from '../testing/a-shop.ts';
import { themeCss, themeHref } from './theme-css.ts';

const connection = await testDatabase();
await aShop(connection.db, Temporal.Now.instant());
const server = await aServer(connection, noSearch());
after(() => server.close());

test('a template in a colour is a style sheet that its address describes', async () => {
  assert.equal(themeHref('atelier', '#7a1f3d'), '/theme/atelier/7a1f3d.css');
  assert.match(themeCss('atelier', '7a1f3d') ?? '', /--accent:light-dark\(#7a1f3d, #[0-9a-f]{6}\)/);
  const { statusCode, headers, body } = await server.inject(themeHref('depot', '#00c2a8'));
  assert.deepEqual([statusCode, headers['content-type']], [200, 'text/css; charset=utf-8']);
  assert.match(body, /--button:#00c2a8/);
  for (const path of ['depot/red.css', 'plain/00c2a8.css', 'depot/00c2a8%7D.css']) {
    assert.equal((await server.inject(`/theme/${path}`)).statusCode, 404, path);
  }
});

test('pages take the colour that the shop keeps, after the template’s own style', async () => {
  const stylesAt = async () => (await viewAt(server, '/')).view.frame.assets.styles;
  const before = await stylesAt();
  const theme = { accent: '#7a1f3d', logo: undefined, picture: undefined };
  await connection.db.transaction().execute((tx) => saveTheme(tx, theme));
  const end = Date.now() + 10_000;
  while ((await stylesAt()).length === before.length && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const after = await stylesAt();
  assert.deepEqual(after.slice(0, -1), before);
  assert.match(after.at(-1) ?? '', /^\/theme\/\w+\/7a1f3d\.css$/);
});
