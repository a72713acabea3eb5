import { createPrivateKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { bits, contextTag, dateTime, integer, objectId, octets, sequence, set, utf8, yes } from './der.ts';

/** A certificate with its private key, both as PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** Who may sign certificates. */
export interface Authority extends Certificate {
  readonly name: string;
}

/** What a certificate says. */
export interface CertificateRequest {
  readonly name: string;
  readonly from: Date;
  readonly until: Date;
  readonly hosts?: readonly string[];
  readonly addresses?: readonly (readonly number[])[];
  readonly isAuthority?: boolean;
  /** Absent for a certificate that signs itself. */
  readonly issuer?: Authority;
}

const ids = {
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  commonName: '2.5.4.3',
  basicConstraints: '2.5.29.19',
  subjectAltName: '2.5.29.17',
} as const;

/** Makes a certificate with a fresh key; nothing of it is ever stored. */
export function makeCertificate(request: CertificateRequest, serial: number): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const signer = request.issuer ? createPrivateKey(request.issuer.key) : privateKey;
  const algorithm = sequence(objectId(ids.ecdsaWithSha256));
  const content = sequence(
    contextTag(0, integer(2)),
    integer(serial),
    algorithm,
    nameOf(request.issuer?.name ?? request.name),
    sequence(dateTime(request.from), dateTime(request.until)),
    nameOf(request.name),
    spki(publicKey),
    contextTag(3, sequence(...extensions(request))),
  );
  const certificate = sequence(content, algorithm, bits(sign('sha256', content, signer)));
  return { cert: pem(certificate), key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}

function spki(key: KeyObject): Uint8Array {
  return key.export({ type: 'spki', format: 'der' });
}

function nameOf(commonName: string): Uint8Array {
  return sequence(set(sequence(objectId(ids.commonName), utf8(commonName))));
}

function extensions({ hosts = [], addresses = [], isAuthority = false }: CertificateRequest): readonly Uint8Array[] {
  const names = [
    ...hosts.map((host) => contextTag(2, Buffer.from(host, 'ascii'), 'plain')),
    ...addresses.map((address) => contextTag(7, Uint8Array.from(address), 'plain')),
  ];
  return [
    sequence(objectId(ids.basicConstraints), yes(), octets(isAuthority ? sequence(yes()) : sequence())),
    ...(names.length === 0 ? [] : [sequence(objectId(ids.subjectAltName), octets(sequence(...names)))]),
  ];
}

function pem(der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
