import type { JsonObject } from '../core/json.ts';

/** A request that every rule accepts, with members added or replaced; the start of the rules' examples. */
export function exampleRequest(members: JsonObject = {}): JsonObject {
  return {
    model: 'claude-sonnet-4-6',
    max_tokens: 1024,
    messages: [{ role: 'user', content: 'Which rivers flow through Vienna?' }],
    ...members,
  };
}

/** A tool without demands, for examples that need one. */
export function exampleTool(members: JsonObject = {}): JsonObject {
  return {
    name: 'look_up_river',
    description: 'Looks up a river by name.',
    input_schema: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
    ...members,
  };
}
