import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sanitiseSvg } from './sanitise.ts';

const NAMES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
const drawing = (inside: string, root = 'viewBox="0 0 10 20"') => `<svg ${NAMES} ${root}>${inside}</svg>`;

/** What must not be found, in any form, in what is kept. */
const POISON = /script|foreignObject|on\w+=|javascript|evil|@import|animate|<iframe|<a[ >]|&(?!#)/i;

const ATTACKS: readonly string[] = [
  '<script>alert("evil")</script>',
  '<SCRIPT>alert("evil")</SCRIPT>',
  '<script href="https://evil.example/x.js"/>',
  '<g onload="evil()"><path d="M0 0"/></g>',
  '<path d="M0 0" onclick="evil()" ONMOUSEOVER="evil()"/>',
  '<a xlink:href="javascript:evil()"><path d="M0 0"/></a>',
  '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="https://evil.example"/></foreignObject>',
  '<image href="https://evil.example/track.png"/>',
  '<image xlink:href="file:///etc/evil"/>',
  '<image href="data:image/svg+xml;base64,evil"/>',
  '<image href="data:text/html,evil"/>',
  '<use href="https://evil.example/x.svg#a"/>',
  '<use xlink:href="//evil.example/x.svg#a"/>',
  '<style>@import "https://evil.example/x.css";</style>',
  '<style>path { fill: url(https://evil.example/#a) }</style>',
  '<style>path { fill: u\\72l(https://evil.example) }</style>',
  '<style><![CDATA[ path { background: url("//evil.example") } ]]></style>',
  '<rect style="fill: url(https://evil.example)" width="1" height="1"/>',
  '<rect fill="url(https://evil.example/#a)" width="1" height="1"/>',
  '<rect filter="url( \'https://evil.example/#a\' )" width="1" height="1"/>',
  '<set attributeName="href" to="javascript:evil()"/>',
  '<a><animate attributeName="href" values="javascript:evil()"/></a>',
  '<handler type="text/javascript">evil()</handler>',
  '<svg:script xmlns:svg="http://www.w3.org/2000/svg">evil()</svg:script>',
  '<text>&lt;script&gt;ok&lt;/script&gt;</text><!-- evil --><?evil evil?>',
];

for (const attack of ATTACKS) {
  test(`nothing dangerous is left of ${attack}`, () => {
    const result = sanitiseSvg(drawing(attack));
    assert.ok(result.ok);
    // Text that only speaks of a script is text: it stays, escaped.
    const kept = result.value.text.replaceAll(/&#60;\/?script&#62;/g, '');
    assert.doesNotMatch(kept, POISON);
    assert.match(kept, /^<svg xmlns=/);
  });
}

test('a plain drawing is kept as it is', () => {
  const inside =
    '<defs><linearGradient id="a"><stop offset="0" stop-color="#f00"></stop></linearGradient></defs>' +
    '<style>.b{fill:url(#a)}</style><g class="b" transform="rotate(3)">' +
    '<path d="M0 0L1 1" fill="url(#a)"></path>' +
    '<use href="#a"></use><image href="data:image/png;base64,AAAA"></image><text x="1">Kaffee</text></g>';
  const result = sanitiseSvg(`<?xml version="1.0"?><!DOCTYPE svg PUBLIC "x" "y">${drawing(inside)}`);
  assert.ok(result.ok);
  assert.equal(result.value.text, drawing(inside));
  assert.equal(result.value.width, 10);
  assert.equal(result.value.height, 20);
});

const REFUSED: readonly (readonly [name: string, source: string, code: string])[] = [
  ['entities', '<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 1 1">&a;</svg>', 'unsafe'],
  ['an external entity', '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg>&a;</svg>', 'unsafe'],
  ['depth', drawing('<g>'.repeat(300) + '</g>'.repeat(300)), 'unsafe'],
  ['a crowd', drawing('<path/>'.repeat(50_001)), 'unsafe'],
  ['length', drawing(`<desc>${'x'.repeat(5_000_000)}</desc>`), 'unsafe'],
  ['an open tag', '<svg viewBox="0 0 1 1"><g></svg>', 'damaged'],
  ['no size', '<svg><path/></svg>', 'damaged'],
  ['another root', '<html viewBox="0 0 1 1"/>', 'damaged'],
  ['an unknown entity', drawing('&nbsp;'), 'damaged'],
  ['a size of nothing', drawing('', 'viewBox="0 0 0 10"'), 'damaged'],
];

for (const [name, source, code] of REFUSED) {
  test(`a drawing with ${name} is refused: ${code}`, () => {
    const result = sanitiseSvg(source);
    assert.equal(!result.ok && result.refusal.code, code);
  });
}
