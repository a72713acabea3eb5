import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { certaintyOf } from '../connection.ts';

type Kind = 'httpx' | 'httpx2' | 'pydantic' | 'native' | 'zod' | 'vercel' | 'peer' | 'other';

const kinds: readonly (readonly [Kind, RegExp])[] = [
  ['httpx2', /httpx2/],
  ['httpx', /argument ["'`‘]?prox(?:ies|y)|\bhttpx\b/],
  ['native', /jiter|pydantic_core|tokenizers|DLL load failed|\.node\b/],
  ['pydantic', /pydantic|typing_extensions/],
  ['zod', /\bzod\b/i],
  ['vercel', /Unsupported model version|specification version/],
  ['peer', /ERESOLVE|peer /],
];

/** Packages through which a call of Claude goes. */
const callsClaude = /^(?:anthropic|langchain\w*|llama_index|litellm|instructor|pydantic_ai)$/;

/** Whether a trace shows frames of packages beside httpx, and none of them one that calls Claude. */
function isOfOtherPackage(flat: string): boolean {
  const frames = [...flat.matchAll(/(?:site|dist)-packages(?:[\\/]|\s?)(\w{1,60})/g)].map(([, name = '']) => name);
  const packages = frames.filter((name) => !/^(?:httpx|httpcore|anyio)/.test(name));
  return packages.length > 0 && !packages.some((name) => callsClaude.test(name));
}

/** Another package's version breaks the SDK. */
export const sdkDependencyConflict = defineCause<Kind>({
  id: 'sdk-dependency-conflict',
  title: 'Another package breaks the SDK',
  locus: 'client',
  retry: () => ({ kind: 'no', because: 'The installed packages stay what they are until they are changed.' }),
  signs: [
    { says: "__init__() got an unexpected keyword argument 'proxies'", shared: true },
    { says: "__init__() got an unexpected keyword argument 'proxy'", shared: true, certainty: 'likely' },
    { says: "got an unexpected keyword argument 'proxies'", shared: true },
    { says: 'package, but this SDK uses `httpx2`' },
    { says: ['Invalid `http_client` argument', 'httpx2'] },
    { says: ['anthropic', "module 'httpx' has no attribute"] },
    { says: ['anthropic', 'cannot import name', "from 'httpx'"] },
    { says: ['anthropic', 'cannot import name', "from 'pydantic"] },
    { says: ['anthropic', 'cannot import name', "from 'typing_extensions'"] },
    { says: ['anthropic', "No module named 'pydantic"] },
    { says: ['anthropic', "No module named 'jiter"] },
    { says: ['anthropic', "No module named 'httpx"] },
    { says: ['anthropic', "No module named 'tokenizers"] },
    { says: ['anthropic', "No module named 'sniffio"] },
    { says: ['anthropic', "No module named 'distro"] },
    { says: ['anthropic', 'DLL load failed while importing'] },
    { says: ['anthropic', 'pydantic.errors.'], certainty: 'likely', unless: 'ValidationError' },
    { says: ['anthropic', 'The conflict is caused by'] },
    { says: ['anthropic', 'conflicting dependencies'] },
    { says: ['@anthropic-ai/sdk', 'ERESOLVE'] },
    { says: ['@ai-sdk/anthropic', 'ERESOLVE'] },
    { says: ['@anthropic-ai/', 'unable to resolve dependency tree'] },
    { says: ['anthropic', "Package subpath './v4' is not defined by"] },
    { says: ['anthropic', "Cannot find module 'zod"] },
    { says: ['anthropic', "Can't resolve 'zod"] },
    { says: ['anthropic', 'ERR_PACKAGE_PATH_NOT_EXPORTED'], certainty: 'likely' },
    { says: ['anthropic', "Cannot find module 'node-fetch"], certainty: 'likely' },
    { says: ['anthropic', "Cannot find package 'node-fetch"], certainty: 'likely' },
    { says: ['anthropic', 'ERR_REQUIRE_ESM'], certainty: 'likely' },
    { says: ['AI_UnsupportedModelVersionError'], certainty: 'proven' },
    { says: ['Unsupported model version', 'anthropic'] },
    { says: ['ClassNotFoundException', 'com.anthropic'], certainty: 'likely' },
    { says: ['NoClassDefFoundError', 'anthropic'], certainty: 'likely' },
    { says: ['NoSuchMethodError', 'anthropic'], certainty: 'likely' },
    { says: ['langchain_anthropic', 'cannot import name'], certainty: 'likely' },
    { says: ['anthropic', "'AsyncClient' object has no attribute '_state'"], certainty: 'likely' },
    { says: ['anthropic', "'ClientOptions' object has no attribute"], certainty: 'likely' },
    { says: ["'SyncHttpxClientWrapper' object has no attribute '_state'"], certainty: 'likely' },
    { says: ["'AsyncHttpxClientWrapper' object has no attribute '_state'"], certainty: 'likely' },
  ],
  recognize: (evidence, { sign, quote }) => {
    const flat = evidence.reading?.flat ?? '';
    if (sign.shared === true && evidence.subject !== 'claude' && isOfOtherPackage(flat)) return undefined;
    return {
      certainty: certaintyOf(evidence, sign),
      because: [quote],
      details: kinds.find(([, mark]) => mark.test(flat))?.[0] ?? 'other',
    };
  },
  explain: (kind) => {
    const why: Readonly<Record<Kind, string>> = {
      httpx:
        'httpx 0.28 removed the argument `proxies`, which Anthropic SDKs older than 0.40 (and some frameworks) still pass.',
      httpx2:
        'Since version 1.0 the Python SDK is built on `httpx2`; objects of the old `httpx` package are not accepted any more.',
      pydantic: 'The SDK needs a pydantic and typing-extensions newer than what another package holds in place.',
      native: 'A compiled dependency was installed for another Python, system or processor, so it cannot be loaded.',
      zod: 'The SDK and its helpers need another zod than the one that is installed.',
      vercel: 'The provider package and the package `ai` come from different generations of the AI SDK.',
      peer: 'Another package asks for a version range of the SDK that excludes the one wanted.',
      other: 'Two packages want versions of a common dependency that do not go together.',
    };
    return `The failure comes from the packages beside the SDK, not from the call. ${why[kind ?? 'other']}`;
  },
  remedies: (kind) => [
    ...(kind === 'httpx' || kind === undefined
      ? [
          {
            action: 'Update the SDK and the framework that pins it; where that is not possible, hold httpx back.',
            run: 'pip install --upgrade anthropic\npip install "httpx<0.28"',
          },
        ]
      : []),
    ...(kind === 'httpx2'
      ? [
          {
            action: 'Pass objects of `httpx2` (or `DefaultHttpxClient`) to the SDK, or alias the old name.',
            run: 'import httpx2\nhttpx2.alias_httpx()',
          },
        ]
      : []),
    ...(kind === 'pydantic'
      ? [
          {
            action: 'Update pydantic and typing-extensions together with the SDK.',
            run: 'pip install --upgrade anthropic pydantic typing-extensions',
          },
        ]
      : []),
    ...(kind === 'native'
      ? [
          {
            action: 'Install anew for the Python and the processor that run the program (for Lambda: build for Linux).',
            run: 'pip install --force-reinstall --no-cache-dir jiter pydantic-core anthropic',
          },
        ]
      : []),
    ...(kind === 'zod'
      ? [{ action: 'Install one zod that both accept.', run: 'npm install zod@latest && npm ls zod' }]
      : []),
    ...(kind === 'vercel'
      ? [
          {
            action: 'Update both packages to the same generation.',
            run: 'npm install ai@latest @ai-sdk/anthropic@latest',
          },
        ]
      : []),
    {
      action: 'See which versions are there and who asks for them.',
      run: 'npm ls @anthropic-ai/sdk zod\npip check; pip show anthropic httpx pydantic',
    },
    {
      action: 'Install into a fresh environment to rule out leftovers.',
      run: 'python -m venv .venv && .venv/bin/pip install anthropic\nrm -rf node_modules package-lock.json && npm install',
    },
  ],
  docs: pages.sdks,
});
