/** Shipping labels. */
export const labels = {
  many: 'Print labels',
  one: 'Print shipping label',
  parcel: 'Shipping label',
  make: 'Print',
  about:
    'For what is still to be packed, or for the last parcel when everything went. Postage is the carrier’s.',
  size: 'Printed on',
  sizes: {
    a6: 'A6 label, 105 × 148 mm',
    '4x6': '4 × 6 inch label',
    a4_4: 'A4 sheet of 4 labels',
    a4_8: 'A4 sheet of 8 labels',
  },
  first: 'First free label',
  place: (place: number) => `Label ${place}`,
};
