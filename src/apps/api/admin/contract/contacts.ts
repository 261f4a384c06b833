import { z } from 'zod';
import { address } from '../../store/contract/address.ts';

/** How a person is reached: not there for who may not see it. */
export const contact = z.string().optional().meta({ permission: 'contacts:read' });

/** Where a customer is: town and country for everybody, the door for who may reach them. */
export const customerAddress = address
  .extend({ line1: contact, line2: contact, phone: contact })
  .meta({ id: 'AddressOfCustomer' });

/** What an order says of its shopper, as staff see it. */
export const orderContacts = {
  email: contact,
  phone: contact,
  shippingAddress: customerAddress.optional(),
  billingAddress: customerAddress,
};
