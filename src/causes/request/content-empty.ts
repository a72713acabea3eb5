import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { fieldPath } from '../fields.ts';
import { recognized } from '../recognition.ts';

interface Emptiness {
  readonly path: string | undefined;
  readonly blank: boolean;
}

/** A message, a text block or a failed tool result has no content, or only white space. */
export const contentEmpty = defineCause<Emptiness>({
  id: 'content-empty',
  refines: 'field-invalid',
  title: 'A message or text block is empty',
  locus: 'request',
  retry: 'no',
  signs: [
    { says: 'all messages must have non-empty content' },
    { says: 'except for the optional final assistant message' },
    { says: 'messages must have non-empty content' },
    { says: 'user messages must have non' },
    { says: 'text content blocks must be non-empty' },
    { says: 'text content blocks must contain non-whitespace text' },
    { says: 'text blocks must contain non-whitespace' },
    { says: 'must contain non-whitespace text' },
    { says: 'system content must contain at least one block' },
    { says: 'content cannot be empty if is_error is true' },
    { says: ['text field in the contentblock object at', 'is blank'] },
    { says: ['content field in the message object at', 'is empty'] },
    { says: 'add text to the text field, and try again' },
    { says: 'add a contentblock object to the content field' },
    {
      says: ['messages.', '.content', 'at least 1'],
      pattern:
        /\bmessages\.\d+\.content(?:\.\d+\.text(?:\.text)?)?:\s+(?:(?:List|String) should have at least 1|ensure this value has at least 1)/,
    },
    { says: ['.member.content failed to satisfy constraint', 'greater than or equal to 1'] },
    { says: ['.member.text failed to satisfy constraint'] },
    { says: ['/content', 'expected minimum item count: 1, found: 0'] },
    { says: ['/text:', 'expected minlength: 1, actual: 0'] },
    { says: 'text content is empty', certainty: 'likely' },
    { says: 'non-empty content', type: 'invalid_request_error', certainty: 'likely' },
    { says: 'message content cannot be empty', certainty: 'likely', shared: true },
    { says: 'content must not be empty', certainty: 'likely', shared: true },
  ],
  retold: [
    'content must not be empty',
    'content cannot be empty',
    'content can not be empty',
    'empty message content',
    'message content is empty',
    '消息内容不能为空',
    '内容为空',
    'empty messages',
    'empty message',
    'empty text block',
    'empty text blocks',
    'empty content',
  ],
  recognize: (evidence, hit) => {
    if (hit.sign.shared && evidence.subject !== 'claude') return undefined;
    const blank = /non-?whitespace|is blank/.test(evidence.reading?.squeezed ?? '');
    return recognized(hit, { path: fieldPath(evidence), blank });
  },
  explain: (emptiness) => {
    const path = emptiness?.path;
    const index = path === undefined ? undefined : /^messages\.(\d+)/.exec(path)?.[1];
    const what = index === undefined ? 'A message' : `Message ${index}`;
    const how =
      emptiness?.blank === true
        ? 'holds a text of nothing but white space'
        : 'has no content, or a text block without text';
    return `${what} ${how}. The API refuses such messages and blocks; they usually come from a model answer that was empty or only made tool calls, from a tool without output, or from a template that was filled with nothing.`;
  },
  remedies: () => [
    { action: 'Leave empty text blocks out, and messages that have no block left.' },
    {
      action:
        'When an answer that you send back was empty, drop it; when a tool printed nothing, send a short text such as `(no output)` as its result.',
    },
    { action: 'Find every such block in a saved request.', run: 'faultline check request.json --fix' },
  ],
  docs: pages.messages,
});
