import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { escapeHtml, sanitiseHtml } from './index.ts';

// From the OWASP XSS filter evasion cheat sheet and the mutation-XSS literature.
const ATTACKS = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=https://evil.example/x.js></SCRIPT>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)><animate onbegin=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href=" &#14; javascript:alert(1)">x</a>',
  '<a href="jav&#x09;ascript:alert(1)">x</a>',
  '<a href="jav\nascript:alert(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>',
  '<a href="//evil.example/x">x</a>',
  '<a href="\\\\evil.example">x</a>',
  '<a href="/\\evil.example">x</a>',
  '<a href="/\t/evil.example">x</a>',
  '<p style="background:url(javascript:alert(1))" onmouseover="alert(1)">x</p>',
  '<iframe src="https://evil.example"></iframe><object data=x></object><embed src=x>',
  '<form action=https://evil.example><input name=card><button formaction=javascript:alert(1)></form>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<textarea><script>alert(1)</script></textarea>',
  '<style>@import "https://evil.example/x.css";</style>',
  '<!--><img src=x onerror=alert(1)>-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<table><td background="javascript:alert(1)">x</td></table>',
  '<base href="https://evil.example/"><meta http-equiv=refresh content="0;url=https://evil.example">',
  '<template><script>alert(1)</script></template>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '<p\0 onclick=alert(1)>x</p>',
  '<<script>alert(1);//<</script>',
  '<b <script>alert(1)</script>0',
];

// What may be left: the allowed tags, with the allowed attributes, in the form that the sanitiser writes.
const TAG = 'h[2-4]|p|br|hr|blockquote|ul|ol|li|em|strong|sub|sup|a|table|caption|thead|tbody|tfoot|tr|th|td';
const HREF = String.raw`href="(?:https?:\/\/|mailto:|[#?]|\/(?![\/\\])|(?!\w*:|[\/\\]{2})[^"])[^"]*"`;
const ATTRIBUTE = String.raw`(?:colspan|rowspan)="\d+"|scope="\w+"|rel="noopener"|${HREF}`;
const SAFE = new RegExp(`^(?:[^<>]|</?(?:${TAG})(?: (?:${ATTRIBUTE}))*(?: /)?>)*$`);

test('nothing that runs or loads survives', () => {
  for (const attack of ATTACKS) {
    const clean = sanitiseHtml(attack);
    assert.match(clean, SAFE, attack);
    assert.doesNotMatch(clean, /<[^>]*(?:javascript|vbscript|data|evil)/i, attack);
  }
});

test('what a description is made of stays', () => {
  const kept =
    '<h2>Care</h2><p>Wash <em>cold</em>, <strong>line</strong> dry.<br />Not hot.</p><ul><li>a</li></ul>' +
    '<table><thead><tr><th scope="col">Size</th></tr></thead>' +
    '<tbody><tr><td colspan="2">M</td></tr></tbody></table>' +
    '<p><a href="/pages/care">our guide</a> <a href="https://a.example/" rel="noopener">there</a></p>';
  assert.equal(sanitiseHtml(kept), kept);
});

test('neighbours of the allowed tags become them', () => {
  assert.equal(
    sanitiseHtml('<h1>A</h1><div><b>b</b> <i>i</i></div>'),
    '<h2>A</h2><p><strong>b</strong> <em>i</em></p>',
  );
  assert.equal(sanitiseHtml('<div><div>a</div><div>b</div></div>'), '<p>a</p><p>b</p>');
  assert.equal(sanitiseHtml('5 < 6 & 7 > 2'), '5 &lt; 6 &amp; 7 &gt; 2');
});

test('sanitising twice is sanitising once', () => {
  for (const attack of ATTACKS) assert.equal(sanitiseHtml(sanitiseHtml(attack)), sanitiseHtml(attack));
  const pieces = fc.constantFrom(
    ...[
      '<p>',
      '</p>',
      '<div>',
      '</div>',
      '<b>',
      '</b>',
      '<ul>',
      '<li>',
      '</ul>',
      '<table>',
      '<td>',
      '</table>',
    ],
    ...[
      '<a href="/x">',
      '</a>',
      '<h1>',
      '</h1>',
      '<script>',
      '</script>',
      '&lt;',
      '&',
      '<',
      '>',
      '"',
      'word',
      ' ',
    ],
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 5 })), { maxLength: 25 }), (parts) => {
      const once = sanitiseHtml(parts.join(''));
      assert.equal(sanitiseHtml(once), once);
      assert.match(once, SAFE);
    }),
    { numRuns: 500 },
  );
});

test('a bomb of nested tags is flattened in reasonable time', () => {
  const began = performance.now();
  const clean = sanitiseHtml('<div><b>'.repeat(10_000));
  assert.ok(clean.length < 2_000);
  assert.ok(performance.now() - began < 5_000);
});

test('escaped text shows exactly itself', () => {
  assert.equal(escapeHtml(`<a href="x">'&'</a>`), `&lt;a href=&quot;x&quot;&gt;'&amp;'&lt;/a&gt;`);
});
