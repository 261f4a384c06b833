import assert from 'node:assert/strict';
import { test } from 'node:test';
import { currencyOf, localeOf } from '../../../kernel/index.ts';
import type { VariantModel } from '../model/index.ts';
import { moneyText } from '../money-text.ts';
import { type OfferedProduct, type OfferedVariant, productJsonLd } from './index.ts';

const EUR = currencyOf('EUR');
const euros = (minor: bigint) => moneyText(minor, EUR, localeOf('en'));
const SHIRT: OfferedProduct = {
  handle: 'shirt',
  url: 'https://shop.example/products/shirt',
  title: 'Shirt',
  description: 'Linen.',
  brand: 'Nordlicht',
  pictures: ['https://shop.example/media/a/1280.jpeg'],
  optionNames: ['Größe', 'Colour', 'Collar'],
  currency: EUR,
  terms: {},
};
const aVariant = (changes: Partial<VariantModel> = {}, gtin?: string): OfferedVariant => {
  const optionValues = changes.optionValues ?? ['M', 'Red', 'Wide'];
  const model: VariantModel = {
    id: 'v',
    optionValues,
    price: euros(1999n),
    compareAt: undefined,
    unitPrice: undefined,
    stock: { state: 'in_stock', text: '' },
    sku: 'SH-M',
    pictureAssetId: undefined,
    ...changes,
  };
  return { model, gtin, url: `${SHIRT.url}?v=${optionValues.join('')}`, pictures: [] };
};

test('a product without options is a Product with its Offer', () => {
  const only = aVariant({ optionValues: [] }, '4006381333931');
  assert.deepEqual(productJsonLd({ ...SHIRT, optionNames: [] }, [only], only), {
    '@context': 'https://schema.org',
    '@type': 'Product',
    '@id': `${only.url}#product`,
    name: 'Shirt',
    description: 'Linen.',
    image: SHIRT.pictures,
    brand: { '@type': 'Brand', name: 'Nordlicht' },
    url: only.url,
    sku: 'SH-M',
    gtin: '4006381333931',
    offers: {
      '@type': 'Offer',
      url: only.url,
      priceCurrency: 'EUR',
      price: '19.99',
      availability: 'https://schema.org/InStock',
      itemCondition: 'https://schema.org/NewCondition',
    },
  });
});

test('a product with options is a group that says by what its variants differ', () => {
  const red = aVariant();
  const blue = aVariant({ optionValues: ['L', 'Blue', 'Wide'], stock: { state: 'sold_out', text: '' } });
  const group = JSON.parse(JSON.stringify(productJsonLd(SHIRT, [red, blue], red)));
  assert.equal(group['@type'], 'ProductGroup');
  assert.equal(group.productGroupID, 'shirt');
  assert.deepEqual(group.variesBy, ['https://schema.org/size', 'https://schema.org/color', 'Collar']);
  assert.equal(group.hasVariant.length, 2);
  const [, second] = group.hasVariant;
  assert.equal(second.size, 'L');
  assert.equal(second.color, 'Blue');
  assert.deepEqual(second.additionalProperty, [{ '@type': 'PropertyValue', name: 'Collar', value: 'Wide' }]);
  assert.equal(second.offers.availability, 'https://schema.org/OutOfStock');
});

test('of too many variants only the chosen one is told', () => {
  const chosen = aVariant();
  const data = JSON.parse(JSON.stringify(productJsonLd(SHIRT, [chosen], chosen)));
  assert.equal(data['@type'], 'Product');
  assert.equal(data.offers.price, '19.99');
});

test('a lawful reduction and the shop’s terms are part of the offer', () => {
  const only = aVariant({ compareAt: euros(2999n) });
  const terms = {
    returns: { country: 'DE', days: 30, isFree: true },
    shipping: { country: 'DE', rate: euros(495n), minDays: 1, maxDays: 3 },
  };
  const { offers } = JSON.parse(JSON.stringify(productJsonLd({ ...SHIRT, terms }, [only], only)));
  assert.equal(offers.price, '19.99');
  assert.equal(offers.priceSpecification.price, '29.99');
  assert.equal(offers.hasMerchantReturnPolicy.merchantReturnDays, 30);
  assert.equal(offers.shippingDetails.shippingRate.value, '4.95');
});
