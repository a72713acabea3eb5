import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { fastModeRemedies, limitText, recognizedLimit, retryOfLimit, type LimitDetails } from '../limit-details.ts';

/** More input tokens per minute in fast mode than its own limit allows. */
export const rateLimitFastInputTokens = defineCause<LimitDetails>({
  id: 'rate-limit-fast-input-tokens',
  refines: 'rate-limit-input-tokens',
  title: 'Too many input tokens per minute in fast mode',
  locus: 'limits',
  retry: (evidence) =>
    retryOfLimit(
      evidence,
      'input-tokens',
      'The budget of fast mode refills continuously; standard speed has one of its own.',
    ),
  signs: [
    { says: 'fast mode input tokens per minute' },
    { header: 'anthropic-fast-input-tokens-remaining', status: 429 },
    { header: 'anthropic-fast-input-tokens-remaining', type: 'rate_limit_error' },
  ],
  recognize: (evidence, hit) => recognizedLimit(evidence, hit, 'input-tokens'),
  explain: (details) =>
    `The request asks for fast mode (\`speed: "fast"\`), and the ${limitText(details, 'input tokens')}${details?.isFast ? '' : ' in fast mode'} is used up. Fast mode has limits of its own beside those of standard speed, so that the same request may go through without it.`,
  remedies: () => fastModeRemedies,
  docs: pages.fastMode,
});
