/** A question to the name system; without `server` it goes to the resolver that programs on this machine use. */
export interface NameQuestion {
  readonly name: string;
  readonly family: 4 | 6;
  /** An address, with a port where it is not 53. */
  readonly server?: string;
}

/** An answer that did not come, with the system's code (`ENOTFOUND`, `ETIMEDOUT`, `CERT_HAS_EXPIRED`). */
export interface Failed {
  readonly kind: 'failed';
  readonly code: string;
  readonly message: string;
  readonly tookMs: number;
  /** An answer whose head came, and whose rest did not: its status, and how long nothing more had come at the end. */
  readonly begun?: { readonly status: number; readonly quietMs: number };
}

/** What the name system answered. */
export type NameAnswer =
  | { readonly kind: 'answered'; readonly addresses: readonly string[]; readonly tookMs: number }
  | Failed;

/** One address to connect to. */
export interface Endpoint {
  /** A name or an address. */
  readonly host: string;
  readonly port: number;
}

/** What came of a TCP connection, which is closed at once. */
export type ConnectAnswer = { readonly kind: 'connected'; readonly tookMs: number } | Failed;

/** The way through a proxy, as a URL that may hold its credentials. */
export interface ProxyRoute {
  readonly url: string;
}

/** A TLS handshake to be made; it goes on when the certificate is not trusted, so that it can be told. */
export interface HandshakeQuestion {
  readonly at: Endpoint;
  /** The name that the certificate must hold. */
  readonly serverName: string;
  readonly proxy?: ProxyRoute;
}

/** A certificate as far as a reader needs it. */
export interface Certificate {
  readonly subject: string;
  readonly issuer: string;
  /** Names and addresses that it holds for. */
  readonly names: readonly string[];
  readonly validFrom: string;
  readonly validTo: string;
}

/** What came of a TLS handshake. */
export type HandshakeAnswer =
  | {
      readonly kind: 'secured';
      readonly protocol: string;
      /** `h2` or `http/1.1`, where both sides agreed on one. */
      readonly application?: string;
      /** Why the certificate is not trusted, as the TLS library names it; absent where it is. */
      readonly distrust?: string;
      /** From the host's own to the root, as far as it was shown. */
      readonly chain: readonly Certificate[];
      readonly tookMs: number;
    }
  | Failed;

/** An HTTP request to be sent. */
export interface HttpQuestion {
  readonly method: 'GET' | 'HEAD' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly proxy?: ProxyRoute;
  /** By its name in ALPN; HTTP/1.1 unless said. `h2` needs TLS. */
  readonly protocol?: 'http/1.1' | 'h2';
  /** Where to connect, when not to what the name of the host resolves to by itself: one of its addresses. */
  readonly at?: Endpoint;
}

/** What came of an HTTP request; a redirect is an answer like any other and is not followed. */
export type HttpAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      /** Lower-case names. */
      readonly headers: Readonly<Record<string, string>>;
      /** At most the first megabyte. */
      readonly body: string;
      readonly firstByteMs: number;
      readonly tookMs: number;
    }
  | Failed;

/** A handshake with a SOCKS5 proxy that ended without a way to the host, and the step in which it did. */
export interface SocksAnswer {
  readonly kind: 'socks-ended';
  readonly step: 'greeting' | 'sign-in' | 'connect';
  /** `silent`: no answer came, or the connection was closed. */
  readonly reason: 'credentials' | 'refused' | 'not-socks' | 'silent';
  /** Ready to stand behind a colon. */
  readonly because: string;
  readonly tookMs: number;
}

/** What came of asking a proxy for a tunnel. */
export type TunnelAnswer =
  | { readonly kind: 'opened'; readonly tookMs: number }
  /** An HTTP proxy gave no tunnel. */
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
      readonly tookMs: number;
    }
  | SocksAnswer
  | Failed;

/** What a command of this machine printed. */
export interface CommandAnswer {
  /** Absent where it could not be started or did not end in time. */
  readonly exitCode?: number;
  readonly out: string;
  readonly err: string;
}

/** An entry of a folder. */
export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** This machine, read only: what costs nothing, or little and nobody but us. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly home: string;
  /** `linux`, `darwin`, `win32`, ... */
  readonly system: string;
  /** Of the Node that runs Faultline. */
  readonly nodeVersion: string;
  /** Milliseconds since 1970, by this machine's clock. */
  readonly now: () => number;
  /** The text of a file; `undefined` where there is none, or none that can be read. */
  readonly readText: (path: string) => Promise<string | undefined>;
  /** The entries of a folder, in order; empty where there is none. */
  readonly list: (path: string) => Promise<readonly FolderEntry[]>;
  /** Runs a program of this machine without a shell, and ends it when the probe's time is over. */
  readonly run: (command: string, args: readonly string[]) => Promise<CommandAnswer>;
}

/** The network, as a probe may use it: only addresses of its plan, within its time and the run's budget. */
export interface Network {
  readonly lookUp: (question: NameQuestion) => Promise<NameAnswer>;
  readonly connect: (to: Endpoint) => Promise<ConnectAnswer>;
  readonly secure: (question: HandshakeQuestion) => Promise<HandshakeAnswer>;
  readonly tunnel: (proxy: ProxyRoute, to: Endpoint) => Promise<TunnelAnswer>;
  readonly send: (question: HttpQuestion) => Promise<HttpAnswer>;
  readonly wait: (ms: number) => Promise<void>;
}
