import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { saying } from '../connection.ts';

/** The network wants a login in the browser before it lets anything through. */
export const captivePortal = defineCause({
  id: 'captive-portal',
  refines: 'firewall-blocked',
  title: 'The network wants a login first',
  locus: 'network',
  retry: () => ({ kind: 'maybe', because: 'It works as soon as the login of the network is done.' }),
  signs: [
    { status: 511, shared: true },
    ...saying([
      'Network Authentication Required',
      'captive portal',
      'captiveportal',
      'captive.apple.com',
      'hotspot login',
      'Wi-Fi login',
      'network login page',
      'wifi sign in page',
    ]),
  ],
  explain: () =>
    "The network answered in the API's place with its own login page, as hotels, trains and guest networks do. Until somebody logs in with a browser, every call from this machine ends there.",
  remedies: () => [
    { action: 'Open this page in a browser and log in to the network.', run: 'open http://neverssl.com' },
    { action: 'On a machine without a browser, use another network, or have the machine excepted by its MAC address.' },
  ],
  docs: pages.claudeCodeNetwork,
});
