import { defineCause, type Remedy } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { fieldPath, named } from '../fields.ts';
import { recognized } from '../recognition.ts';

interface Block {
  readonly path: string | undefined;
  readonly type: string | undefined;
  readonly fault: 'role' | 'untyped' | 'type';
}

const tag =
  /Input tag ["'`]{0,2}([\w./-]{1,60})["'`]{0,2} found|["'`]([a-z_]{3,40})["'`] blocks (?:can only|are not|may only)|blocks? of type ["'`]?([\w-]{2,40})/;
const inContent = /^messages\.\d+\.content|^messages\.\d+\.?$|^system\.\d/;
const byRole = /blocks(?:can|may)onlybein|notpermittedwithin|cannotbeprovidedinthesameturn/;
const untyped = /fieldrequired|unabletoextracttag|mustsetoneofthefollowingkeys|inputshouldbe/;
/** Block types of the OpenAI dialect. */
const foreignTypes = new Set([
  'image_url',
  'input_text',
  'output_text',
  'input_audio',
  'input_image',
  'tool_call',
  'function_call',
]);
const blockTag = /\b(?:messages|system)\.\d+(?:\.content[\w.]{0,100})?:\s+Input tag/;

function firstRemedy(block: Block | undefined): Remedy {
  const place = named(block?.path, 'that place');
  if (block?.type === 'image_url') {
    return {
      action: 'Write the image as an `image` block with a source.',
      run: '{"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": "..."}}',
    };
  }
  if (block?.fault === 'role') {
    return {
      action: `Move the block at ${place} into a message of the role that may hold it: calls and thinking into \`assistant\`, results into \`user\`, and on Bedrock's Converse API results and text into messages of their own.`,
    };
  }
  return block?.fault === 'untyped'
    ? { action: `Give the block at ${place} its \`type\`.`, run: '{"type": "text", "text": "..."}' }
    : { action: `Change the block at ${place} to one of the types that the message lists.` };
}

/** A content block is of a type that the API does not know, or does not take at that place. */
export const contentBlockInvalid = defineCause<Block>({
  id: 'content-block-invalid',
  refines: 'field-invalid',
  title: 'A content block is of a type that is not accepted there',
  locus: 'request',
  retry: 'no',
  signs: [
    { says: ['input tag', 'found using type', 'expected tags'], pattern: blockTag },
    { says: ['content.type', 'not valid', 'supported values are'], certainty: 'likely', shared: true },
    { says: 'input tag image_url found' },
    { says: 'input tag input_text found' },
    { says: ['input tag', 'expected tags: document, image'] },
    { says: ['input tag', 'redacted_thinking, search_result'] },
    {
      says: ['messages.', '.content.'],
      pattern:
        /\bmessages\.\d+\.content\.\d+(?:\.type)?:\s+(?:Field required|Input should be an object|Input should be a valid dictionary|Unable to extract tag)/,
    },
    { says: 'blocks can only be in assistant messages' },
    { says: 'blocks can only be in user messages' },
    { says: 'blocks may only be in assistant messages' },
    { says: 'blocks are not permitted within assistant turns' },
    { says: 'container_upload blocks can only be used' },
    { says: 'supports text, tool_addition, and tool_removal blocks only' },
    { says: ['contentblock object at', 'must set one of the following keys'] },
    { says: 'conversation blocks and tool use blocks cannot be provided in the same turn' },
    { says: 'conversation blocks and tool result blocks cannot be provided in the same turn' },
    { says: ['malformed input request', '/content', '/type:', 'is not a valid enum value'] },
    { says: ['cannot be provided in the same turn'], certainty: 'likely' },
    { says: ['unsupported content block type'], certainty: 'likely', shared: true },
    { says: ['unsupported content type', 'image_url'], certainty: 'likely', shared: true },
    { says: ['unknown content block type'], certainty: 'likely', shared: true },
    { type: 'invalid_request_error', says: ['message: invalid input', 'content block'], certainty: 'possible' },
  ],
  recognize: (evidence, hit) => {
    if (hit.sign.shared && evidence.subject !== 'claude') return undefined;
    const path = fieldPath(evidence);
    const found = tag.exec(evidence.reading?.flat.replaceAll(/\s+/g, ' ') ?? '');
    const type = found?.[1] ?? found?.[2] ?? found?.[3];
    if (path !== undefined && /^(?:tools|thinking|tool_choice)\b|\.source\b/.test(path)) return undefined;
    const text = evidence.reading?.squeezed ?? '';
    const fault = byRole.test(text) ? 'role' : untyped.test(text) ? 'untyped' : 'type';
    return recognized(hit, { path: path !== undefined && inContent.test(path) ? path : undefined, type, fault });
  },
  explain: (block) => {
    const place = named(block?.path, 'the place that the message names');
    const type = block?.type === undefined ? 'a type' : `the type \`${block.type}\``;
    const isForeign = block?.type !== undefined && foreignTypes.has(block.type);
    const what =
      block?.fault === 'untyped'
        ? `The content block at ${place} does not say what it is: it has no \`type\` that the API knows, or is no object.`
        : `The content block at ${place} is of ${type}, which is not accepted there.`;
    return `${what}${isForeign ? ' That type belongs to the OpenAI dialect, not to the Messages API.' : ''} Each role and place has its own list of block types: \`tool_use\` and thinking blocks belong to the assistant, \`tool_result\` to the user, and some types exist only with a beta header.`;
  },
  remedies: (block) => [
    firstRemedy(block),
    {
      action:
        'If the type is right but needs a beta, send its `anthropic-beta` value; the message lists only the types that this request may use.',
    },
    {
      action:
        'If a translator stands between an OpenAI-style client and the API, update it: it passed the block on as it was.',
    },
    { action: 'Check all blocks of a saved request.', run: 'faultline check request.json' },
  ],
  docs: pages.messages,
  settledBy: [
    {
      from: 'gateway-translation',
      test: 'Print the blocks that your own code builds; if the type is not among them, the gateway wrote it.',
    },
    {
      from: 'beta-header',
      test: 'If the documentation knows the type with a beta header, send that header and try again.',
    },
  ],
});
