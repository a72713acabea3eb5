import type { Evidence, Part, Platform } from './evidence.ts';
import type { Place } from './reading.ts';

/** On whose side the fault lies. */
export type Locus = 'request' | 'credentials' | 'account' | 'limits' | 'network' | 'client' | 'service' | 'gateway';

/** How sure a match is; `proven` leaves no other reading. */
export type Certainty = 'proven' | 'likely' | 'possible';

/** Whether sending the same request again can help. */
export type RetryKind = 'no' | 'yes' | 'wait' | 'maybe';

/** A retry verdict told for one call. */
export interface RetryAdvice {
  readonly kind: RetryKind;
  /** How long to wait, in milliseconds, where the evidence says so. */
  readonly waitMs?: number;
  /** The moment from which a retry can help, as the evidence writes it. */
  readonly until?: string;
  readonly because: string;
}

/** One thing to do, as an imperative that can be followed as it stands. */
export interface Remedy {
  readonly action: string;
  /** A command line or code to type, in the reader's own shell or editor. */
  readonly run?: string;
}

/** A pointer into the evidence, and what stands there. */
export interface Quote {
  readonly part: 'text' | Part;
  readonly text: string;
  readonly place?: Place;
}

/** An official page, with the day on which it was last compared with what the cause says. */
export interface DocPage {
  readonly url: string;
  readonly title: string;
  /** ISO date. */
  readonly checkedOn: string;
}

/** A test that tells two causes apart when both fit. */
export interface Settler {
  /** The other cause. */
  readonly from: string;
  readonly test: string;
}

/**
 * A cheap, declared mark of a cause. Every member that is present must hold; members with several values hold when
 * one of them does, but `says` needs all of its fragments.
 */
export interface Sign {
  /** `error.details.error_code`. */
  readonly code?: string | readonly string[];
  /** The API's or the cloud's error type. */
  readonly type?: string | readonly string[];
  readonly status?: number | readonly number[];
  readonly errno?: string | readonly string[];
  /** Fragments of the wording, in readable form; compared in squeezed form, all must occur. */
  readonly says?: string | readonly string[];
  /** Fragments of which none may occur. */
  readonly unless?: string | readonly string[];
  /** A closer look at `Reading.flat`, taken only when everything else holds; must run in linear time. */
  readonly pattern?: RegExp;
  readonly platform?: Platform | readonly Platform[];
  /** A response header that must be present (lower-case name). */
  readonly header?: string;
  readonly stopReason?: string | readonly string[];
  /** What a match by this sign is worth; `proven` unless said otherwise. */
  readonly certainty?: Certainty;
  /** Other services say this too: it counts only where the text does not speak of another service alone. */
  readonly shared?: boolean;
}

/** A sign that holds, with the words that made it hold. */
export interface SignHit {
  readonly sign: Sign;
  readonly quote: Quote;
}

/** What `recognize` returns: how sure, what convinced it, and the details to be told. */
export interface Recognition<D> {
  readonly certainty: Certainty;
  readonly because?: readonly Quote[];
  readonly details: D;
}

/** How a cause is written down; see `defineCause`. */
export interface CauseDefinition<D> {
  /** Permanent; a noun phrase for the bad thing; the file has the same name. */
  readonly id: string;
  /** The broader cause that this one narrows. */
  readonly refines?: string;
  /** The fault in a few words, no period. */
  readonly title: string;
  readonly locus: Locus;
  readonly retry: RetryKind | ((evidence: Evidence) => RetryAdvice);
  readonly signs: readonly Sign[];
  /**
   * Words in which programs and people retell the error, in any language; of a list all must occur. They are looked for
   * when no sign holds, count only where the text names Claude, and are likely at most.
   */
  readonly retold?: readonly (string | readonly string[])[];
  /** Parts without which the cause cannot be judged. */
  readonly needs?: readonly Part[];
  /**
   * Looks closer once a sign holds. `undefined` rules the cause out. Without it the sign decides, and `details` is
   * `undefined`.
   */
  readonly recognize?: (evidence: Evidence, hit: SignHit) => Recognition<D> | undefined;
  /** What happened, then why it follows, about this call and with its values; `details` is absent on the cause's own page. */
  readonly explain: (details: D | undefined, evidence: Evidence) => string;
  /** Most effective first. */
  readonly remedies: (details: D | undefined, evidence: Evidence) => readonly Remedy[];
  readonly docs: DocPage;
  /** Causes that this one is a mere consequence of when they match too; `'*'` for any other. */
  readonly consequenceOf?: readonly string[];
  /** Causes that look the same, with the test that settles which it is. */
  readonly settledBy?: readonly Settler[];
}

/** What a cause says of one call. */
export interface CauseAccount {
  readonly explanation: string;
  readonly remedies: readonly Remedy[];
  readonly retry: RetryAdvice;
}

/** A cause recognized in the evidence. */
export interface Match {
  readonly cause: Cause;
  readonly certainty: Certainty;
  readonly because: readonly Quote[];
  readonly sign: Sign;
  readonly tell: () => CauseAccount;
}

/** A cause as the engine sees it, its details hidden behind `examine`. */
export interface Cause {
  readonly id: string;
  readonly refines?: string;
  readonly title: string;
  readonly locus: Locus;
  readonly signs: readonly Sign[];
  readonly retold: readonly (string | readonly string[])[];
  readonly needs: readonly Part[];
  readonly docs: DocPage;
  readonly consequenceOf: readonly string[];
  readonly settledBy: readonly Settler[];
  /** Judges the evidence after a sign held. */
  readonly examine: (evidence: Evidence, hit: SignHit) => Match | undefined;
  /** The account for the cause's own page, about no call in particular. */
  readonly describe: () => CauseAccount;
}

const retryReason: Readonly<Record<RetryKind, string>> = {
  no: 'The same request will fail in the same way.',
  yes: 'The failure is transient; a retry after a short, growing wait usually succeeds.',
  wait: 'It heals by waiting, not by sending more.',
  maybe: 'It depends on what stands behind it; one retry tells.',
};

/** Declares a cause; the only way to make one. */
export function defineCause<D = undefined>(definition: CauseDefinition<D>): Cause {
  const {
    id,
    refines,
    title,
    locus,
    signs,
    retold = [],
    needs = [],
    docs,
    consequenceOf = [],
    settledBy = [],
  } = definition;
  const retry = (evidence: Evidence): RetryAdvice =>
    typeof definition.retry === 'function'
      ? definition.retry(evidence)
      : { kind: definition.retry, because: retryReason[definition.retry] };
  const account = (details: D | undefined, evidence: Evidence): CauseAccount => ({
    explanation: definition.explain(details, evidence),
    remedies: definition.remedies(details, evidence),
    retry: retry(evidence),
  });
  const cause: Cause = {
    id,
    ...(refines === undefined ? {} : { refines }),
    title,
    locus,
    signs,
    retold,
    needs,
    docs,
    consequenceOf,
    settledBy,
    examine(evidence, hit) {
      const recognized = definition.recognize?.(evidence, hit);
      if (definition.recognize && !recognized) return undefined;
      return {
        cause,
        certainty: recognized?.certainty ?? hit.sign.certainty ?? 'proven',
        get because() {
          return recognized?.because ?? [hit.quote];
        },
        sign: hit.sign,
        tell: () => account(recognized?.details, evidence),
      };
    },
    describe: () => account(undefined, {}),
  };
  return cause;
}
