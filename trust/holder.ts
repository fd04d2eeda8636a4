import type { Certificate } from './certificate.ts';
import { children, type Der, expectTag, oid, sequence, TAG, whole } from './der.ts';

/** Who holds a certificate, as the issuing authority wrote it, with what a page shows of the certificate. */
export interface Holder {
  /** 12 digits; absent for the seal of an organization. */
  iin?: string;
  /** 12 digits; absent for a private person. */
  bin?: string;
  name: string;
  organization?: string;
  /** Serial number of the certificate, hex. */
  serial: string;
  /** Name of the issuing authority. */
  issuer: string;
  /** Instants in ms since the epoch. */
  validFrom: number;
  validTo: number;
}

const NAME = { commonName: '2.5.4.3', serialNumber: '2.5.4.5', organization: '2.5.4.10', unit: '2.5.4.11' } as const;

/** Reads the holder: the national authority writes `IIN…` as serialNumber and `BIN…` as organizational unit. */
export function holderOf(certificate: Certificate): Holder {
  const subject = namesOf(certificate.subject);
  const iins = numbers(subject, NAME.serialNumber, 'IIN');
  const bins = numbers(subject, NAME.unit, 'BIN');
  return {
    iin: iins.length === 1 ? iins[0] : undefined,
    bin: bins.length === 1 ? bins[0] : undefined,
    name: first(subject, NAME.commonName) ?? '',
    organization: first(subject, NAME.organization),
    serial: certificate.serial.toString('hex'),
    issuer: first(namesOf(certificate.issuer), NAME.commonName) ?? '',
    validFrom: certificate.validFrom,
    validTo: certificate.validTo,
  };
}

type Names = [type: string, text: string][];

const first = (names: Names, type: string): string | undefined => names.find(([id]) => id === type)?.[1];

const numbers = (names: Names, type: string, prefix: string): string[] =>
  names.flatMap(([id, text]) => (id === type && new RegExp(`^${prefix}\\d{12}$`).test(text) ? [text.slice(prefix.length)] : []));

function namesOf(name: Buffer): Names {
  return children(whole(name, TAG.sequence)).flatMap((set) =>
    children(expectTag(set, TAG.set)).map((pair): Names[number] => {
      const [type, value] = sequence(pair);
      return [oid(type), textOf(value)];
    }),
  );
}

/** UTF8String, PrintableString, IA5String; BMPString is two bytes a character. */
function textOf(value: Der | undefined): string {
  if (value?.tag === 0x1e) return Buffer.from(value.content).swap16().toString('utf16le');
  return value && [0x0c, 0x13, 0x16].includes(value.tag) ? value.content.toString('utf8') : '';
}
