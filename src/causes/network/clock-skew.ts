import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { certaintyOf, saying } from '../connection.ts';

const now = /current time (\d{4}-\d\d-\d\dT[\d:]{5,8}Z?) is (before|after) (\d{4}-\d\d-\d\dT[\d:]{5,8}Z?)/;

interface Clock {
  readonly here: string;
  readonly side: string;
  readonly bound: string;
}

/** The clock of this machine is so wrong that certificates seem not to be valid yet. */
export const clockSkew = defineCause<Clock | undefined>({
  id: 'clock-skew',
  refines: 'tls-failure',
  title: 'The clock of this machine is wrong',
  locus: 'network',
  retry: () => ({ kind: 'no', because: 'Nothing changes until the clock is set.' }),
  signs: [
    { errno: 'CERT_NOT_YET_VALID', shared: true },
    ...saying([
      'certificate is not yet valid',
      'CertificateNotYetValidException',
      'invalid peer certificate: NotValidYet',
    ]),
    { says: 'certificate has expired or is not yet valid', pattern: now, shared: true },
    { says: 'certificate has expired', shared: true, certainty: 'possible' },
    { errno: ['CERT_HAS_EXPIRED', 'ERR_CERT_DATE_INVALID'], shared: true, certainty: 'possible' },
  ],
  recognize: (evidence, { sign, quote }) => {
    const { reading } = evidence;
    const [, here, side, bound] = now.exec(reading?.flat ?? '') ?? [];
    // A certificate that ended is as likely an expired one; only a beginning that lies ahead accuses the clock.
    const stated = side === 'after' ? 'possible' : certaintyOf(evidence, sign);
    return {
      certainty: stated,
      because: [quote],
      details: here && side && bound ? { here, side, bound } : undefined,
    };
  },
  explain: (clock) =>
    clock
      ? `This machine's clock says ${clock.here}, which is ${clock.side} ${clock.bound}, the ${clock.side === 'before' ? 'first' : 'last'} moment of the certificate. TLS therefore takes a good certificate for invalid, and no request was sent.`
      : "The certificate that was shown begins or ended outside the time that this machine's clock tells. The API's certificate is renewed long before it ends, so the clock is the first suspect, as in virtual machines and containers that were asleep.",
  remedies: () => [
    { action: 'Compare the clock with UTC.', run: "date -u; curl -sI http://www.google.com | grep -i '^date'" },
    {
      action: 'Turn on time synchronization (Linux; WSL: the second; Windows: the third).',
      run: 'sudo timedatectl set-ntp true\nsudo hwclock -s\nw32tm /resync',
    },
    { action: 'If the clock is right, a proxy shows a certificate of its own that has ended: ask IT to renew it.' },
  ],
  docs: pages.claudeCodeNetwork,
  settledBy: [
    {
      from: 'tls-failure',
      test: 'Compare `date -u` with a clock elsewhere: if it is wrong, that is the cause; if it is right, the certificate has really ended, and it is not the one of the API.',
    },
  ],
});
