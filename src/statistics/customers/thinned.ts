/** Where a search for the best parameters is to begin is found with so many customers at most. */
export const MANY = 5_000;

/** Every so manieth of them, evenly: at most {@link MANY}. */
export function everyOf<Customer>(customers: readonly Customer[]): Customer[] {
  const step = Math.ceil(customers.length / MANY);
  return customers.filter((_, index) => index % step === 0);
}
