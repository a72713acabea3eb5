import type { JsonObject } from '../../core/json.ts';
import type { RuleExample } from '../../core/rule.ts';
import { examplePng } from '../example-media.ts';
import { exampleRequest, exampleTool } from '../example-request.ts';

const cause = 'image-too-large';
const source = 'messages.0.content.0.image.source.base64';
const image = (data: string): JsonObject => ({
  type: 'image',
  source: { type: 'base64', media_type: 'image/png', data },
});
const withImages = (...images: readonly JsonObject[]) => ({
  body: exampleRequest({ messages: [{ role: 'user', content: images }] }),
});
const many = (first: JsonObject, count: number) =>
  withImages(first, ...Array.from({ length: count - 1 }, () => image(examplePng())));
/** A PNG that is followed by as many characters as are wanted; decoders stop at its end. */
const padded = (characters: number) => examplePng().replace(/=*$/, '').padEnd(characters, 'A');
const tenMebibytes = 10 * 1024 * 1024;
const screenshot = (data: string) => ({
  body: exampleRequest({
    model: 'claude-opus-5',
    tools: [{ type: 'computer_toolset_20260801' }, exampleTool()],
    messages: [
      { role: 'user', content: 'Look at the screen.' },
      {
        role: 'assistant',
        content: [{ type: 'tool_use', id: 'toolu_1', name: 'screenshot', input: {}, toolset_name: 'computer' }],
      },
      {
        role: 'user',
        content: [{ type: 'tool_result', tool_use_id: 'toolu_1', toolset_name: 'computer', content: [image(data)] }],
      },
    ],
  }),
});

/** Requests with images that are too large or too many, each with its nearest accepted neighbor. */
export const imageTooLargeRuleExamples: readonly RuleExample[] = [
  {
    row: 'image-bytes',
    breaks: withImages(image(padded(tenMebibytes + 4))),
    expected: {
      cause,
      path: source,
      message: 'image exceeds 10 MB maximum: 10485764 bytes > 10485760 bytes',
    },
    spares: withImages(image(padded(tenMebibytes))),
  },
  {
    row: 'image-dims',
    breaks: withImages(image(examplePng(8001, 1))),
    expected: {
      cause,
      path: `${source}.data`,
      message: 'At least one of the image dimensions exceed max allowed size: 8000 pixels',
    },
    spares: withImages(image(examplePng(8000, 1))),
  },
  {
    row: 'image-dims-many',
    breaks: many(image(examplePng(2001, 1)), 21),
    expected: {
      cause,
      path: `${source}.data`,
      message: 'At least one of the image dimensions exceed max allowed size for many-image requests: 2000 pixels',
    },
    spares: many(image(examplePng(2001, 1)), 20),
  },
  {
    row: 'image-count',
    breaks: many(image(examplePng()), 601),
    expected: {
      cause,
      severity: 'warning',
      path: 'messages',
      message: 'The request holds 601 images; this model takes 600.',
    },
    spares: many(image(examplePng()), 600),
  },
  {
    row: 'image-toolset',
    breaks: screenshot(examplePng(2577, 1)),
    expected: {
      cause,
      severity: 'warning',
      path: 'messages.2.content.0.tool_result.content.0.image.source.base64.data',
      message:
        'The image has 2577 × 1 pixels; here it must reach the model unscaled, which needs sides of at most 2576.',
    },
    spares: screenshot(examplePng(2576, 1)),
  },
];
