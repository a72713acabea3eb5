import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { fastModeRemedies, limitText, recognizedLimit, retryOfLimit, type LimitDetails } from '../limit-details.ts';

/** More output tokens per minute in fast mode than its own limit allows. */
export const rateLimitFastOutputTokens = defineCause<LimitDetails>({
  id: 'rate-limit-fast-output-tokens',
  refines: 'rate-limit-output-tokens',
  title: 'Too many output tokens per minute in fast mode',
  locus: 'limits',
  retry: (evidence) =>
    retryOfLimit(
      evidence,
      'output-tokens',
      'The budget of fast mode refills continuously; standard speed has one of its own.',
    ),
  signs: [
    { says: 'fast mode output tokens per minute' },
    { header: 'anthropic-fast-output-tokens-remaining', status: 429 },
    { header: 'anthropic-fast-output-tokens-remaining', type: 'rate_limit_error' },
  ],
  recognize: (evidence, hit) => recognizedLimit(evidence, hit, 'output-tokens'),
  explain: (details) =>
    `The request asks for fast mode (\`speed: "fast"\`), and the ${limitText(details, 'output tokens')}${details?.isFast ? '' : ' in fast mode'} is used up. Fast mode has limits of its own beside those of standard speed, so that the same request may go through without it.`,
  remedies: () => fastModeRemedies,
  docs: pages.fastMode,
});
