/**
 * What a sale that is of no product has where products, and what they are in, are told apart: delivery, fees, what was credited
 * without saying for what. Not '', which is a product whose brand (category, collection) nobody knows.
 */
export const NO_PRODUCT = '(no product)';
