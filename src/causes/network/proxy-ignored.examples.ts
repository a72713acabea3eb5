import type { CauseExamples } from '../examples.ts';

/** Reports of a proxy setting without effect, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: 'The anthropic SDK does not respect HTTPS_PROXY in Node 22, requests go out directly',
      certainty: 'likely',
    },
    { text: 'claude: the client does not respect proxy settings in the container', certainty: 'likely' },
    { text: 'anthropic: proxy settings are ignored when http_client is passed', certainty: 'likely' },
  ],
  spares: [
    {
      text: `HTTPS_PROXY=http://10.1.1.1:8080 node app.mjs
APIConnectionError: Connection error. cause: connect ETIMEDOUT 160.79.104.10:443 (api.anthropic.com)`,
      cause: 'connect-timeout',
    },
    { text: 'Cannot connect to proxy. HTTPS_PROXY=http://10.1.1.1:8080 api.anthropic.com', cause: 'proxy-failure' },
  ],
};
