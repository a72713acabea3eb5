import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

const missing =
  /(?:has no attribute|cannot import name|unexpected keyword argument|does not exist (?:on|in) type|is not exported|reading|undefined \(type|no field or method|cannot find symbol.{0,80}?)\s{0,2}["'`‘]?([A-Za-z_]\w{1,60})|["'`‘](\w{1,60})["'`’] does not exist (?:on|in) type/;

/** What older SDKs had: the code is older than the SDK, not newer. */
const gone = ["attribute 'completion", "attribute 'chat", "attribute 'count_tokens"];
/** Fields that the API and newer SDKs know; the sampling parameters are left out, which newer SDKs took away. */
const knownField =
  /unexpected keyword argument ['"]?(?:tools|tool_choice|thinking|system|betas|container|context_management|mcp_servers|output_config|output_format|service_tier|cache_control|inference_geo|speed|fallbacks|thread|compaction|metadata|stop_sequences|extra_headers)\b/;

/** The code uses what the installed SDK does not have yet. */
export const sdkOutdated = defineCause<string | undefined>({
  id: 'sdk-outdated',
  title: 'The installed SDK is too old for this code',
  locus: 'client',
  retry: () => ({ kind: 'no', because: 'The installed version stays what it is until it is updated.' }),
  signs: [
    { says: "'Anthropic' object has no attribute", unless: gone },
    { says: "'AsyncAnthropic' object has no attribute", unless: gone },
    { says: "'AnthropicBedrock' object has no attribute" },
    { says: "'AnthropicVertex' object has no attribute" },
    { says: "module 'anthropic' has no attribute" },
    { says: "'Messages' object has no attribute" },
    { says: "'AsyncMessages' object has no attribute" },
    { says: "'Beta' object has no attribute" },
    { says: "from 'anthropic'", pattern: /cannot import name ['"]?\w+['"]? from ['"]?anthropic\b/ },
    { says: ['No module named', 'anthropic.'], pattern: /No module named ['"]?anthropic\.\w/ },
    { says: 'Messages.create() got an unexpected keyword argument', pattern: knownField },
    { says: 'Messages.stream() got an unexpected keyword argument', pattern: knownField },
    { says: 'Messages.parse() got an unexpected keyword argument', pattern: knownField },
    { says: ['create() got an unexpected keyword argument', 'anthropic'], pattern: knownField, certainty: 'likely' },
    { says: 'Messages.count_tokens() got an unexpected keyword argument', certainty: 'likely' },
    { says: 'does not exist on type Anthropic' },
    { says: ['does not exist in type', 'MessageCreateParams'], certainty: 'likely' },
    { says: ['does not exist in type', 'MessageParam'], certainty: 'likely' },
    { says: ['@anthropic-ai/sdk', 'does not provide an export named'] },
    { says: ['@anthropic-ai/sdk', 'has no exported member'] },
    { says: ['anthropic', 'client.messages is undefined'], certainty: 'likely' },
    { says: ['anthropic.messages', "Cannot read properties of undefined (reading 'create')"], certainty: 'likely' },
    { says: ['client.messages', "Cannot read properties of undefined (reading 'create')"], certainty: 'likely' },
    { says: ['beta', "Cannot read properties of undefined (reading 'messages')"], certainty: 'likely' },
    { says: 'Unexpected event order, got', certainty: 'likely' },
    { says: 'received event of type', pattern: /received event of type \w+ for content block/, certainty: 'possible' },
    { says: 'undefined (type *anthropic.', certainty: 'likely' },
    { says: ['NoSuchMethodError', 'com.anthropic'], certainty: 'likely' },
    { says: ['cannot find symbol', 'com.anthropic'], certainty: 'likely' },
    {
      says: ['Unresolved reference', 'Anthropic'],
      pattern: /[Uu]nresolved reference:? '?\w*Anthropic/,
      certainty: 'likely',
    },
    { says: 'undefined: anthropic.', certainty: 'likely' },
    {
      says: ['does not contain a definition for', 'Anthropic'],
      pattern: /'[\w.]*Anthropic[\w.]*' does not contain/,
      certainty: 'likely',
    },
    {
      says: ['undefined method', 'Anthropic::'],
      pattern: /undefined method \W?\w{1,60}\W? for (?:an instance of |#<)?Anthropic::/,
      certainty: 'likely',
    },
    { says: ['uninitialized constant', 'Anthropic::'], certainty: 'likely' },
    { says: 'Call to undefined method Anthropic', certainty: 'likely' },
    {
      says: ['no method named', 'anthropic'],
      pattern: /no method named `\w+` found for [^\n]{0,80}\banthropic\w*::/,
      certainty: 'likely',
    },
    {
      says: ['unresolved import', 'anthropic'],
      pattern: /unresolved imports? `\w*anthropic\w*::/,
      certainty: 'likely',
    },
    { says: "value of type 'Anthropic", pattern: /'Anthropic\w*' has no member/, certainty: 'likely' },
  ],
  recognize: ({ reading }, { sign, quote }) => {
    const found = missing.exec(reading?.flat ?? '');
    return { certainty: sign.certainty ?? 'proven', because: [quote], details: found?.[1] ?? found?.[2] };
  },
  explain: (name, { client }) => {
    const what = name === undefined ? 'something' : `\`${name}\``;
    const version = client?.version === undefined ? '' : ` (the text names version ${client.version})`;
    return `The code uses ${what} that the installed version of the SDK${version} does not have: the code was written for a newer one. The call failed in the program and no request was sent, or an event of a newer API could not be read.`;
  },
  remedies: () => [
    {
      action: 'See which version the program really loads; another environment or a lock file may hold an old one.',
      run: 'npm ls @anthropic-ai/sdk\npython -c "import anthropic; print(anthropic.__version__, anthropic.__file__)"',
    },
    {
      action: 'Update it, and read the migration notes when the first number changes.',
      run: 'npm install @anthropic-ai/sdk@latest\npython -m pip install --upgrade anthropic',
    },
    {
      action:
        'If an update is not possible, send the new field as an extra one (Python: `extra_body`, `extra_headers`; TypeScript: a second argument with `body` or `headers`).',
    },
  ],
  docs: pages.sdks,
  consequenceOf: ['sdk-dependency-conflict', 'sdk-not-installed'],
  settledBy: [
    { from: 'sdk-misuse', test: 'Update the SDK: if the name is still missing, it never existed or was removed.' },
  ],
});
