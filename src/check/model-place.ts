import type { BodyPath } from '../core/problem.ts';
import type { RequestView } from '../core/view.ts';

/** The API's path of the model: clouds name the model in the URL, where there is none. */
export function modelPath({ isModelInBody }: RequestView): string {
  return isModelInBody ? 'model' : '';
}

/** Where the model stands in the body; the body itself where the URL names it. */
export function modelAt({ isModelInBody }: RequestView): BodyPath {
  return isModelInBody ? ['model'] : [];
}

/** The API repeats the id behind the path; Bedrock and Google Cloud have sentences of their own. */
export function modelMessage({ modelId = '', platform }: RequestView): string {
  if (platform === 'bedrock') return 'The provided model identifier is invalid.';
  if (platform === 'vertex')
    return `Publisher Model \`${modelId}\` was not found or your project does not have access to it.`;
  return modelId;
}
