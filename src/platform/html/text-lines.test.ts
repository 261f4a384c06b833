import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { escapeHtml, textLines } from './index.ts';

test('each paragraph, heading, item and row is a line, and characters are themselves', () => {
  const html =
    '<h2>Terms &amp; more</h2><p>First <strong>strong</strong>\n word.</p>loose<ul><li>one</li><li>two</li></ul>' +
    '<table><tbody><tr><th>a</th><td>b</td></tr></tbody></table>up<br>down';
  assert.deepEqual(textLines(html), [
    'Terms & more',
    'First strong word.',
    'loose',
    'one',
    'two',
    'a b',
    'up',
    'down',
  ]);
});

test('text that was escaped comes back as it was, and markup never does', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z<>&"' ]{1,40}$/), (text) => {
      const said = text.replace(/\s+/g, ' ').trim();
      assert.deepEqual(textLines(`<p>${escapeHtml(text)}</p>`), said === '' ? [] : [said]);
    }),
  );
});
