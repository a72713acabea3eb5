import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { flatTextOf, recognized } from '../recognition.ts';

interface Profile {
  readonly name: string | undefined;
}

/** A profile or federation setting on this machine cannot be turned into a credential. */
export const credentialProfileBroken = defineCause<Profile>({
  id: 'credential-profile-broken',
  refines: 'api-key-missing',
  title: 'The credential profile cannot be used',
  locus: 'credentials',
  retry: 'no',
  signs: [
    { says: ['Profile', 'could not be resolved', 'configs/'] },
    { says: 'ANTHROPIC_PROFILE names the profile' },
    { says: ['profile name', 'contains disallowed characters'] },
    { says: 'profile name is empty', certainty: 'likely' },
    { says: 'oidc_federation config requires' },
    { says: ['config file', 'is missing authentication'] },
    { says: ['authentication.type', 'is not a known authentication type'] },
    { says: ['credentials file', 'has unsupported type', 'oauth_token'] },
    { says: ['Credentials file at', 'is group/world-readable'] },
    { says: 'Identity token file path is empty' },
    { says: 'Failed to read identity token file at' },
    { says: ['Identity token file at', 'is empty'] },
    { says: 'Identity token value is empty' },
    { says: 'Refusing to send credential over non-https token endpoint' },
    { says: 'Invalid token endpoint base URL' },
  ],
  recognize: (evidence, hit) =>
    recognized(hit, { name: /[Pp]rofile\s+(?:name\s+)?["'“]([\w.-]{1,80})["'”]/.exec(flatTextOf(evidence))?.[1] }),
  explain: (profile) =>
    `The SDK looked for a credential in ${profile?.name === undefined ? 'the profile or federation settings of this machine' : `the profile \`${profile.name}\``} and could not make one of what it found, so no request was sent. A profile is a file in \`configs/\` of the Anthropic configuration folder with its secret beside it in \`credentials/\`, readable by its owner only.`,
  remedies: () => [
    {
      action: 'Look at what is there, and at the name that is asked for.',
      run: 'ls -l ~/.config/anthropic/configs ~/.config/anthropic/credentials; echo "$ANTHROPIC_PROFILE"',
    },
    { action: 'Unset the profile to use a key instead.', run: 'unset ANTHROPIC_PROFILE' },
    {
      action: 'Close the secrets to others where the message says that the file is readable.',
      run: 'chmod 600 ~/.config/anthropic/credentials/*.json',
    },
    {
      action: 'For federation, set all of the rule, the organization and the identity token.',
      run: 'env | grep -E "^ANTHROPIC_(FEDERATION_RULE_ID|ORGANIZATION_ID|IDENTITY_TOKEN)" | cut -d= -f1',
    },
  ],
  docs: pages.workloadIdentity,
});
