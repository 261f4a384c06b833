/** Ids that stand in examples of the documents; the fuzz test puts those of its own shop in their place. */
export const EXAMPLE = {
  product: '0198f5b2-7c1d-7aaa-8bbb-000000000030',
  variant: '0198f5b2-7c1d-7aaa-8bbb-000000000001',
  location: '0198f5b2-7c1d-7aaa-8bbb-000000000002',
  order: '0198f5b2-7c1d-7aaa-8bbb-000000000003',
  orderLine: '0198f5b2-7c1d-7aaa-8bbb-000000000004',
  fulfilment: '0198f5b2-7c1d-7aaa-8bbb-000000000005',
  return: '0198f5b2-7c1d-7aaa-8bbb-000000000006',
  paymentMethod: '0198f5b2-7c1d-7aaa-8bbb-000000000007',
  priceList: '0198f5b2-7c1d-7aaa-8bbb-000000000008',
  file: '0198f5b2-7c1d-7aaa-8bbb-000000000010',
  customer: '0198f5b2-7c1d-7aaa-8bbb-000000000011',
  zone: '0198f5b2-7c1d-7aaa-8bbb-000000000009',
  otherLocation: '0198f5b2-7c1d-7aaa-8bbb-000000000012',
} as const;

export const EXAMPLE_ADDRESS = {
  ...{ name: 'Ada Byron', company: 'Analytical', line1: 'Lindenweg 12', line2: 'Hinterhaus' },
  ...{ city: 'Berlin', postalCode: '10115', country: 'DE', phone: '+49 30 1234567' },
} as const;
