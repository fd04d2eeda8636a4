import { customersOf, NO_CUSTOMER_PEOPLE, type DraftBody } from '../body.ts';
import { dateValues, orNull, typed, typedDate, type Typed } from './typed.ts';

/** Representatives, order and bank accounts (spec 01, step 4). Fields of a customer end with its BIN. */
export function peopleValues(body: DraftBody): Typed {
  const { organizerRepresentative, organizerIban, organizerOrder, customers } = body.people;
  return Object.assign(
    {
      organizerRepresentative: organizerRepresentative ?? '',
      organizerIban,
      approver: organizerOrder.approver ?? '',
      orderNumber: organizerOrder.orderNumber,
      ...dateValues('orderDate', organizerOrder.orderDate),
    },
    ...customersOf(body).map((bin) => {
      const { representative, approver, orderNumber, orderDate, iban } = customers[bin] ?? NO_CUSTOMER_PEOPLE;
      return {
        [`representative-${bin}`]: representative ?? '',
        [`approver-${bin}`]: approver ?? '',
        [`orderNumber-${bin}`]: orderNumber,
        [`iban-${bin}`]: iban,
        ...dateValues(`orderDate-${bin}`, orderDate),
      };
    }),
  ) as Typed;
}

export function withPeople(body: DraftBody, values: Typed): DraftBody {
  const customers = customersOf(body).map((bin) => [
    bin,
    {
      representative: orNull(typed(values, `representative-${bin}`)),
      approver: orNull(typed(values, `approver-${bin}`)),
      orderNumber: typed(values, `orderNumber-${bin}`),
      orderDate: typedDate(values, `orderDate-${bin}`),
      iban: typed(values, `iban-${bin}`),
    },
  ]);
  return {
    ...body,
    people: {
      organizerRepresentative: orNull(typed(values, 'organizerRepresentative')),
      organizerIban: typed(values, 'organizerIban'),
      organizerOrder: {
        approver: orNull(typed(values, 'approver')),
        orderNumber: typed(values, 'orderNumber'),
        orderDate: typedDate(values, 'orderDate'),
      },
      customers: Object.fromEntries(customers) as DraftBody['people']['customers'],
    },
  };
}
