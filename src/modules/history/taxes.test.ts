import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import { expectOk } from '../../kernel/index.ts';
import { exactText, importOrders, readHistoryLines } from './index.ts';
import { aFolder } from './testing/a-file.ts';

const connection = await testDatabase();
const { fileOf } = await aFolder();

test('a row’s tax is a line beside it, and goes back with the order that its goods are of', async () => {
  const input = await fileOf(
    `Date,Order,Customer,SKU,Quantity,Price,VAT
2024-01-10 10:00,1001,ada,TEA,2,10.00,3.80
2024-01-10 10:00,1001,ada,SHIPPING,1,4.12,0.78
2024-01-20 10:00,1001-R,ada,TEA,-1,10.00,-1.90
2024-01-20 10:00,1002,ada,FREE,1,3.00,0
`,
    {
      mapping: {
        ...{ date: 'Date', order: 'Order', customer: 'Customer', sku: 'SKU', quantity: 'Quantity' },
        ...{ price: 'Price', tax: 'VAT' },
      },
    },
  );
  expectOk(await importOrders(connection, input));
  const lines = (await Array.fromAsync(readHistoryLines(connection.db))).flat();
  assert.deepEqual(
    lines.map((line) => [line.document, line.kind, line.class, exactText(line.amountMillionths), line.order]),
    [
      ['1001', 'sale', 'goods', '20', 'mapped:1001'],
      ['1001', 'sale', 'tax', '3.8', 'mapped:1001'],
      ['1001', 'sale', 'delivery', '4.12', 'mapped:1001'],
      ['1001', 'sale', 'tax', '0.78', 'mapped:1001'],
      ['1001-R', 'refund', 'goods', '-10', 'mapped:1001'],
      ['1001-R', 'refund', 'tax', '-1.9', 'mapped:1001'],
      ['1002', 'sale', 'goods', '3', 'mapped:1002'],
    ],
  );
});
