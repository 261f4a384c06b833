import { z } from 'zod';
import { address } from '../../store/contract/address.ts';

/** How a person is reached: not there for who may not see it. */
export const contact = z.string().optional().meta({ permission: 'contacts:read' });

/** Who a person is: shown to whom the rest is shown, kept by no log. */
export const person = z.string().meta({ isPersonal: true });

/** Where a customer is: town and country for everybody, the door for who may reach them. */
export const customerAddress = address
  .extend({ line1: contact, line2: contact, phone: contact })
  .extend({ name: person, company: person.optional(), city: person, postalCode: person.optional() })
  .meta({ id: 'AddressOfCustomer' });

/** What an order says of its shopper, as staff see it. */
export const orderContacts = {
  email: contact,
  phone: contact,
  shippingAddress: customerAddress.optional(),
  billingAddress: customerAddress,
};
