import { Name } from './x509.ts';

/** Whom a development key is issued to. `key` names the files. */
export interface KeyOwner {
  key: string;
  /** Full name as in the identity card. */
  name: string;
  iin: string;
  bin?: string;
  organization?: string;
  /** RSA-2048 unless said otherwise. */
  algorithm?: 'rsa' | 'ec';
}

const SERIAL_NUMBER = '2.5.4.5';

/** The national authority's way: `IIN…` as serialNumber, `BIN…` as organizational unit, the organization as O. */
export const personName = ({ name, iin, bin, organization }: Omit<KeyOwner, 'key'>): Name =>
  new Name([
    { CN: [{ utf8String: name }] },
    { [SERIAL_NUMBER]: [{ printableString: `IIN${iin}` }] },
    { C: [{ printableString: 'KZ' }] },
    ...(organization ? [{ O: [{ utf8String: organization }] }] : []),
    ...(bin ? [{ OU: [{ utf8String: `BIN${bin}` }] }] : []),
  ]);

/** The seal of the portal: an organization without a person. */
export const portalName = (): Name =>
  new Name([{ CN: [{ utf8String: 'Zakup portal (development seal)' }] }, { C: [{ printableString: 'KZ' }] }]);

export const authorityName = (name: string): Name =>
  new Name([{ CN: [{ utf8String: name }] }, { C: [{ printableString: 'KZ' }] }]);
